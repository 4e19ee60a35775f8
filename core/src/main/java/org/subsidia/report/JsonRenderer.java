package org.subsidia.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.subsidia.explain.ExplanationTree;
import org.subsidia.finding.Message;

/**
 * Writes a report as JSON for programs: stable camelCase names, exact decimals as strings, words in one language beside
 * their codes.
 *
 * <p>An amount is {@code {"amount":"12.30","currency":"EUR"}}; a share {@code {"share":"0.315000","fraction":"63/200"}},
 * the fraction where it is known; a count a number; a day ISO 8601; what is unknown {@code {"unknown":{"code":…,
 * "message":…}}}; an empty cell {@code null}. Charts are left out: their figures stand in the tables.
 */
public final class JsonRenderer {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final Locale locale;
    private final JsonCells cells;

    private JsonRenderer(Locale locale) {
        this.locale = locale;
        this.cells = new JsonCells(locale);
    }

    /**
     * The whole report.
     *
     * @param report what to write
     * @param locale language of words: French, else English
     * @return one JSON object, indented, ended by a line feed
     */
    public static String render(Report report, Locale locale) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(new JsonRenderer(locale).report(report))
                    + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always written", e);
        }
    }

    private ObjectNode report(Report report) {
        ObjectNode node = NODES.objectNode();
        node.put("report", report.id());
        node.put("title", report.title().in(locale));
        if (report.subtitle() != null) {
            node.put("subtitle", report.subtitle().in(locale));
        }
        node.put("asOf", report.asOf().toString());
        node.put("language", Message.of("REPORT-LANGUAGE").in(locale));
        ArrayNode sections = node.putArray("sections");
        for (Section section : report.sections()) {
            if (section.isPictures()) {
                continue;
            }
            ObjectNode one = sections.addObject();
            one.put("id", section.id());
            one.put("heading", section.heading().in(locale));
            ArrayNode blocks = one.putArray("blocks");
            section.blocks().forEach(block -> block(block, blocks));
        }
        return node;
    }

    private void block(Block block, ArrayNode blocks) {
        if (block instanceof Paragraph paragraph) {
            blocks.addObject().put("type", "paragraph").set("text", cells.message(paragraph.text()));
        } else if (block instanceof KeyFigures figures) {
            keyFigures(figures, blocks.addObject().put("type", "keyFigures"));
        } else if (block instanceof Table table) {
            table(table, blocks.addObject().put("type", "table"));
        } else if (block instanceof Findings findings) {
            cells.findings(findings, blocks.addObject().put("type", "findings").putArray("groups"));
        } else if (block instanceof Explanations explanations) {
            ArrayNode trees = blocks.addObject().put("type", "explanations").putArray("trees");
            explanations.trees().forEach(tree -> trees.addPOJO(ExplanationTree.of(tree, locale)));
        }
    }

    private void keyFigures(KeyFigures figures, ObjectNode node) {
        ArrayNode all = node.putArray("figures");
        for (KeyFigure figure : figures.figures()) {
            ObjectNode one = all.addObject();
            one.put("id", figure.id());
            one.put("label", figure.label().in(locale));
            one.set("value", cells.cell(figure.value()));
            figure.note().ifPresent(note -> one.put("note", note.in(locale)));
        }
    }

    private void table(Table table, ObjectNode node) {
        node.put("id", table.id());
        node.put("caption", table.caption().in(locale));
        ArrayNode columns = node.putArray("columns");
        for (Column column : table.columns()) {
            ObjectNode one = columns.addObject();
            one.put("name", column.name());
            one.put("type", column.type().name().toLowerCase(Locale.ROOT));
            one.put("header", column.header().in(locale));
            column.unit().ifPresent(unit -> one.put("unit", unit.in(locale)));
        }
        ArrayNode rows = node.putArray("rows");
        table.rows().forEach(row -> rows.add(row(table, row)));
        table.totals().ifPresent(row -> node.set("totals", row(table, row)));
    }

    private ObjectNode row(Table table, List<Cell> row) {
        ObjectNode node = NODES.objectNode();
        for (int c = 0; c < row.size(); c++) {
            node.set(table.columns().get(c).name(), cells.cell(row.get(c)));
        }
        return node;
    }
}
