package org.subsidia.rcp.grants;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.portfolio.GrantId;
import org.subsidia.rcp.Texts;

/** The table itself: virtual, so that twelve thousand grants cost what the thirty on screen cost. */
final class GrantTable {
    private final Table table;
    private final Consumer<GrantId> selected;
    private GrantRows sorted = new GrantRows(List.of());
    private GrantRows rows = sorted;
    private String words = "";
    private GrantColumn column = GrantColumn.AWARDED_ON;
    private boolean descending = true;

    GrantTable(Composite parent, Consumer<GrantId> selected) {
        this.selected = selected;
        table = new Table(parent, SWT.VIRTUAL | SWT.SINGLE | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        for (GrantColumn kind : GrantColumn.values()) {
            TableColumn header = new TableColumn(table, kind.isNumber() ? SWT.RIGHT : SWT.LEFT);
            header.setText(kind.title());
            header.setWidth(kind.width());
            header.setMoveable(true);
            header.addListener(SWT.Selection, event -> sort(kind));
        }
        markSorted();
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> tell());
    }

    Table control() {
        return table;
    }

    /** Shows other rows, in the order chosen. */
    void show(GrantRows next) {
        GrantId chosen = chosen();
        sorted = next.by(column, descending, Texts.locale());
        arrange(chosen);
    }

    /** Shows the rows in which all words occur. */
    void filter(String filter) {
        words = filter;
        arrange(chosen());
    }

    int size() {
        return rows.size();
    }

    int total() {
        return sorted.size();
    }

    /** Selects a grant, if it is shown. */
    void select(GrantId id) {
        int index = id == null ? -1 : rows.indexOf(id);
        table.deselectAll();
        if (index >= 0) {
            table.setSelection(index);
            table.showSelection();
        }
    }

    private void sort(GrantColumn by) {
        descending = by == column && !descending;
        column = by;
        markSorted();
        GrantId chosen = chosen();
        sorted = sorted.by(column, descending, Texts.locale());
        arrange(chosen);
    }

    private void markSorted() {
        table.setSortColumn(table.getColumn(column.ordinal()));
        table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
    }

    private void arrange(GrantId chosen) {
        rows = sorted.with(words);
        table.setItemCount(rows.size());
        table.clearAll();
        select(chosen);
        tell();
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        if (event.index < 0 || event.index >= rows.size()) {
            // GTK asks for a row that it is about to drop; an item left over would outlive its row and crash whoever
            // paints it
            item.dispose();
            return;
        }
        GrantRow row = rows.get(event.index);
        for (GrantColumn kind : GrantColumn.values()) {
            item.setText(kind.ordinal(), kind.text(row));
        }
    }

    private GrantId chosen() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= rows.size()
                ? null
                : rows.get(index).grant().id();
    }

    private void tell() {
        selected.accept(chosen());
    }
}
