package org.subsidia.io.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.identity.Spelling;
import org.subsidia.io.tabular.TabularRow;

/** Rows that are no records: what tables have beside their records. */
final class SkippedRows {
    private static final Set<String> TOTALS = Set.of(
            "total", "totaux", "totalgeneral", "soustotal", "grandtotal", "subtotal", "sum", "somme", "ensemble");

    private final Place place;
    private final List<Columns.Found> columns;

    SkippedRows(Place place, List<Columns.Found> columns) {
        this.place = place;
        this.columns = columns;
    }

    /** Why a row is no record, if it is none. */
    Optional<Finding> reason(TabularRow row) {
        Place where = place.line(row.line());
        boolean empty = true;
        boolean header = true;
        for (Columns.Found found : columns) {
            String cell = cell(row, found.index());
            empty &= CellReader.isNothing(cell, found.field().type());
            header &= cell.equals(found.column().header().strip());
        }
        if (empty) {
            return Optional.of(Finding.info(where, "MAP-ROW-EMPTY", row.line()));
        }
        if (header) {
            return Optional.of(Finding.info(where, "MAP-ROW-HEADER", row.line()));
        }
        return isTotal(row) ? Optional.of(Finding.info(where, "MAP-ROW-TOTAL", row.line())) : Optional.empty();
    }

    /** A word for a total, and no other words: a cell of words more, and the row can be a record of that name. */
    private static boolean isTotal(TabularRow row) {
        boolean total = false;
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = CellReader.text(row.cells().get(i));
            boolean words = cell.chars().anyMatch(Character::isLetter) && !isAmount(cell);
            if (words && (total || !isTotalWord(cell))) {
                return false;
            }
            total |= words;
        }
        return total;
    }

    private static boolean isTotalWord(String cell) {
        String key = Spelling.key(cell);
        return TOTALS.contains(key) || key.startsWith("totalgeneral") || key.matches("(sous)?total(19|20)?\\d{0,2}");
    }

    private static boolean isAmount(String cell) {
        return cell.chars().anyMatch(Character::isDigit) && cell.matches("[\\d.,\\s\\p{Z}'’+−-]*(€|EUR|euros?|%)?");
    }

    static String cell(TabularRow row, int index) {
        return index < row.cells().size() ? CellReader.text(row.cells().get(index)) : "";
    }
}
