package org.subsidia.rcp.analysis.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.subsidia.cashflow.Stress;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;

/** What may go wrong, a line each, as many as are added: each change is told at once. A line that says nothing usable has no effect. */
final class StressBar {
    private static final int LINES_SHOWN = 4;

    /** Room for the bar that scrolls. */
    private static final int BAR = 10;

    private final Composite area;
    private final ScrolledComposite scrolled;
    private final Composite grid;
    private final Label remark;
    private final LocalDate proposed;
    private final Runnable changed;
    private final List<StressRow> rows = new ArrayList<>();
    private Subjects subjects = Subjects.NONE;

    StressBar(Composite parent, LocalDate today, Runnable changed) {
        this.changed = changed;
        this.proposed = LocalDate.of(today.getYear() + 1, 1, 1);
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 0).spacing(0, 2).applyTo(area);
        scrolled = new ScrolledComposite(area, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        grid = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(StressRow.COLUMNS)
                .spacing(8, 3)
                .extendedMargins(0, BAR, 0, 0)
                .applyTo(grid);
        scrolled.setContent(grid);
        remark = new Label(area, SWT.WRAP);
        remark.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_RED));
        arrange();
    }

    Control control() {
        return area;
    }

    /** The button that adds a line. */
    Button addButton(Composite bar) {
        Button add = new Button(bar, SWT.PUSH);
        add.setText(Texts.stressAdd);
        add.setToolTipText(Texts.stressAddTip);
        Accessibles.name(add, Texts.stressAdd);
        Menu menu = new Menu(add);
        for (StressKind kind : StressKind.values()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(kind.label());
            item.addListener(SWT.Selection, event -> add(kind));
        }
        add.setMenu(menu);
        add.addListener(SWT.Selection, event -> {
            Point size = add.getSize();
            menu.setLocation(add.toDisplay(0, size.y));
            menu.setVisible(true);
        });
        return add;
    }

    private void add(StressKind kind) {
        StressRow[] made = new StressRow[1];
        made[0] = new StressRow(grid, kind, proposed, this::tell, () -> remove(made[0]));
        made[0].offer(subjects);
        rows.add(made[0]);
        arrange();
        scrolled.setOrigin(0, grid.getSize().y);
        tell();
    }

    private void remove(StressRow row) {
        rows.remove(row);
        row.dispose();
        arrange();
        tell();
    }

    /** A few lines are seen at once; without any there is nothing. */
    private void arrange() {
        Point whole = grid.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int height = rows.size() <= LINES_SHOWN ? whole.y : whole.y * LINES_SHOWN / rows.size();
        scrolled.setMinHeight(whole.y);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, height)
                .applyTo(scrolled);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .exclude(remark.getText().isEmpty())
                .applyTo(remark);
        remark.setVisible(!remark.getText().isEmpty());
        GridData data = GridDataFactory.fillDefaults()
                .grab(true, false)
                .exclude(rows.isEmpty())
                .create();
        area.setLayoutData(data);
        area.setVisible(!rows.isEmpty());
        grid.layout();
        area.getParent().layout(true, true);
    }

    private void tell() {
        stresses();
        changed.run();
    }

    /** Everything that is switched on and can be used; what cannot is told below. */
    List<Stress> stresses() {
        List<Stress> on = new ArrayList<>();
        String unusable = "";
        for (StressRow row : rows) {
            if (row.isOn()) {
                Optional<Stress> stress = row.stress();
                stress.ifPresent(on::add);
                if (stress.isEmpty()) {
                    unusable = Texts.bind(Texts.stressUnusable, row.label());
                }
            }
        }
        if (!remark.getText().equals(unusable)) {
            remark.setText(unusable);
            arrange();
        }
        return on;
    }

    /** Offers the funders, grants and programmes of a structure. */
    void offer(Structure structure, Portfolio portfolio) {
        subjects = Subjects.of(structure.id(), portfolio);
        rows.forEach(row -> row.offer(subjects));
    }
}
