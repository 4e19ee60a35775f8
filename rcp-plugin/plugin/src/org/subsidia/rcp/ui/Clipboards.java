package org.subsidia.rcp.ui;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** The system's clipboard. */
public final class Clipboards {
    private Clipboards() {}

    /**
     * Puts a text on it.
     *
     * @param display of the window
     * @param text takes the place of what is there
     */
    public static void put(Display display, String text) {
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
