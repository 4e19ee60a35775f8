package org.subsidia.rcp.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cells as spreadsheets put them on the clipboard: columns parted by tabs, rows by line ends, quotes around the rest. */
public final class Pasteboard {
    private Pasteboard() {}

    /**
     * A cell to be put on the clipboard.
     *
     * @param text what stands in it
     * @return quoted where it holds a tab, a line end or a quote at its start
     */
    public static String cell(String text) {
        boolean plain = text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && !text.startsWith("\"");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * The cells of a text from the clipboard.
     *
     * @param text as a spreadsheet put it
     * @return the rows; a last line end starts no row of its own
     */
    public static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        String all = text.replace("\r\n", "\n").replace('\r', '\n');
        while (at < all.length()) {
            StringBuilder cell = new StringBuilder();
            at = all.charAt(at) == '"' ? quoted(all, at, cell) : plain(all, at, cell);
            row.add(cell.toString());
            boolean ends = at >= all.length() || all.charAt(at) == '\n';
            if (ends) {
                rows.add(row);
                row = new ArrayList<>();
            } else if (at == all.length() - 1) {
                row.add(""); // the text ends with a tab
                rows.add(row);
            }
            at++;
        }
        return rows;
    }

    private static int plain(String all, int from, StringBuilder cell) {
        int at = from;
        while (at < all.length() && all.charAt(at) != '\t' && all.charAt(at) != '\n') {
            cell.append(all.charAt(at++));
        }
        return at;
    }

    /** Quotes that do not end where a cell ends are letters like others. */
    private static int quoted(String all, int from, StringBuilder cell) {
        int at = from + 1;
        while (at < all.length()) {
            char letter = all.charAt(at);
            boolean doubled = letter == '"' && at + 1 < all.length() && all.charAt(at + 1) == '"';
            if (letter == '"' && !doubled) {
                int next = at + 1;
                if (next == all.length() || all.charAt(next) == '\t' || all.charAt(next) == '\n') {
                    return next;
                }
            }
            cell.append(letter);
            at += doubled ? 2 : 1;
        }
        cell.setLength(0);
        return plain(all, from, cell);
    }

    /**
     * Rows of cells as text for the clipboard.
     *
     * @param rows the rows
     * @return one line a row
     */
    public static String text(List<String[]> rows) {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            text.append(String.join(
                            "\t", Arrays.stream(row).map(Pasteboard::cell).toList()))
                    .append('\n');
        }
        return text.toString();
    }
}
