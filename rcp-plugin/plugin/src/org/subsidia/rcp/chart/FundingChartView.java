package org.subsidia.rcp.chart;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.report.FundingByLevel;

/** Funding by year and level of funder, of what the explorer has selected. */
public final class FundingChartView extends AnalysisView<FundingByLevel> {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.funding";

    private ChartCanvas canvas;

    @Override
    protected void build(Composite parent) {
        parent.setLayout(new FillLayout());
        canvas = new ChartCanvas(parent);
    }

    @Override
    protected FundingByLevel compute(Question question, BooleanSupplier cancelled) {
        ExplorerTree tree = new ExplorerTree(question.portfolio(), Texts.locale());
        return FundingByLevel.of(tree.grants(question.scope()), question.portfolio());
    }

    @Override
    protected void show(FundingByLevel funding) {
        String leftOut = funding.leftOut() == 0 ? "" : " – " + Texts.bind(Texts.chartLeftOut, funding.leftOut());
        setContentDescription((scopeName() + leftOut).replace("&", "&&"));
        canvas.show(funding.amounts().isEmpty() ? Optional.empty() : Optional.of(funding.chart()), Texts.chartNothing);
    }

    @Override
    public void setFocus() {
        canvas.control().setFocus();
    }
}
