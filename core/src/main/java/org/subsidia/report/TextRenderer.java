package org.subsidia.report;

import java.util.Locale;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.ExplanationText;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;

/**
 * Writes a report for a terminal: columns aligned, numbers to the right, no line wider than asked unless a number would have
 * to be cut. A chart appears as the words that stand for it; sections that are nothing but charts are left out, their figures
 * stand in tables.
 */
public final class TextRenderer {
    /** The width of a usual terminal window. */
    public static final int WIDTH = 100;

    private static final int LEAST_WIDTH = 40;

    private final StringBuilder out = new StringBuilder();
    private final Locale locale;
    private final int width;
    private final CellText cells;

    private TextRenderer(Locale locale, int width) {
        this.locale = locale;
        this.width = width;
        this.cells = new CellText(locale);
    }

    /**
     * The whole report.
     *
     * @param report what to write
     * @param locale French, else English
     * @param width characters a line, at least 40
     * @return lines, each ended by a line feed
     */
    public static String render(Report report, Locale locale, int width) {
        TextRenderer renderer = new TextRenderer(locale, Math.max(LEAST_WIDTH, width));
        renderer.report(report);
        return renderer.out.toString();
    }

    /**
     * One table.
     *
     * @param table what to write
     * @param locale French, else English
     * @param width characters a line, at least 40
     * @return lines, each ended by a line feed
     */
    public static String render(Table table, Locale locale, int width) {
        TextRenderer renderer = new TextRenderer(locale, Math.max(LEAST_WIDTH, width));
        renderer.out.append(new TextTable(table.readable(), renderer.cells, locale, renderer.width).render(true));
        return renderer.out.toString();
    }

    private void report(Report report) {
        heading(report.title().in(locale), '=');
        if (report.subtitle() != null) {
            wrapped(report.subtitle().in(locale), "");
        }
        wrapped(Message.of("REPORT-AS-OF", report.asOf()).in(locale), "");
        for (Section section : report.sections()) {
            if (section.isPictures()) {
                continue;
            }
            out.append('\n');
            heading(section.heading().in(locale), '-');
            String gap = "";
            for (Block block : section.blocks()) {
                out.append(gap);
                block(block, section.heading());
                gap = "\n";
            }
        }
    }

    private void heading(String text, char line) {
        String safe = Printable.line(text);
        out.append(safe).append('\n');
        out.append(String.valueOf(line).repeat(Math.min(width, WordWrap.length(safe))))
                .append('\n');
    }

    /** A table’s caption that only repeats the heading is left out. */
    private void block(Block block, Message heading) {
        if (block instanceof Paragraph paragraph) {
            // a letter has lines of its own
            paragraph.text().in(locale).lines().forEach(line -> wrapped(line, ""));
        } else if (block instanceof KeyFigures figures) {
            keyFigures(figures);
        } else if (block instanceof Table table) {
            boolean captioned = !table.caption().in(locale).equals(heading.in(locale));
            out.append(new TextTable(table.readable(), cells, locale, width).render(captioned));
        } else if (block instanceof Figure figure) {
            wrapped(Message.of("REPORT-FIGURE", figure.caption()).in(locale), "");
            wrapped(figure.alternative().in(locale), "  ");
        } else if (block instanceof Findings findings) {
            findings.groups().forEach(this::findings);
        } else if (block instanceof Explanations explanations) {
            explanations.trees().forEach(this::explanation);
        }
    }

    private void keyFigures(KeyFigures figures) {
        int longest = 0;
        for (KeyFigure figure : figures.figures()) {
            longest = Math.max(longest, WordWrap.length(figure.label().in(locale)));
        }
        for (KeyFigure figure : figures.figures()) {
            String label = Printable.line(figure.label().in(locale));
            StringBuilder line = new StringBuilder(label)
                    .append(" ".repeat(Math.max(0, longest - WordWrap.length(label))))
                    .append("  ")
                    .append(cells.full(figure.value()));
            figure.note().ifPresent(note -> line.append(" — ").append(note.in(locale)));
            wrapped(line.toString(), " ".repeat(Math.min(longest + 2, width / 2)));
        }
    }

    private void findings(Findings.Group group) {
        wrapped(
                Message.of(
                                "REPORT-FINDING-GROUP",
                                Message.of("REPORT-SEVERITY-" + group.severity()),
                                group.code(),
                                group.count())
                        .in(locale),
                "");
        for (Finding example : group.examples()) {
            String place = example.place().toString();
            wrapped(
                    "  " + (place.isEmpty() ? "" : place + "  ")
                            + example.message().in(locale),
                    "    ");
        }
        group.examples().get(0).advice(locale).ifPresent(advice -> wrapped("  → " + advice, "    "));
    }

    private void explanation(Explanation tree) {
        for (String line : ExplanationText.indented(tree, locale).split("\n", -1)) {
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            wrapped(line, indent + "    ");
        }
    }

    /** The first line is indented as the text is, the others as told. */
    private void wrapped(String text, String indent) {
        WordWrap.lines(Printable.line(text), width, indent)
                .forEach(line -> out.append(line).append('\n'));
    }
}
