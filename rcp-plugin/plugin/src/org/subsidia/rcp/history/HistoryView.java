package org.subsidia.rcp.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.DeskView;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.EditStep;
import org.subsidia.rcp.ui.Accessibles;

/** Every step since the portfolio was opened, the latest on top; a double click goes to the state after a step. */
public final class HistoryView extends DeskView {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.history";

    private Table table;

    @Override
    protected void build(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Label hint = new Label(parent, SWT.WRAP);
        hint.setText(Texts.historyHint);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(6, 4)
                .hint(200, SWT.DEFAULT)
                .applyTo(hint);
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Accessibles.name(table, getPartName());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        column(Texts.historyWhen, 90);
        column(Texts.historyWhat, 360);
        table.addListener(SWT.DefaultSelection, event -> goTo(table.getSelectionIndex()));
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    /** Row 0 is the latest step; below the first step stands the portfolio as it was opened. */
    private void goTo(int row) {
        if (row >= 0) {
            Desk.get().session().goTo(table.getItemCount() - 1 - row);
        }
    }

    @Override
    protected void refresh() {
        List<EditStep> steps = Desk.get().session().steps();
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(Texts.locale())
                .withZone(ZoneId.systemDefault());
        table.removeAll();
        int standing = 0;
        for (int i = steps.size() - 1; i >= 0; i--) {
            EditStep step = steps.get(i);
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {times.format(step.instant()), step.label()});
            if (step.done()) {
                standing++;
            } else {
                item.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
            }
        }
        new TableItem(table, SWT.NONE).setText(new String[] {"", Texts.historyStart});
        table.setSelection(steps.size() - standing);
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }
}
