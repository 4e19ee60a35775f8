package org.subsidia.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of a sheet: totals that are the sum of their column, and shares of columns that say of what. A formula stands
 * only where it gives the value of the table, to the place at which the table knows it; else the value stands alone.
 */
final class XlsxFormulas {
    private static final int PLACES = 6;

    private final Table table;
    private final int first;
    private final Map<String, String> results = new TreeMap<>();

    /** The rows of the table begin at the row {@code first} of the sheet, counted from 0. */
    XlsxFormulas(Table table, int first) {
        this.table = table;
        this.first = first;
    }

    Map<String, String> results() {
        return results;
    }

    /** The formula of a cell of the sheet, without the equals sign. */
    Optional<String> at(int row, int column) {
        boolean total = row == first + table.rows().size();
        Cell cell = (total ? table.totals().orElseThrow() : table.rows().get(row - first)).get(column);
        Optional<BigDecimal> value = number(cell);
        Optional<String> formula = value.flatMap(known -> cell instanceof Cell.Share share
                ? ratio(row, column, share)
                : total ? sum(column, known) : Optional.empty());
        if (formula.isPresent()) {
            results.put(name(row, column), value.orElseThrow().toPlainString());
        }
        return formula;
    }

    private Optional<String> sum(int column, BigDecimal total) {
        if (table.rows().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (List<Cell> row : table.rows()) {
            sum = sum.add(number(row.get(column)).orElse(BigDecimal.ZERO));
        }
        String range = name(first, column) + ':' + name(first + table.rows().size() - 1, column);
        return sum.compareTo(total) == 0 ? Optional.of("SUM(" + range + ')') : Optional.empty();
    }

    private Optional<String> ratio(int row, int column, Cell.Share share) {
        Column.Ratio ratio = table.columns().get(column).ratio();
        if (ratio == null || (ratio.whole() == null && table.totals().isEmpty())) {
            return Optional.empty();
        }
        int end = first + table.rows().size();
        int part = column(ratio.part());
        int whole = ratio.whole() == null ? part : column(ratio.whole());
        if (part < 0 || whole < 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> above = number(cell(row, part));
        Optional<BigDecimal> below = number(cell(ratio.whole() == null ? end : row, whole));
        if (above.isEmpty() || below.isEmpty() || below.get().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal quotient = above.get().divide(below.get(), PLACES, RoundingMode.HALF_UP);
        String formula =
                name(row, part) + '/' + (ratio.whole() == null ? letters(part) + '$' + (end + 1) : name(row, whole));
        return quotient.subtract(share.share()).abs().movePointRight(PLACES).compareTo(BigDecimal.ONE) <= 0
                ? Optional.of(formula)
                : Optional.empty();
    }

    private Cell cell(int row, int column) {
        boolean total = row == first + table.rows().size();
        return (total ? table.totals().orElseThrow() : table.rows().get(row - first)).get(column);
    }

    private int column(@Nullable String name) {
        for (int c = 0; c < table.columns().size(); c++) {
            if (table.columns().get(c).name().equals(name)) {
                return c;
            }
        }
        return -1;
    }

    private static Optional<BigDecimal> number(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return Optional.of(amount.money().getAmount());
        } else if (cell instanceof Cell.Count count) {
            return Optional.of(BigDecimal.valueOf(count.count()));
        }
        return cell instanceof Cell.Share share ? Optional.of(share.share()) : Optional.empty();
    }

    /** Such as {@code B6}. */
    static String name(int row, int column) {
        return letters(column) + (row + 1);
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
