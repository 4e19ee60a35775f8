package org.subsidia.rcp.analysis.forecast;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.subsidia.cashflow.Stress;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Checks;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** What may go wrong, as switches: each change is told at once. A switch whose fields say nothing usable stays without effect. */
final class StressBar {
    private static final int NAME = 190;
    private static final int MOST_MONTHS = 60;
    private static final Set<GrantState> OVER = EnumSet.of(GrantState.REFUSED, GrantState.CLOSED, GrantState.CANCELLED);

    private final Composite area;
    private final Runnable changed;
    private final List<Switch> switches = new ArrayList<>();
    private final Combo lateFunder;
    private final Combo lessFunder;
    private final Combo leavingFunder;
    private final Combo decommitted;
    private final Label remark;
    private List<FunderId> funders = List.of();
    private List<GrantId> grants = List.of();

    /** A thing that may go wrong. */
    private record Switch(Button on, Supplier<Optional<Stress>> stress) {}

    StressBar(Composite parent, LocalDate today, Runnable changed) {
        this.changed = changed;
        area = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults()
                .type(SWT.HORIZONTAL)
                .wrap(true)
                .margins(6, 2)
                .spacing(18)
                .applyTo(area);
        Composite late = part();
        Button isLate = on(late, Texts.stressLate);
        lateFunder = combo(late, Texts.stressLate);
        Spinner lateMonths = spinner(late, Texts.stressLate, 3, MOST_MONTHS, Texts.stressMonths);
        switches.add(new Switch(
                isLate, () -> funder(lateFunder, 0).map(id -> new Stress.Late(id, lateMonths.getSelection()))));
        Composite less = part();
        Button isLess = on(less, Texts.stressLess);
        Spinner lessShare = spinner(less, Texts.stressLess, 10, 100, Texts.stressPercent);
        lessFunder = combo(less, Texts.stressLess);
        switches.add(new Switch(
                isLess, () -> Optional.of(new Stress.Less(funder(lessFunder, 1).orElse(null), percent(lessShare)))));
        Composite slip = part();
        Button isSlip = on(slip, Texts.stressSlip);
        Spinner slipMonths = spinner(slip, Texts.stressSlip, 6, MOST_MONTHS, Texts.stressMonths);
        switches.add(new Switch(isSlip, () -> Optional.of(new Stress.StartSlip(null, slipMonths.getSelection()))));
        Composite leave = part();
        Button isLeave = on(leave, Texts.stressLeave);
        leavingFunder = combo(leave, Texts.stressLeave);
        label(leave, Texts.stressFrom);
        Text day = new Text(leave, SWT.BORDER);
        day.setText(Words.date(LocalDate.of(today.getYear() + 1, 1, 1)));
        day.setLayoutData(new RowData(90, SWT.DEFAULT));
        Accessibles.name(day, Texts.stressLeave + ' ' + Texts.stressFrom);
        day.addListener(SWT.Modify, event -> changed(isLeave));
        switches.add(new Switch(isLeave, () -> day(day).flatMap(
                        from -> funder(leavingFunder, 0).map(id -> new Stress.Leave(id, from)))));
        Composite decommit = part();
        Button isDecommit = on(decommit, Texts.stressDecommit);
        Spinner decommitShare = spinner(decommit, Texts.stressDecommit, 50, 100, Texts.stressPercent);
        decommitted = combo(decommit, Texts.stressDecommit);
        switches.add(
                new Switch(isDecommit, () -> grant().map(id -> new Stress.Decommitment(id, percent(decommitShare)))));
        remark = new Label(area, SWT.NONE);
        remark.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_RED));
    }

    Control control() {
        return area;
    }

    private Composite part() {
        Composite part = new Composite(area, SWT.NONE);
        RowLayoutFactory.fillDefaults()
                .type(SWT.HORIZONTAL)
                .center(true)
                .wrap(false)
                .spacing(4)
                .applyTo(part);
        return part;
    }

    private Button on(Composite part, String label) {
        Button button = Checks.of(part, label);
        button.addListener(SWT.Selection, event -> tell());
        return button;
    }

    private Combo combo(Composite part, String name) {
        Combo combo = new Combo(part, SWT.READ_ONLY);
        combo.setLayoutData(new RowData(NAME, SWT.DEFAULT));
        combo.addListener(SWT.Selection, event -> changed(button(part)));
        Accessibles.name(combo, name);
        return combo;
    }

    private Spinner spinner(Composite part, String name, int value, int most, String unit) {
        Spinner spinner = new Spinner(part, SWT.BORDER);
        spinner.setValues(value, 0, most, 0, 1, 10);
        spinner.addListener(SWT.Selection, event -> changed(button(part)));
        Accessibles.name(spinner, name);
        label(part, unit);
        return spinner;
    }

    private static void label(Composite part, String words) {
        new Label(part, SWT.NONE).setText(words);
    }

    private static Button button(Composite part) {
        return (Button) part.getChildren()[0];
    }

    private void changed(Button on) {
        if (on.getSelection()) {
            tell();
        }
    }

    private void tell() {
        stresses();
        changed.run();
    }

    private Optional<FunderId> funder(Combo combo, int before) {
        int index = combo.getSelectionIndex() - before;
        return index < 0 || index >= funders.size() ? Optional.empty() : Optional.of(funders.get(index));
    }

    private Optional<GrantId> grant() {
        int index = decommitted.getSelectionIndex();
        return index < 0 || index >= grants.size() ? Optional.empty() : Optional.of(grants.get(index));
    }

    private static Optional<LocalDate> day(Text text) {
        return DayText.read(text.getText(), Texts.locale());
    }

    private static Fraction percent(Spinner spinner) {
        return Fraction.of(spinner.getSelection(), 100);
    }

    /** Everything that is switched on and can be used; what cannot is told beside. */
    List<Stress> stresses() {
        List<Stress> on = new ArrayList<>();
        String unusable = "";
        for (Switch one : switches) {
            if (one.on().getSelection()) {
                Optional<Stress> stress = one.stress().get();
                stress.ifPresent(on::add);
                if (stress.isEmpty()) {
                    unusable = Texts.bind(Texts.stressUnusable, one.on().getText());
                }
            }
        }
        if (!remark.getText().equals(unusable)) {
            remark.setText(unusable);
            area.getParent().layout(true, true);
        }
        return on;
    }

    /** Offers the funders and the open grants of a structure; what was chosen stays so where it is still there. */
    void offer(Structure structure, Portfolio portfolio) {
        Map<String, FunderId> named = new TreeMap<>(Collator.getInstance(Texts.locale())::compare);
        List<Grant> open = portfolio.grantsOf(structure.id()).stream()
                .filter(grant -> !OVER.contains(grant.state()))
                .sorted(Comparator.comparing(Grant::purpose, Collator.getInstance(Texts.locale())::compare))
                .toList();
        open.stream()
                .flatMap(grant -> grant.funders().stream())
                .forEach(id -> named.put(portfolio.funder(id).map(Funder::name).orElse(id.value()), id));
        List<GrantId> ids = open.stream().map(Grant::id).toList();
        List<FunderId> who = List.copyOf(named.values());
        if (who.equals(funders) && ids.equals(grants)) {
            return;
        }
        funders = who;
        grants = ids;
        String[] names = named.keySet().toArray(String[]::new);
        fill(lateFunder, names);
        fill(leavingFunder, names);
        List<String> all = new ArrayList<>(List.of(Texts.stressAllFunders));
        all.addAll(List.of(names));
        fill(lessFunder, all.toArray(String[]::new));
        fill(
                decommitted,
                open.stream()
                        .map(grant -> grant.purpose().isBlank() ? grant.id().value() : grant.purpose())
                        .toArray(String[]::new));
    }

    private static void fill(Combo combo, String[] items) {
        String before = combo.getText();
        combo.setItems(items);
        int again = combo.indexOf(before);
        combo.select(Math.max(0, again));
    }
}
