package org.subsidia.io.scdl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * Gives a record as many cells as the header has.
 *
 * <p>A record has too many when separators inside its values were not quoted. The cells of such a value are joined again where
 * this leads, in one way only, to a record whose typed cells can all be read. Joined are first the halves of a decimal number
 * ({@code 24 975} and {@code 00}), then neighbours of one column of text.
 */
final class RowShape {
    private static final int MOST_SURPLUS = 12;

    private final ScdlHeader header;
    private final @Nullable ScdlColumn[] columns;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> texts = new ArrayList<>();

    RowShape(ScdlHeader header) {
        this.header = header;
        this.columns = new ScdlColumn[header.width()];
        for (int i = 0; i < columns.length; i++) {
            ScdlColumn column = header.at(i);
            columns[i] = column;
            ColumnKind kind = column == null ? ColumnKind.TEXT : column.kind();
            if (kind == ColumnKind.AMOUNT || kind == ColumnKind.SHARE) {
                numbers.add(i);
            } else if (kind == ColumnKind.TEXT) {
                texts.add(i);
            }
        }
    }

    Reading<List<String>> read(Place place, List<String> cells) {
        int width = header.width();
        int count = cells.size();
        while (count > width && cells.get(count - 1).isBlank()) {
            count--;
        }
        if (count == width) {
            return Reading.of(cells.size() == width ? cells : cells.subList(0, width));
        }
        return count < width ? filled(place, cells) : joined(place, cells.subList(0, count));
    }

    /** A record may lack cells at its end only where they are optional; otherwise it was cut. */
    private Reading<List<String>> filled(Place place, List<String> cells) {
        for (int i = cells.size(); i < columns.length; i++) {
            ScdlColumn column = columns[i];
            boolean optional = column == null
                    || column.isExtended()
                    || column == ScdlColumn.DISPOSITIF_AIDE
                    || column == ScdlColumn.ID_RAE
                    || column == ScdlColumn.RNA_BENEFICIAIRE;
            if (!optional) {
                return Reading.refused(
                        Finding.error(place, "SCDL-ROW-SHORT", place.line(), cells.size(), header.width()));
            }
        }
        List<String> all = new ArrayList<>(cells);
        all.addAll(Collections.nCopies(columns.length - cells.size(), ""));
        return Reading.of(all, Finding.info(place, "SCDL-ROW-FILLED", place.line(), cells.size(), header.width()));
    }

    private Reading<List<String>> joined(Place place, List<String> cells) {
        int surplus = cells.size() - columns.length;
        for (int pairs = Math.min(surplus, numbers.size()); pairs >= 0 && surplus <= MOST_SURPLUS; pairs--) {
            List<List<String>> found = new ArrayList<>();
            join(cells, new int[columns.length], 0, pairs, surplus - pairs, found);
            if (found.size() == 1) {
                List<String> row = found.get(0);
                return Reading.of(
                        row, Finding.info(place, "SCDL-ROW-JOINED", place.line(), cells.size(), columns.length));
            }
            if (found.size() > 1) {
                break;
            }
        }
        return Reading.refused(Finding.error(place, "SCDL-ROW-SHIFTED", place.line(), cells.size(), columns.length));
    }

    /** Tries every choice of {@code pairs} numbers that take a second cell, and of one text that takes the rest. */
    private void join(List<String> cells, int[] extra, int from, int pairs, int rest, List<List<String>> found) {
        if (pairs > 0) {
            for (int i = from; i < numbers.size(); i++) {
                extra[numbers.get(i)] = 1;
                join(cells, extra, i + 1, pairs - 1, rest, found);
                extra[numbers.get(i)] = 0;
            }
            return;
        }
        if (rest == 0) {
            tryShape(cells, extra, found);
            return;
        }
        for (int text : texts) {
            extra[text] = rest;
            tryShape(cells, extra, found);
            extra[text] = 0;
        }
    }

    private void tryShape(List<String> cells, int[] extra, List<List<String>> found) {
        List<String> row = new ArrayList<>(columns.length);
        int at = 0;
        for (int i = 0; i < columns.length; i++) {
            List<String> parts = cells.subList(at, at + 1 + extra[i]);
            at += parts.size();
            boolean number = numbers.contains(i);
            if (number && parts.size() == 2 && !isHalved(parts.get(0), parts.get(1))) {
                return;
            }
            String cell = parts.size() == 1 ? parts.get(0) : String.join(",", parts);
            ScdlColumn column = columns[i];
            if (column != null && !Plausible.is(column, cell)) {
                return;
            }
            row.add(cell);
        }
        found.add(row);
    }

    /** {@code 24 975} and {@code 00}: digits and blanks, then one or two digits. */
    private static boolean isHalved(String whole, String decimals) {
        String units = whole.strip();
        String cents = decimals.strip();
        if (units.isEmpty() || cents.isEmpty() || cents.length() > 2) {
            return false;
        }
        for (int i = 0; i < units.length(); i++) {
            char c = units.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
            if (!blank && !isDigit(c) && (i > 0 || c != '-')) {
                return false;
            }
        }
        return isDigit(cents.charAt(0)) && isDigit(cents.charAt(cents.length() - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
