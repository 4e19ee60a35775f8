package org.subsidia.rcp;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.subsidia.rcp.chart.FundingChartView;
import org.subsidia.rcp.detail.DetailView;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.grants.GrantsView;

/** Tracking: who funds what, and when. */
public final class TrackingPerspective implements IPerspectiveFactory {
    /** The perspective's id. */
    public static final String ID = "org.subsidia.rcp.tracking";

    private static final String LOG = "org.eclipse.pde.runtime.LogView";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        String area = layout.getEditorArea();
        layout.addView(ExplorerView.ID, IPageLayout.LEFT, 0.23f, area);
        layout.addView(GrantsView.ID, IPageLayout.TOP, 0.45f, area);
        IFolderLayout charts = layout.createFolder("charts", IPageLayout.LEFT, 0.5f, area);
        charts.addView(FundingChartView.ID);
        charts.addPlaceholder(LOG);
        layout.addView(DetailView.ID, IPageLayout.RIGHT, 0.5f, area);
        for (String view : new String[] {ExplorerView.ID, GrantsView.ID, FundingChartView.ID, DetailView.ID, LOG}) {
            layout.addShowViewShortcut(view);
        }
    }
}
