package org.subsidia.rcp.ui;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The line at the foot of the window: what has just been done. */
public final class StatusLine {
    private static final int MILLISECONDS = 20_000;

    private static Object last;

    private StatusLine() {}

    /**
     * Shows a sentence until the next one, until another view is chosen, or for some seconds: later it would seem to speak of
     * what came since.
     *
     * @param sentence what was done
     */
    public static void tell(String sentence) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPart part = window == null ? null : window.getPartService().getActivePart();
        if (part instanceof IViewPart view) {
            IStatusLineManager line = view.getViewSite().getActionBars().getStatusLineManager();
            line.setMessage(sentence);
            Object now = new Object();
            last = now;
            window.getShell().getDisplay().timerExec(MILLISECONDS, () -> {
                if (last == now) {
                    line.setMessage(null);
                }
            });
        }
    }
}
