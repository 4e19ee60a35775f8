package org.subsidia.rcp;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.subsidia.rcp.analysis.consumption.ConsumptionView;
import org.subsidia.rcp.analysis.dashboard.DashboardView;
import org.subsidia.rcp.analysis.dependence.DependenceView;
import org.subsidia.rcp.analysis.eligibility.EligibilityView;
import org.subsidia.rcp.analysis.forecast.ForecastView;
import org.subsidia.rcp.analysis.law.LawView;
import org.subsidia.rcp.analysis.stateaid.StateAidView;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.help.GuideView;
import org.subsidia.rcp.ui.FailureDialog;
import org.subsidia.rcp.welcome.TourView;

/** Analysis: how much a structure depends, when its money comes, what it may ask for and still receive, and under which law. */
public final class AnalysisPerspective implements IPerspectiveFactory {
    /** The perspective’s id. */
    public static final String ID = "org.subsidia.rcp.analysis";

    private static final String[] VIEWS = {
        DashboardView.ID,
        DependenceView.ID,
        ForecastView.ID,
        EligibilityView.ID,
        StateAidView.ID,
        ConsumptionView.ID,
        LawView.ID
    };

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView(ExplorerView.ID, IPageLayout.LEFT, 0.2f, layout.getEditorArea());
        IFolderLayout folder = layout.createFolder("analyses", IPageLayout.TOP, 0.9f, layout.getEditorArea());
        for (String view : VIEWS) {
            folder.addView(view);
            layout.addShowViewShortcut(view);
        }
        folder.addPlaceholder(FailureDialog.LOG);
        folder.addPlaceholder(GuideView.ID);
        layout.addPlaceholder(TourView.ID, IPageLayout.BOTTOM, 0.72f, ExplorerView.ID);
        layout.addShowViewShortcut(ExplorerView.ID);
        layout.addShowViewShortcut(FailureDialog.LOG);
        layout.addPerspectiveShortcut(TrackingPerspective.ID);
    }
}
