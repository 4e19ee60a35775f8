package org.subsidia.rcp.history;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.DeskView;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.EditStep;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Paper;

/** Every step since the portfolio was opened, the latest on top; a double click goes to the state after a step. What others did is greyed. */
public final class HistoryView extends DeskView {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.history";

    private final List<Row> rows = new ArrayList<>();
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

    private void goTo(int row) {
        if (row >= 0 && rows.get(row).standing() >= 0) {
            Desk.get().session().goTo(rows.get(row).standing());
        }
    }

    /** A line: how many of one's own steps stand after it; of the edits of others, to which one cannot go, -1. */
    private record Row(Instant instant, String label, boolean done, int standing) {}

    @Override
    protected void refresh() {
        List<EditStep> steps = Desk.get().session().steps();
        rows.clear();
        rows.add(new Row(Instant.MIN, Texts.historyStart, true, 0));
        for (int i = 0; i < steps.size(); i++) {
            EditStep step = steps.get(i);
            rows.add(new Row(step.instant(), step.label(), step.done(), i + 1));
        }
        for (EditRecord other : Desk.get().session().others()) {
            String what = other.reason() == null ? "" : other.reason();
            rows.add(new Row(other.instant(), Texts.bind(Texts.historyOther, other.author(), what), true, -1));
        }
        // own steps stay in their order; those of others come in between
        rows.sort(
                Comparator.comparing(Row::instant).thenComparing(Row::standing).reversed());
        show((int) steps.stream().filter(EditStep::done).count());
    }

    private void show(int standing) {
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(Texts.locale())
                .withZone(Settings.zone());
        table.removeAll();
        for (Row row : rows) {
            TableItem item = new TableItem(table, SWT.NONE);
            String when = row.instant().equals(Instant.MIN) ? "" : times.format(row.instant());
            item.setText(new String[] {when, row.label()});
            if (!row.done() || row.standing() < 0) {
                item.setForeground(Paper.muted(table));
            }
            if (row.standing() == standing) {
                table.setSelection(table.getItemCount() - 1);
            }
        }
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }
}
