package org.subsidia.rcp.analysis.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;

/** Which tiles the dashboard shows, and in which order. */
final class TilesDialog extends Dialog {
    private final List<TileKind> order = new ArrayList<>();
    private final List<TileKind> shown;
    private List<TileKind> chosen;
    private Table table;

    TilesDialog(Shell parent, List<TileKind> shown) {
        super(parent);
        this.shown = shown;
        this.chosen = shown;
        order.addAll(shown);
        Stream.of(TileKind.values()).filter(kind -> !shown.contains(kind)).forEach(order::add);
    }

    /** The tiles that were chosen. */
    List<TileKind> chosen() {
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.dashboardCompose);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).applyTo(area);
        Label question = new Label(area, SWT.NONE);
        question.setText(Texts.dashboardQuestion);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(question);
        table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.SINGLE);
        Accessibles.name(table, Texts.dashboardQuestion);
        GridDataFactory.fillDefaults().grab(true, true).hint(330, 200).applyTo(table);
        for (TileKind kind : order) {
            add(kind, shown.contains(kind), table.getItemCount());
        }
        table.setSelection(0);
        table.addListener(SWT.Selection, event -> check());
        Composite buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        button(buttons, Texts.dashboardUp, -1);
        button(buttons, Texts.dashboardDown, 1);
        return area;
    }

    private void button(Composite parent, String label, int by) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, event -> move(by));
    }

    private void add(TileKind kind, boolean checked, int index) {
        TableItem item = new TableItem(table, SWT.NONE, index);
        item.setText(kind.title());
        item.setChecked(checked);
        item.setData(kind);
    }

    private void move(int by) {
        int from = table.getSelectionIndex();
        int to = from + by;
        if (from >= 0 && to >= 0 && to < table.getItemCount()) {
            TableItem item = table.getItem(from);
            TileKind kind = (TileKind) item.getData();
            boolean checked = item.getChecked();
            item.dispose();
            add(kind, checked, to);
            table.setSelection(to);
        }
    }

    private List<TileKind> checked() {
        return Stream.of(table.getItems())
                .filter(TableItem::getChecked)
                .map(item -> (TileKind) item.getData())
                .toList();
    }

    /** A dashboard without tiles would be an empty window. */
    private void check() {
        getButton(IDialogConstants.OK_ID).setEnabled(!checked().isEmpty());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.ok, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Texts.cancel, false);
    }

    @Override
    protected void okPressed() {
        chosen = checked();
        super.okPressed();
    }
}
