package org.subsidia.report;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.ExplanationRow;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;

/** Key figures, findings and explanations as HTML. */
final class HtmlParts {
    private final HtmlWriter html;
    private final Locale locale;
    private final CellText cells;
    private final boolean paper;
    /** What was explained already on this paper. */
    private final Set<Explanation> explained = new HashSet<>();

    HtmlParts(HtmlWriter html, Locale locale, CellText cells, boolean paper) {
        this.html = html;
        this.locale = locale;
        this.cells = cells;
        this.paper = paper;
    }

    void keyFigures(KeyFigures figures) {
        html.start("dl", "class", "tiles");
        for (KeyFigure figure : figures.figures()) {
            html.start("div", "class", "tile");
            html.element("dt", figure.label().in(locale));
            html.start("dd", "class", figure.value() instanceof Cell.Unknown ? "value unknown" : "value");
            html.text(cells.full(figure.value())).end();
            figure.note().ifPresent(note -> html.element("dd", note.in(locale), "class", "remark"));
            html.end();
        }
        html.end();
    }

    void findings(Findings findings) {
        html.start("ul", "class", "findings");
        for (Findings.Group group : findings.groups()) {
            html.start("li").start("p");
            html.element(
                    "strong",
                    Message.of("REPORT-SEVERITY-" + group.severity()).in(locale),
                    "class",
                    "severity " + group.severity().name().toLowerCase(Locale.ROOT));
            html.text(" ").element("code", group.code());
            html.text(" ")
                    .element("span", Message.of("REPORT-TIMES", group.count()).in(locale), "class", "count");
            html.end();
            html.start("ul");
            for (Finding example : group.examples()) {
                String place = example.place().toString();
                html.start("li");
                if (!place.isEmpty()) {
                    html.element("span", place, "class", "place").text(" ");
                }
                html.text(example.message().in(locale)).end();
            }
            html.end();
            group.examples()
                    .get(0)
                    .advice(locale)
                    .ifPresent(advice -> html.element("p", "→ " + advice, "class", "advice"));
            html.end();
        }
        html.end();
    }

    /** A tree: what has parts, rules or records can be opened; on paper it is open, and the same is explained once. */
    void explanation(Explanation tree) {
        node(tree, ExplanationRow.table(tree, locale).iterator());
    }

    /** The rows come in the order of the tree, each figure before its parts. */
    private void node(Explanation node, Iterator<ExplanationRow> rows) {
        ExplanationRow row = rows.next();
        if (node.children().isEmpty() && row.rules().isEmpty() && row.records().isEmpty()) {
            html.start("p", "class", "leaf");
            figure(row);
            html.end();
            return;
        }
        if (paper && !node.children().isEmpty() && !explained.add(node)) {
            html.start("p", "class", "leaf");
            figure(row);
            html.text(" ").element("span", Message.of("REPORT-EXPLAINED").in(locale), "class", "count");
            html.end();
            node.nodes().skip(1).forEach(part -> rows.next());
            return;
        }
        html.start("details").start("summary");
        figure(row);
        html.end();
        if (!row.formula().isEmpty()) {
            html.element("p", "= " + row.formula(), "class", "step");
        }
        row.rules().forEach(rule -> html.element("p", "§ " + rule, "class", "rule"));
        if (!row.records().isEmpty()) {
            html.element(
                    "p",
                    Message.of("EXPLAIN-LINE-RECORDS", String.join(", ", row.records()))
                            .in(locale),
                    "class",
                    "records");
        }
        if (!node.children().isEmpty()) {
            html.start("ul");
            for (Explanation child : node.children()) {
                html.start("li");
                node(child, rows);
                html.end();
            }
            html.end();
        }
        html.end();
    }

    private void figure(ExplanationRow row) {
        html.text(row.label() + Message.of("REPORT-COLON").in(locale));
        html.element("strong", row.value());
    }
}
