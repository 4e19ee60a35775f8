package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.Message;

/** A table in letters of one width. Columns of text give way when the lines are too long, numbers never. */
final class TextTable {
    private static final String GAP = "  ";
    private static final int LEAST_TEXT = 10;

    private final Table table;
    private final CellText cells;
    private final Locale locale;
    private final Notes notes;
    private final List<List<String>> lines = new ArrayList<>();
    private final int[] widths;
    private final int width;

    TextTable(Table table, CellText cells, Locale locale, int width) {
        this.table = table;
        this.cells = cells;
        this.locale = locale;
        this.width = width;
        this.notes = new Notes(locale);
        this.widths = new int[table.columns().size()];
    }

    String render() {
        List<Optional<CurrencyUnit>> currencies = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) {
            currencies.add(CellText.currency(table, c));
            String header = table.columns().get(c).header().in(locale);
            headers.add(Printable.line(
                    cells.unit(table, c).map(unit -> header + " (" + unit + ')').orElse(header)));
        }
        lines.add(headers);
        table.rows().forEach(row -> lines.add(texts(row, currencies)));
        table.totals().ifPresent(row -> lines.add(texts(row, currencies)));
        measure();

        StringBuilder out = new StringBuilder();
        out.append(Printable.line(table.caption().in(locale))).append('\n');
        for (int i = 0; i < lines.size(); i++) {
            if (i == 1 || (i == lines.size() - 1 && table.totals().isPresent())) {
                rule(out);
            }
            line(out, lines.get(i));
        }
        List<String> reasons = notes.reasons();
        for (int i = 0; i < reasons.size(); i++) {
            out.append(Printable.line(
                            Message.of("REPORT-NOTE", i + 1, reasons.get(i)).in(locale)))
                    .append('\n');
        }
        return out.toString();
    }

    private List<String> texts(List<Cell> row, List<Optional<CurrencyUnit>> currencies) {
        List<String> texts = new ArrayList<>(row.size());
        for (int c = 0; c < row.size(); c++) {
            texts.add(
                    row.get(c) instanceof Cell.Unknown unknown
                            ? Message.of("REPORT-UNKNOWN-MARK", notes.number(unknown))
                                    .in(locale)
                            : Printable.line(cells.in(row.get(c), currencies.get(c))));
        }
        return texts;
    }

    private void measure() {
        for (List<String> line : lines) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], length(line.get(c)));
            }
        }
        int excess = GAP.length() * (widths.length - 1) - width;
        for (int w : widths) {
            excess += w;
        }
        while (excess > 0) {
            int longest = -1;
            for (int c = 0; c < widths.length; c++) {
                boolean text = table.columns().get(c).type() == Column.Type.TEXT;
                if (text && widths[c] > LEAST_TEXT && (longest < 0 || widths[c] > widths[longest])) {
                    longest = c;
                }
            }
            if (longest < 0) {
                return;
            }
            widths[longest]--;
            excess--;
        }
    }

    private void line(StringBuilder out, List<String> texts) {
        int start = out.length();
        for (int c = 0; c < widths.length; c++) {
            String text = cut(texts.get(c), widths[c]);
            String padding = " ".repeat(widths[c] - length(text));
            boolean right = table.columns().get(c).type().isNumeric();
            out.append(c == 0 ? "" : GAP)
                    .append(right ? padding : "")
                    .append(text)
                    .append(right ? "" : padding);
        }
        int end = out.length();
        while (end > start && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }

    private void rule(StringBuilder out) {
        for (int c = 0; c < widths.length; c++) {
            out.append(c == 0 ? "" : GAP).append("-".repeat(widths[c]));
        }
        out.append('\n');
    }

    private static String cut(String text, int length) {
        return length(text) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)).stripTrailing() + '…';
    }

    static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
