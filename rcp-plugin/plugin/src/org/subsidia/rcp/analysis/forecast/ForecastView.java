package org.subsidia.rcp.analysis.forecast;

import java.util.function.BooleanSupplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Checks;

/** The cash to come of a structure; what may go wrong is switched on and off, and the forecast follows at once. */
public final class ForecastView extends SheetView<ForecastAnswer> {
    /** The view’s id. */
    public static final String ID = "org.subsidia.rcp.forecast";

    private static final int[] MONTHS = {12, 24, 36};

    private Combo months;
    private Button applications;
    private StressBar stresses;
    private volatile ForecastAnswer.Choice choice = ForecastAnswer.USUAL;

    @Override
    protected void buildBar(Composite bar) {
        months = choice(
                bar,
                Texts.forecastHorizon,
                Texts.bind(Texts.forecastMonths, MONTHS[0]),
                Texts.bind(Texts.forecastMonths, MONTHS[1]),
                Texts.bind(Texts.forecastMonths, MONTHS[2]));
        months.select(1);
        months.addListener(SWT.Selection, event -> choose());
        applications = Checks.of(bar, Texts.forecastApplications);
        applications.setSelection(true);
        applications.addListener(SWT.Selection, event -> choose());
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .indent(10, 0)
                .applyTo(applications);
        stresses = new StressBar(bar.getParent(), Settings.today(), this::choose);
        GridDataFactory.fillDefaults()
                .align(SWT.END, SWT.CENTER)
                .grab(true, false)
                .applyTo(stresses.addButton(bar));
    }

    private void choose() {
        choice = new ForecastAnswer.Choice(
                MONTHS[months.getSelectionIndex()], applications.getSelection(), stresses.stresses());
        refresh();
    }

    @Override
    protected ForecastAnswer compute(Structure structure, Question question, BooleanSupplier cancelled) {
        return ForecastAnswer.of(structure, question, choice);
    }

    @Override
    protected Sheet sheet(ForecastAnswer answer) {
        return answer.sheet();
    }

    @Override
    protected void shown(ForecastAnswer answer) {
        stresses.offer(answer.cases().get(0).forecast().structure(), portfolio());
        if (!stresses.stresses().equals(choice.stresses())) {
            choose(); // another structure has other funders
        }
    }
}
