package org.subsidia.rcp.ui;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** The system's clipboard. */
public final class Clipboards {
    private Clipboards() {}

    /**
     * Whether there is text on it.
     *
     * @param display of the window
     * @return whether
     */
    public static boolean hasText(Display display) {
        return !text(display).isEmpty();
    }

    /**
     * The text on it.
     *
     * @param display of the window
     * @return the text; empty where there is none
     */
    public static String text(Display display) {
        Clipboard clipboard = new Clipboard(display);
        Object text = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return text == null ? "" : text.toString();
    }

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
