package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.Message;

/** A table as HTML: a caption, headers with their scope, totals in the foot, reasons of unknown cells below. */
final class HtmlTable {
    /** So many rows stay on one page of paper. */
    private static final int SHORT = 14;

    private static final int LONGEST_WORD = 30;

    private final HtmlWriter html;
    private final Table table;
    private final CellText cells;
    private final Locale locale;
    private final Notes notes;
    private final List<Optional<CurrencyUnit>> currencies = new ArrayList<>();

    HtmlTable(HtmlWriter html, Table table, CellText cells, Locale locale) {
        this.html = html;
        this.table = table;
        this.cells = cells;
        this.locale = locale;
        this.notes = new Notes(locale);
        for (int c = 0; c < table.columns().size(); c++) {
            currencies.add(CellText.currency(table, c));
        }
    }

    /** A caption that says what the heading above it says is for those who do not see the heading. */
    void write(Message heading) {
        String caption = table.caption().in(locale);
        boolean repeated = caption.equals(heading.in(locale));
        String classes = table.rows().size() <= SHORT ? "scroll short" : "scroll";
        html.start("div", "class", classes, "role", "region", "aria-label", caption, "tabindex", "0");
        html.start("table", "id", "table-" + table.id());
        html.element("caption", caption, "class", repeated ? "repeated" : "caption");
        html.start("thead").start("tr");
        for (int c = 0; c < table.columns().size(); c++) {
            Column column = table.columns().get(c);
            html.start("th", "scope", "col", "class", style(column))
                    .text(column.header().in(locale));
            cells.unit(table, c).ifPresent(unit -> html.text(" ").element("span", "(" + unit + ")", "class", "unit"));
            html.end();
        }
        html.end().end();
        html.start("tbody");
        if (table.rows().isEmpty()) {
            html.start("tr");
            html.element(
                    "td",
                    Message.of("REPORT-NO-ROWS").in(locale),
                    "colspan",
                    Integer.toString(table.columns().size()));
            html.end();
        }
        table.rows().forEach(this::row);
        html.end();
        table.totals().ifPresent(totals -> {
            html.start("tfoot");
            row(totals);
            html.end();
        });
        html.end().end();
        List<String> reasons = notes.reasons();
        for (int i = 0; i < reasons.size(); i++) {
            html.element("p", Message.of("REPORT-NOTE", i + 1, reasons.get(i)).in(locale), "class", "note");
        }
    }

    private void row(List<Cell> row) {
        html.start("tr");
        for (int c = 0; c < row.size(); c++) {
            Column column = table.columns().get(c);
            boolean head = c == 0 && !(row.get(c) instanceof Cell.Empty);
            if (head) {
                html.start("th", "scope", "row", "class", style(column, row.get(c)));
            } else {
                html.start("td", "class", style(column, row.get(c)));
            }
            if (row.get(c) instanceof Cell.Unknown unknown) {
                html.text(
                        Message.of("REPORT-UNKNOWN-MARK", notes.number(unknown)).in(locale));
            } else {
                html.text(cells.in(row.get(c), currencies.get(c)));
            }
            html.end();
        }
        html.end();
    }

    /** Cells with a word too long for a narrow column may break it. */
    private String style(Column column, Cell cell) {
        boolean breaks = column.type() == Column.Type.TEXT && WordWrap.longestWord(cells.full(cell)) > LONGEST_WORD;
        return breaks ? style(column) + " long" : style(column);
    }

    private static String style(Column column) {
        return column.type().isNumeric()
                ? "number"
                : column.type() == Column.Type.DATE || column.type() == Column.Type.MONTH ? "date" : "text";
    }
}
