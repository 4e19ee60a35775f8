package org.subsidia.rcp.chart;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.report.FundingByLevel;

/** Funding by year and level of funder, of what the explorer has selected. */
public final class FundingChartView extends AnalysisView<FundingByLevel> {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.funding";

    private Label what;
    private ChartCanvas canvas;

    @Override
    protected void build(Composite parent) {
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 4).applyTo(parent);
        what = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(what);
        canvas = new ChartCanvas(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas.control());
    }

    @Override
    protected FundingByLevel compute(Question question, BooleanSupplier cancelled) {
        ExplorerTree tree = new ExplorerTree(question.portfolio(), Texts.locale());
        return FundingByLevel.of(tree.grants(question.scope()), question.portfolio());
    }

    @Override
    protected void show(FundingByLevel funding) {
        String leftOut = funding.leftOut() == 0 ? "" : " – " + Texts.bind(Texts.chartLeftOut, funding.leftOut());
        what.setText((scopeName() + leftOut).replace("&", "&&"));
        what.getParent().layout();
        canvas.show(funding.amounts().isEmpty() ? Optional.empty() : Optional.of(funding.chart()), Texts.chartNothing);
    }

    @Override
    public void setFocus() {
        canvas.control().setFocus();
    }
}
