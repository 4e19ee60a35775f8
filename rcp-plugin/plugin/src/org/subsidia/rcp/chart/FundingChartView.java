package org.subsidia.rcp.chart;

import java.util.Optional;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.session.Desk;
import org.subsidia.report.FundingByLevel;

/** Funding by year and level of funder, of what the explorer has selected. */
public final class FundingChartView extends ViewPart {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.funding";

    private final ISelectionListener follow = this::follow;
    private ChartCanvas canvas;
    private Runnable forget = () -> {};
    private Node scope = Node.Trunk.STRUCTURES;

    @Override
    public void createPartControl(Composite parent) {
        canvas = new ChartCanvas(parent);
        getSite().getPage().addSelectionListener(ExplorerView.ID, follow);
        forget = Desk.get().onChange(this::refresh);
        refresh();
    }

    private void follow(IWorkbenchPart part, ISelection chosen) {
        Object first = chosen instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
        Node next = first instanceof Node node ? node.scope() : Node.Trunk.STRUCTURES;
        if (!next.equals(scope)) {
            scope = next;
            refresh();
        }
    }

    private void refresh() {
        ExplorerTree tree = new ExplorerTree(Desk.get().portfolio(), Texts.locale());
        FundingByLevel funding = FundingByLevel.of(tree.grants(scope), tree.portfolio());
        String what = scope instanceof Node.Trunk ? Texts.grantsAll : tree.label(scope);
        String leftOut = funding.leftOut() == 0 ? "" : " – " + Texts.bind(Texts.chartLeftOut, funding.leftOut());
        setContentDescription((what + leftOut).replace("&", "&&"));
        canvas.show(funding.amounts().isEmpty() ? Optional.empty() : Optional.of(funding.chart()), Texts.chartNothing);
    }

    @Override
    public void setFocus() {
        canvas.control().setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(ExplorerView.ID, follow);
        forget.run();
        super.dispose();
    }
}
