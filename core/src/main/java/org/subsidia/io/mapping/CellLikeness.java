package org.subsidia.io.mapping;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.TabularRow;

/** How well the cells below a header fit a field. */
final class CellLikeness {
    private static final int MOST = 100;

    private CellLikeness() {}

    /** The likeness of the header, lowered by the share of cells that do not fit; an empty column fits a little less. */
    static int weigh(int likeness, TableField field, int column, List<TabularRow> rows) {
        int filled = 0;
        int fitting = 0;
        for (TabularRow row : rows) {
            String cell = SkippedRows.cell(row, column);
            if (cell.isEmpty() || CellReader.isNothing(cell, field.type())) {
                continue;
            }
            filled++;
            fitting += fits(cell, field, row.isNumber(column)) ? 1 : 0;
            if (filled == MOST) {
                break;
            }
        }
        if (filled == 0) {
            return likeness * 9 / 10;
        }
        // words for a choice that nobody foresaw can be given a meaning; figures that are no amount cannot
        double floor = field.type() == FieldType.CHOICE ? 0.6 : likeness == HeaderLikeness.SAME ? 0.5 : 0.4;
        return (int) Math.round(likeness * (floor + (1 - floor) * fitting / filled));
    }

    private static boolean fits(String cell, TableField field, boolean isNumber) {
        switch (field.type()) {
            case TEXT, ID -> {
                // words with nothing but figures and a decimal mark are rather an amount
                return !(isNumber && cell.indexOf('.') >= 0);
            }
            case NUMBER -> {
                return cell.chars().filter(Character::isDigit).count() >= 8;
            }
            case DATE -> {
                // five figures in a text are rather an amount than a spreadsheet's number of a day
                return (isNumber || !DateText.isSerial(cell)) && reads(cell, field, isNumber);
            }
            default -> {
                return reads(cell, field, isNumber);
            }
        }
    }

    private static boolean reads(String cell, TableField field, boolean isNumber) {
        Reading<Object> reading =
                CellReader.read(cell, field, MappedColumn.of("x", field.id()), isNumber, CurrencyUnit.EUR);
        return reading.isRead()
                || reading.findings().stream()
                        .anyMatch(
                                f -> f.code().endsWith("-AMBIGUOUS") || f.code().endsWith("-SHORT-YEAR"));
    }
}
