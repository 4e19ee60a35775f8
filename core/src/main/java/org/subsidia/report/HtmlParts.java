package org.subsidia.report;

import java.util.Locale;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;

/** Key figures, findings and explanations as HTML. */
final class HtmlParts {
    private final HtmlWriter html;
    private final Locale locale;
    private final CellText cells;

    HtmlParts(HtmlWriter html, Locale locale, CellText cells) {
        this.html = html;
        this.locale = locale;
        this.cells = cells;
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

    /** A tree: what has parts can be opened. */
    void explanation(Explanation node) {
        if (node.children().isEmpty()
                && node.rules().isEmpty()
                && node.records().isEmpty()) {
            html.start("p", "class", "leaf");
            figure(node);
            html.end();
            return;
        }
        html.start("details").start("summary");
        figure(node);
        html.end();
        String step = ExplanationText.step(node, locale);
        if (!step.isEmpty()) {
            html.element("p", step, "class", "step");
        }
        node.rules().forEach(rule -> html.element("p", ExplanationText.rule(rule, locale), "class", "rule"));
        if (!node.records().isEmpty()) {
            html.element(
                    "p",
                    Message.of("REPORT-RECORDS", String.join(", ", node.records()))
                            .in(locale),
                    "class",
                    "records");
        }
        if (!node.children().isEmpty()) {
            html.start("ul");
            for (Explanation child : node.children()) {
                html.start("li");
                explanation(child);
                html.end();
            }
            html.end();
        }
        html.end();
    }

    private void figure(Explanation node) {
        html.text(node.label().in(locale) + Message.of("REPORT-COLON").in(locale));
        html.element("strong", cells.value(node.value()));
    }
}
