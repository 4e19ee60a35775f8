package org.subsidia.rcp.analysis.consumption;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.preference.Settings;

/** Budget against actual of a structure. */
public final class ConsumptionView extends SheetView<ConsumptionAnswer> {
    /** The view’s id. */
    public static final String ID = "org.subsidia.rcp.consumption";

    private static final int YEARS = 4;

    private volatile int year = Settings.today().getYear();

    @Override
    protected void buildBar(Composite bar) {
        Combo years = choice(
                bar,
                Texts.analysisBudgetYear,
                Stream.iterate(year, one -> one - 1)
                        .limit(YEARS)
                        .map(String::valueOf)
                        .toArray(String[]::new));
        years.addListener(SWT.Selection, event -> {
            year = Integer.parseInt(years.getText());
            refresh();
        });
    }

    @Override
    protected ConsumptionAnswer compute(Structure structure, Question question, BooleanSupplier cancelled) {
        return ConsumptionAnswer.of(structure, question, year);
    }

    @Override
    protected Sheet sheet(ConsumptionAnswer answer) {
        return answer.sheet();
    }
}
