package org.subsidia.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.subsidia.finding.Message;
import org.subsidia.report.chart.SvgChart;

/**
 * Writes a report as one HTML page that needs nothing else: styles and charts are in it, scripts are forbidden by its own
 * content security policy. It reads on a phone, on a dark screen and on paper, and parses as XML too.
 */
public final class HtmlRenderer {
    private static final int SECTIONS_WITHOUT_CONTENTS = 3;
    /** More stand side by side on paper. */
    private static final int FEW_FIGURES = 2;

    private final HtmlWriter html = new HtmlWriter();
    private final Locale locale;
    private final CellText cells;
    private final HtmlParts parts;

    private final StyleSheet style;
    private final boolean paper;

    private HtmlRenderer(Locale locale, boolean paper) {
        this.locale = locale;
        this.paper = paper;
        this.style = paper ? StyleSheet.paper() : StyleSheet.standard();
        this.cells = new CellText(locale);
        this.parts = new HtmlParts(html, locale, cells, paper);
    }

    /**
     * The whole page.
     *
     * @param report what to write
     * @param locale French, else English
     * @return the page, to be encoded as UTF-8
     */
    public static String render(Report report, Locale locale) {
        return "<!DOCTYPE html>\n" + new HtmlRenderer(locale, false).page(report);
    }

    /** The same page in the styles of paper, as XML: explanations are open, wide tables lie on pages of their own. */
    static String paper(Report report, Locale locale) {
        return new HtmlRenderer(locale, true).page(report);
    }

    private String page(Report report) {
        html.start("html", "lang", word("REPORT-LANGUAGE"))
                .raw("\n")
                .start("head")
                .raw("\n");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", style.policy());
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "generator", "content", "Subsidia");
        html.element("title", report.title().in(locale));
        html.start("style").raw(style.text()).end();
        html.end();
        html.start("body").raw("\n");
        if (paper) {
            runningFoot(report);
        }
        header(report);
        html.start("main").raw("\n");
        report.sections().forEach(this::section);
        html.end();
        html.start("footer").element("p", word("REPORT-FOOTER")).end();
        html.end().end();
        return html.finish();
    }

    /** What stands below each page, beside its number. */
    private void runningFoot(Report report) {
        Message subtitle = report.subtitle();
        String title = report.title().in(locale);
        html.element("div", subtitle == null ? title : title + " — " + subtitle.in(locale), "id", "running-foot");
    }

    private void header(Report report) {
        html.start("header").element("h1", report.title().in(locale));
        if (report.subtitle() != null) {
            html.element("p", report.subtitle().in(locale), "class", "subtitle");
        }
        html.element("p", Message.of("REPORT-AS-OF", report.asOf()).in(locale), "class", "asof");
        if (report.sections().size() > SECTIONS_WITHOUT_CONTENTS && !paper) {
            html.start("nav", "aria-label", word("REPORT-CONTENTS")).start("ul");
            for (Section section : report.sections()) {
                html.start("li");
                html.element("a", section.heading().in(locale), "href", "#" + section.id());
                html.end();
            }
            html.end().end();
        }
        html.end();
    }

    private void section(Section section) {
        String width = section.blocks().stream()
                .map(block -> block instanceof Table table ? TableWidth.of(table.readable(), cells) : TableWidth.NARROW)
                .max(Comparator.naturalOrder())
                .orElse(TableWidth.NARROW)
                .name();
        html.start(
                "section",
                "id",
                section.id(),
                "class",
                width.toLowerCase(Locale.ROOT),
                "aria-labelledby",
                section.id() + "-heading");
        html.element("h2", section.heading().in(locale), "id", section.id() + "-heading");
        List<Block> blocks = section.blocks();
        boolean many = blocks.stream().filter(Figure.class::isInstance).count() > FEW_FIGURES;
        boolean grid = false;
        for (Block block : blocks) {
            if (block instanceof Figure != grid) {
                grid = !grid;
                if (grid) {
                    html.start("div", "class", many ? "figures small" : "figures");
                } else {
                    html.end();
                }
            }
            block(block, section);
        }
        if (grid) {
            html.end();
        }
        html.end();
    }

    private void block(Block block, Section section) {
        if (block instanceof Paragraph paragraph) {
            html.element("p", paragraph.text().in(locale));
        } else if (block instanceof KeyFigures figures) {
            parts.keyFigures(figures);
        } else if (block instanceof Table table) {
            new HtmlTable(html, table.readable(), cells, locale).write(section.heading());
        } else if (block instanceof Figure figure) {
            html.start("figure");
            String chart = SvgChart.of(figure.chart(), figure.alternative(), section.id() + "-" + figure.id(), locale);
            html.raw(paper ? described(chart, figure) : chart);
            html.element("figcaption", figure.caption().in(locale));
            html.end();
        } else if (block instanceof Findings findings) {
            parts.findings(findings);
        } else if (block instanceof Explanations explanations) {
            html.start("div", "class", "explanations");
            explanations.trees().forEach(parts::explanation);
            html.end();
        }
    }

    /** The PDF library takes a picture's words from this attribute alone. */
    private String described(String chart, Figure figure) {
        String words = HtmlWriter.escape(figure.alternative().in(locale));
        return chart.replaceFirst("<svg ", Matcher.quoteReplacement("<svg alt=\"" + words + "\" "));
    }

    private String word(String code) {
        return Message.of(code).in(locale);
    }
}
