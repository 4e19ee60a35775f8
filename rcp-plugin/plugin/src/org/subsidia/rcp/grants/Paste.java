package org.subsidia.rcp.grants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.rcp.Texts;

/**
 * Cells from a spreadsheet on their way into the grid: all of them, as one edit, or none. Knows no window.
 *
 * @param changed the grants with what was pasted
 * @param cells how many cells change something
 * @param refusals why cells cannot be pasted
 */
record Paste(Map<GrantId, Grant> changed, int cells, List<String> refusals) {

    /**
     * Prepares cells; those beyond the grid's edge and those that say what stands there are left out.
     *
     * @param cells from the clipboard
     * @param line of the grid, for the first row of cells
     * @param columns of the grid, from the one that takes the first column of cells
     */
    static Paste of(List<List<String>> cells, GridModel model, int line, List<GrantColumn> columns, Locale locale) {
        Map<GrantId, Grant> changed = new LinkedHashMap<>();
        List<String> refusals = new ArrayList<>();
        int count = 0;
        for (int r = 0; r < cells.size(); r++) {
            Optional<GrantRow> row = model.row(line + r);
            for (int c = 0; row.isPresent() && c < Math.min(cells.get(r).size(), columns.size()); c++) {
                GrantColumn column = columns.get(c);
                String text = cells.get(r).get(c).strip();
                if (text.equals(column.text(row.get()).strip())) {
                    continue;
                }
                Grant grant =
                        changed.getOrDefault(row.get().grant().id(), row.get().grant());
                Optional<String> refusal = CellEdits.refusal(column, grant, text, locale);
                if (refusal.isPresent()) {
                    refusals.add(Texts.bind(Texts.pasteCell, row.get().name(), column.title(), refusal.get()));
                } else {
                    changed.put(grant.id(), CellEdits.changed(column, grant, text, locale));
                    count++;
                }
            }
        }
        return new Paste(changed, count, refusals);
    }

    Edit edit(String label) {
        return Edit.batch(label, changed.values().stream().map(Edit::put).toList());
    }
}
