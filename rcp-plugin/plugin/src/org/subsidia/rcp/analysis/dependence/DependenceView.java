package org.subsidia.rcp.analysis.dependence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.Ratio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** How much a structure depends on public money: ratios, the bridge between two of them, and what follows if a funder leaves. */
public final class DependenceView extends SheetView<DependenceAnswer> {
    /** The view’s id. */
    public static final String ID = "org.subsidia.rcp.dependence";

    private static final int BEFORE = 2;
    private static final int AFTER = 1;
    private static final int NAME = 260;
    private static final int DAY = 100;
    private static final int FIELDS = 9;

    private Combo year;
    private Combo view;
    private Combo from;
    private Combo fromYear;
    private Combo to;
    private Combo toYear;
    private Combo leaving;
    private Text day;
    private Label remark;
    private List<Party> parties = List.of();
    private volatile DependenceAnswer.Choice choice = DependenceAnswer.USUAL;

    @Override
    protected void buildBar(Composite bar) {
        int current = Settings.today().getYear();
        year = choice(
                bar,
                Texts.analysisYear,
                Stream.iterate(current - BEFORE, one -> one + 1)
                        .limit(BEFORE + AFTER + 1)
                        .map(String::valueOf)
                        .toArray(String[]::new));
        year.select(BEFORE);
        year.addListener(SWT.Selection, event -> chooseYear());
        view = choice(
                bar,
                Texts.dependenceSide,
                Stream.of(FunderView.values())
                        .map(one -> one.label().in(Texts.locale()))
                        .toArray(String[]::new));
        view.select(FunderView.ORIGIN.ordinal());
        view.addListener(SWT.Selection, event -> choose());
    }

    @Override
    protected void buildHead(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(FIELDS)
                .margins(6, 2)
                .spacing(6, 0)
                .applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        String[] ratios = Stream.of(Ratio.values()).map(Ratio::name).toArray(String[]::new);
        from = choice(bar, Texts.dependenceBridge, ratios);
        from.select(Ratio.R1.ordinal());
        fromYear = more(bar, Texts.dependenceBridge + ' ' + Texts.analysisYear);
        to = choice(bar, Texts.dependenceBridgeTo, ratios);
        to.select(Ratio.R5.ordinal());
        toYear = more(bar, Texts.dependenceBridgeTo + ' ' + Texts.analysisYear);
        leaving = choice(bar, Texts.dependenceLeaving, Texts.dependenceEachFunder);
        GridDataFactory.fillDefaults()
                .hint(NAME, SWT.DEFAULT)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(leaving);
        for (Combo combo : new Combo[] {from, fromYear, to, toYear, leaving}) {
            combo.addListener(SWT.Selection, event -> choose());
        }
        Composite on = new Composite(bar, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(on);
        label(on, Texts.dependenceLeavesOn);
        day = new Text(on, SWT.BORDER);
        day.setText(Words.date(Settings.today()));
        day.addListener(SWT.Modify, event -> choose());
        Accessibles.name(day, Texts.dependenceLeaving + ' ' + Texts.dependenceLeavesOn);
        GridDataFactory.fillDefaults().hint(DAY, SWT.DEFAULT).applyTo(day);
        remark = new Label(parent, SWT.WRAP);
        remark.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_RED));
        tell("");
    }

    private static Combo more(Composite bar, String name) {
        Combo combo = new Combo(bar, SWT.READ_ONLY);
        Accessibles.name(combo, name);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
        return combo;
    }

    private void tell(String words) {
        remark.setText(words);
        remark.setVisible(!words.isEmpty());
        GridDataFactory.fillDefaults()
                .indent(6, 0)
                .grab(true, false)
                .exclude(words.isEmpty())
                .applyTo(remark);
        remark.getParent().layout(true, true);
    }

    /** A bridge within one year stays within the year that is looked at. */
    private void chooseYear() {
        if (fromYear.getText().equals(toYear.getText())) {
            fromYear.deselectAll();
            toYear.deselectAll();
        }
        choose();
    }

    private void choose() {
        Optional<LocalDate> leavesOn = DayText.read(day.getText(), Texts.locale());
        String unusable = leavesOn.isPresent() ? "" : Texts.bind(Texts.dependenceNoDay, day.getText());
        if (!remark.getText().equals(unusable)) {
            tell(unusable);
        }
        if (leavesOn.isEmpty()) {
            return; // what was shown stays
        }
        int who = leaving.getSelectionIndex() - 1;
        choice = new DependenceAnswer.Choice(
                year.getSelectionIndex() - BEFORE,
                FunderView.values()[view.getSelectionIndex()],
                Ratio.values()[from.getSelectionIndex()],
                Ratio.values()[to.getSelectionIndex()],
                number(fromYear),
                number(toYear),
                who < 0 || who >= parties.size() ? Optional.empty() : Optional.of(parties.get(who)),
                leavesOn);
        refresh();
    }

    private static Optional<Integer> number(Combo combo) {
        return combo.getSelectionIndex() < 0 ? Optional.empty() : Optional.of(Integer.valueOf(combo.getText()));
    }

    @Override
    protected DependenceAnswer compute(Structure structure, Question question, BooleanSupplier cancelled) {
        return DependenceAnswer.of(structure, question, choice);
    }

    @Override
    protected Sheet sheet(DependenceAnswer answer) {
        return answer.sheet();
    }

    /** Offers the years that are known and the funders of the year; what was chosen stays so where it is still there. */
    @Override
    protected void shown(DependenceAnswer answer) {
        String[] years = answer.dependence().years().keySet().stream()
                .map(String::valueOf)
                .toArray(String[]::new);
        fromYear.setItems(years);
        toYear.setItems(years);
        parties = answer.parties();
        String[] names = Stream.concat(
                        Stream.of(Texts.dependenceEachFunder),
                        parties.stream().map(party -> party.label().in(Texts.locale())))
                .toArray(String[]::new);
        leaving.setItems(names);
        leaving.select(0);
        if (answer.options() != null) {
            fromYear.setText(String.valueOf(answer.options().fromYear()));
            toYear.setText(String.valueOf(answer.options().toYear()));
            Party party = answer.options().leaving();
            leaving.select(party == null ? 0 : 1 + parties.indexOf(party));
        }
        leaving.setToolTipText(leaving.getText());
        fromYear.getParent().layout();
    }
}
