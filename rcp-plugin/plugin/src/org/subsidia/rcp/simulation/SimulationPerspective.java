package org.subsidia.rcp.simulation;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.subsidia.rcp.help.GuideView;
import org.subsidia.rcp.ui.FailureDialog;
import org.subsidia.rcp.welcome.TourView;
import org.subsidia.rcp.welcome.WelcomeView;

/** Simulation: scenarios at the left, what they do at the right. */
public final class SimulationPerspective implements IPerspectiveFactory {
    /** The perspective's id. */
    public static final String ID = "org.subsidia.rcp.simulation";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView(ScenarioView.ID, IPageLayout.LEFT, 0.37f, layout.getEditorArea());
        IFolderLayout results = layout.createFolder("results", IPageLayout.LEFT, 0.95f, layout.getEditorArea());
        results.addView(ResultsView.ID);
        results.addPlaceholder(FailureDialog.LOG);
        results.addPlaceholder(GuideView.ID);
        results.addPlaceholder(WelcomeView.ID);
        layout.addPlaceholder(TourView.ID, IPageLayout.BOTTOM, 0.78f, ScenarioView.ID);
        layout.addShowViewShortcut(ScenarioView.ID);
        layout.addShowViewShortcut(ResultsView.ID);
        layout.addShowViewShortcut(FailureDialog.LOG);
    }
}
