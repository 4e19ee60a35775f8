package org.subsidia.rcp.analysis.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.subsidia.cashflow.Stress;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.forecast.StressKind.Amount;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Checks;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** One thing that may go wrong: a switch, whom it is about, how much, from when on, and the button that takes it away. */
final class StressRow {
    static final int COLUMNS = 7;

    private static final int MOST_MONTHS = 60;
    private static final int WHOLE = 100;
    private static final int NAME = 200;
    private static final int DAY = 100;

    private final StressKind kind;
    private final Button on;
    private final Combo who;
    private final Spinner number;
    private final Text day;
    private final List<Control> controls;
    private List<Subjects.Subject> subjects = List.of();

    /** Stands in a grid with {@link #COLUMNS} columns. */
    StressRow(Composite grid, StressKind kind, LocalDate proposed, Runnable changed, Runnable removed) {
        this.kind = kind;
        Runnable tell = () -> {
            if (isOn()) {
                changed.run();
            }
        };
        on = Checks.of(grid, kind.label());
        on.setSelection(true);
        on.addListener(SWT.Selection, event -> changed.run());
        who = new Combo(grid, SWT.READ_ONLY);
        who.addListener(SWT.Selection, event -> {
            who.setToolTipText(who.getText());
            tell.run();
        });
        Accessibles.name(who, kind.label());
        GridDataFactory.fillDefaults().grab(true, false).hint(NAME, SWT.DEFAULT).applyTo(who);
        Control unit = new Label(grid, SWT.NONE);
        if (kind.amount() == Amount.NONE) {
            number = null;
        } else {
            unit.dispose();
            number = new Spinner(grid, SWT.BORDER);
            number.setValues(kind.usual(), 0, kind.amount() == Amount.MONTHS ? MOST_MONTHS : WHOLE, 0, 1, WHOLE / 10);
            number.addListener(SWT.Selection, event -> tell.run());
            Accessibles.name(number, kind.label());
        }
        Label of = new Label(grid, SWT.NONE);
        of.setText(
                switch (kind.amount()) {
                    case MONTHS -> Texts.stressMonths;
                    case PERCENT -> Texts.stressPercent;
                    case NONE -> "";
                });
        Label from = new Label(grid, SWT.NONE);
        if (kind.isDated()) {
            from.setText(kind == StressKind.RECOVER || kind == StressKind.BREACH ? Texts.stressOn : Texts.stressFrom);
            day = new Text(grid, SWT.BORDER);
            day.setText(Words.date(proposed));
            day.addListener(SWT.Modify, event -> tell.run());
            Accessibles.name(day, kind.label() + ' ' + from.getText());
            GridDataFactory.fillDefaults()
                    .hint(DAY, SWT.DEFAULT)
                    .align(SWT.BEGINNING, SWT.CENTER)
                    .applyTo(day);
        } else {
            day = null;
            new Label(grid, SWT.NONE);
        }
        Button remove = new Button(grid, SWT.PUSH | SWT.FLAT);
        remove.setText("×");
        remove.setToolTipText(Texts.stressRemove);
        Accessibles.name(remove, Texts.stressRemove);
        remove.addListener(SWT.Selection, event -> removed.run());
        Control[] all = grid.getChildren();
        controls = Stream.of(all).skip(all.length - COLUMNS).toList();
    }

    boolean isOn() {
        return on.getSelection();
    }

    String label() {
        return on.getText();
    }

    /** What goes wrong; none: something is missing. */
    Optional<Stress> stress() {
        int index = who.getSelectionIndex();
        if (index < 0) {
            return Optional.empty();
        }
        return kind.of(
                subjects.get(index).id(),
                number == null ? 0 : number.getSelection(),
                day == null ? Optional.empty() : DayText.read(day.getText(), Texts.locale()));
    }

    /** Offers the subjects of a structure; what was chosen stays so where it is still there, else the first is. */
    void offer(Subjects offered) {
        List<Subjects.Subject> next = offered.of(kind.who());
        if (next.equals(subjects)) {
            return;
        }
        Optional<Subjects.Subject> before =
                who.getSelectionIndex() < 0 ? Optional.empty() : Optional.of(subjects.get(who.getSelectionIndex()));
        subjects = next;
        who.setItems(next.stream().map(Subjects.Subject::name).toArray(String[]::new));
        who.select(Math.max(0, before.map(next::indexOf).orElse(0)));
        who.setToolTipText(who.getText());
    }

    void dispose() {
        controls.forEach(Control::dispose);
    }
}
