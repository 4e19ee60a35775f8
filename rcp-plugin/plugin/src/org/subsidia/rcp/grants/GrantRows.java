package org.subsidia.rcp.grants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.ui.Folding;

/**
 * Rows of the table in their order.
 *
 * @param rows the rows
 */
record GrantRows(List<GrantRow> rows) {
    GrantRows {
        rows = List.copyOf(rows);
    }

    static GrantRows of(List<Grant> grants, Portfolio portfolio, LocalDate today, Locale locale) {
        return new GrantRows(grants.stream()
                .map(grant -> GrantRow.of(grant, portfolio, today, locale))
                .toList());
    }

    /** The same rows in the order of a column. */
    GrantRows by(GrantColumn column, boolean descending, Locale locale) {
        return new GrantRows(
                rows.stream().sorted(column.order(descending, locale)).toList());
    }

    /** The rows in which every word occurs; all where there is no word. */
    GrantRows with(String words) {
        if (words.isBlank()) {
            return this;
        }
        String[] wanted = Folding.words(words);
        List<GrantRow> kept = new ArrayList<>(rows.size());
        for (GrantRow row : rows) {
            if (Folding.hasAll(row.searched(), wanted)) {
                kept.add(row);
            }
        }
        return new GrantRows(kept);
    }

    int size() {
        return rows.size();
    }

    GrantRow get(int index) {
        return rows.get(index);
    }

    /** The position of a grant, or -1. */
    int indexOf(GrantId id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).grant().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
