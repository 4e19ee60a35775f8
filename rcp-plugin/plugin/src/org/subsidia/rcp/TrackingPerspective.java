package org.subsidia.rcp;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.subsidia.rcp.calendar.CalendarView;
import org.subsidia.rcp.chart.FundingChartView;
import org.subsidia.rcp.detail.DetailView;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.grants.GrantsView;
import org.subsidia.rcp.help.GuideView;
import org.subsidia.rcp.history.HistoryView;
import org.subsidia.rcp.problem.ProblemsView;
import org.subsidia.rcp.reconcile.ReconcileView;
import org.subsidia.rcp.ui.FailureDialog;
import org.subsidia.rcp.welcome.TourView;
import org.subsidia.rcp.welcome.WelcomeView;

/** Tracking: who funds what, and when; what is late and what is wrong. */
public final class TrackingPerspective implements IPerspectiveFactory {
    /** The perspective's id. */
    public static final String ID = "org.subsidia.rcp.tracking";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        String area = layout.getEditorArea();
        layout.addView(ExplorerView.ID, IPageLayout.LEFT, 0.23f, area);
        IFolderLayout lists =
                folder(layout, "lists", IPageLayout.TOP, 0.48f, GrantsView.ID, CalendarView.ID, ProblemsView.ID);
        lists.addPlaceholder(ReconcileView.ID);
        lists.addPlaceholder(WelcomeView.ID);
        lists.addPlaceholder(GuideView.ID);
        folder(layout, "record", IPageLayout.LEFT, 0.62f, DetailView.ID).addPlaceholder(FailureDialog.LOG);
        folder(layout, "charts", IPageLayout.RIGHT, 0.5f, FundingChartView.ID, HistoryView.ID);
        layout.addPlaceholder(TourView.ID, IPageLayout.BOTTOM, 0.72f, ExplorerView.ID);
        for (String view : new String[] {
            ExplorerView.ID,
            GrantsView.ID,
            CalendarView.ID,
            ProblemsView.ID,
            ReconcileView.ID,
            DetailView.ID,
            FundingChartView.ID,
            HistoryView.ID,
            FailureDialog.LOG
        }) {
            layout.addShowViewShortcut(view);
        }
    }

    private static IFolderLayout folder(IPageLayout layout, String id, int side, float ratio, String... views) {
        IFolderLayout folder = layout.createFolder(id, side, ratio, layout.getEditorArea());
        for (String view : views) {
            folder.addView(view);
        }
        return folder;
    }
}
