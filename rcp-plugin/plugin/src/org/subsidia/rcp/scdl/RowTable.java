package org.subsidia.rcp.scdl;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.io.scdl.ScdlOutcome;
import org.subsidia.io.scdl.ScdlParty;
import org.subsidia.io.scdl.ScdlRow;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/** The rows of a published file, virtual, with a box to take each. */
final class RowTable {
    private final Table table;
    private final Runnable chosen;
    private final Consumer<ScdlOutcome> selected;
    private Preview preview;
    private List<ScdlOutcome> rows = List.of();

    RowTable(Composite parent, Runnable chosen, Consumer<ScdlOutcome> selected) {
        this.chosen = chosen;
        this.selected = selected;
        table = new Table(
                parent, SWT.VIRTUAL | SWT.CHECK | SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        column(Texts.scdlLine, 80, SWT.LEFT);
        column(Texts.scdlOutcome, 100, SWT.LEFT);
        column(Texts.scdlBeneficiary, 200, SWT.LEFT);
        column(Texts.scdlFunder, 160, SWT.LEFT);
        column(Texts.scdlPurpose, 190, SWT.LEFT);
        column(Texts.scdlAmount, 120, SWT.RIGHT);
        column(Texts.scdlRemarks, 100, SWT.RIGHT);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, this::react);
    }

    private void column(String title, int width, int alignment) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setWidth(width);
    }

    void show(Preview of, List<ScdlOutcome> next) {
        preview = of;
        rows = next;
        table.setItemCount(rows.size());
        table.deselectAll();
        table.clearAll();
    }

    void refresh() {
        table.clearAll();
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        if (event.index < 0 || event.index >= rows.size()) {
            // GTK asks for a row that it is about to drop; an item left over would outlive its row and crash whoever
            // paints it
            item.dispose();
            return;
        }
        ScdlOutcome row = rows.get(event.index);
        int remarks = row.findings().size();
        item.setText(new String[] {
            String.valueOf(row.line()),
            kind(row),
            row.row().map(ScdlRow::beneficiary).map(RowTable::name).orElse(""),
            row.row().map(ScdlRow::funder).map(RowTable::name).orElse(""),
            row.row().flatMap(ScdlRow::purpose).orElse(""),
            Words.amount(row.row().map(ScdlRow::attributedAmount)),
            remarks == 0 ? "" : String.valueOf(remarks)
        });
        item.setChecked(preview.isChosen(row));
        item.setGrayed(!Preview.isTakeable(row));
    }

    private static String name(ScdlParty party) {
        return party.name().orElseGet(() -> party.id().map(id -> id.value()).orElse(""));
    }

    private static String kind(ScdlOutcome row) {
        return switch (row.kind()) {
            case NEW -> Texts.scdlNew;
            case UPDATED -> Texts.scdlUpdated;
            case UNCHANGED -> Texts.scdlUnchanged;
            case SKIPPED -> Texts.scdlSkipped;
            case REFUSED -> Texts.scdlRefused;
        };
    }

    private void react(Event event) {
        TableItem item = (TableItem) event.item;
        ScdlOutcome row = rows.get(table.indexOf(item));
        if (event.detail == SWT.CHECK) {
            preview.choose(row, item.getChecked());
            item.setChecked(preview.isChosen(row));
            chosen.run();
        } else {
            selected.accept(row);
        }
    }
}
