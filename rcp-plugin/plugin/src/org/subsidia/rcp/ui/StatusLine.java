package org.subsidia.rcp.ui;

import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The line at the foot of the window: what has just been done. */
public final class StatusLine {
    private StatusLine() {}

    /**
     * Shows a sentence until the next one, or until another view is chosen.
     *
     * @param sentence what was done
     */
    public static void tell(String sentence) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPart part = window == null ? null : window.getPartService().getActivePart();
        if (part instanceof IViewPart view) {
            view.getViewSite().getActionBars().getStatusLineManager().setMessage(sentence);
        }
    }
}
