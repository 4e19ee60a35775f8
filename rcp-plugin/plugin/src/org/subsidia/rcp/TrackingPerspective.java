package org.subsidia.rcp;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Tracking: who funds what, and when. */
public final class TrackingPerspective implements IPerspectiveFactory {
    static final String ID = "org.subsidia.rcp.tracking";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView(GrantsView.ID, IPageLayout.LEFT, 1f, layout.getEditorArea());
    }
}
