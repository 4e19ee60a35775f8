package org.subsidia.rcp.analysis.dependence;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.Ratio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.preference.Settings;

/** How much a structure depends on public money. */
public final class DependenceView extends SheetView<DependenceAnswer> {
    /** The view’s id. */
    public static final String ID = "org.subsidia.rcp.dependence";

    private static final int BEFORE = 2;
    private static final int AFTER = 1;

    private Combo year;
    private Combo view;
    private Combo from;
    private Combo to;
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
        view = choice(
                bar,
                Texts.dependenceSide,
                Stream.of(FunderView.values())
                        .map(one -> one.label().in(Texts.locale()))
                        .toArray(String[]::new));
        view.select(FunderView.ORIGIN.ordinal());
        String[] ratios = Stream.of(Ratio.values()).map(Ratio::name).toArray(String[]::new);
        from = choice(bar, Texts.dependenceBridge, ratios);
        from.select(Ratio.R1.ordinal());
        to = choice(bar, Texts.dependenceBridgeTo, ratios);
        to.select(Ratio.R5.ordinal());
        for (Combo combo : new Combo[] {year, view, from, to}) {
            combo.addListener(SWT.Selection, event -> choose());
        }
    }

    private void choose() {
        choice = new DependenceAnswer.Choice(
                year.getSelectionIndex() - BEFORE,
                FunderView.values()[view.getSelectionIndex()],
                Ratio.values()[from.getSelectionIndex()],
                Ratio.values()[to.getSelectionIndex()]);
        refresh();
    }

    @Override
    protected DependenceAnswer compute(Structure structure, Question question, BooleanSupplier cancelled) {
        return DependenceAnswer.of(structure, question, choice);
    }

    @Override
    protected Sheet sheet(DependenceAnswer answer) {
        return answer.sheet();
    }
}
