package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.Message;

/** A table in letters of one width. Where lines are too long, headers and texts are broken into several; nothing is cut. */
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

    String render(boolean captioned) {
        List<Optional<CurrencyUnit>> currencies = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) {
            currencies.add(CellText.currency(table, c));
            String header = table.columns().get(c).header().in(locale);
            headers.add(Printable.line(
                    cells.unit(table, c).map(unit -> header + " (" + unit + ')').orElse(header)));
        }
        table.rows().forEach(row -> lines.add(texts(row, currencies)));
        table.totals().ifPresent(row -> lines.add(texts(row, currencies)));
        measure(headers);

        StringBuilder out = new StringBuilder();
        if (captioned) {
            out.append(Printable.line(table.caption().in(locale))).append('\n');
        }
        headers(headers).forEach(line -> line(out, line));
        rule(out);
        for (int i = 0; i < lines.size(); i++) {
            if (i == lines.size() - 1 && table.totals().isPresent()) {
                rule(out);
            }
            broken(out, lines.get(i));
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

    /** Headers are broken first, then texts at spaces, then, where that is not enough, within words; the longest each time. */
    private void measure(List<String> headers) {
        int[] least = new int[widths.length];
        int excess = GAP.length() * (widths.length - 1) - width;
        for (int c = 0; c < widths.length; c++) {
            for (List<String> line : lines) {
                least[c] = Math.max(least[c], WordWrap.length(line.get(c)));
            }
            widths[c] = Math.max(least[c], WordWrap.length(headers.get(c)));
            least[c] = Math.max(least[c], WordWrap.longestWord(headers.get(c)));
            excess += widths[c];
        }
        excess = shrink(least, excess);
        for (int c = 0; c < widths.length; c++) {
            if (isText(c)) {
                least[c] = Math.max(LEAST_TEXT, longestWord(c, headers.get(c)));
            }
        }
        excess = shrink(least, excess);
        for (int c = 0; c < widths.length; c++) {
            if (isText(c)) {
                least[c] = LEAST_TEXT;
            }
        }
        shrink(least, excess);
    }

    private boolean isText(int column) {
        return table.columns().get(column).type() == Column.Type.TEXT;
    }

    private int longestWord(int column, String header) {
        int longest = WordWrap.longestWord(header);
        for (List<String> line : lines) {
            longest = Math.max(longest, WordWrap.longestWord(line.get(column)));
        }
        return longest;
    }

    /** Takes from the widest column that may give until nothing is too much; returns what still is. */
    private int shrink(int[] least, int tooMuch) {
        int excess = tooMuch;
        while (excess > 0) {
            int widest = -1;
            for (int c = 0; c < widths.length; c++) {
                if (widths[c] > least[c] && (widest < 0 || widths[c] > widths[widest])) {
                    widest = c;
                }
            }
            if (widest < 0) {
                return excess;
            }
            widths[widest]--;
            excess--;
        }
        return excess;
    }

    /** The headers over as many lines as the longest needs, set on the rule below. */
    private List<List<String>> headers(List<String> headers) {
        List<List<String>> broken = columns(headers);
        int most = broken.stream().mapToInt(List::size).max().orElse(1);
        List<List<String>> result = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            List<String> line = new ArrayList<>();
            for (List<String> parts : broken) {
                int at = i - (most - parts.size());
                line.add(at < 0 ? "" : parts.get(at));
            }
            result.add(line);
        }
        return result;
    }

    /** A row over as many lines as its longest text needs. */
    private void broken(StringBuilder out, List<String> texts) {
        List<List<String>> broken = columns(texts);
        int most = broken.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < most; i++) {
            int at = i;
            line(
                    out,
                    broken.stream()
                            .map(parts -> at < parts.size() ? parts.get(at) : "")
                            .toList());
        }
    }

    private List<List<String>> columns(List<String> texts) {
        List<List<String>> columns = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) {
            columns.add(WordWrap.within(texts.get(c), widths[c]));
        }
        return columns;
    }

    private void line(StringBuilder out, List<String> texts) {
        int start = out.length();
        for (int c = 0; c < widths.length; c++) {
            String text = texts.get(c);
            String padding = " ".repeat(Math.max(0, widths[c] - WordWrap.length(text)));
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
}
