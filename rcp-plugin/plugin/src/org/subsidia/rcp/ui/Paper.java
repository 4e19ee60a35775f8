package org.subsidia.rcp.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** The colours to paint with: those of the theme, which the window system does not always know. */
public final class Paper {
    private Paper() {}

    /**
     * The ground of lists.
     *
     * @param control what is painted
     * @return dark where the theme is
     */
    public static Color page(Control control) {
        Color around = control.getParent().getBackground();
        return isDark(around) ? around : control.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND);
    }

    /**
     * The colour of letters on it.
     *
     * @param control what is painted
     * @return light where the theme is dark
     */
    public static Color ink(Control control) {
        return isDark(control.getParent().getBackground())
                ? control.getParent().getForeground()
                : control.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND);
    }

    private static boolean isDark(Color colour) {
        RGB rgb = colour.getRGB();
        return rgb.getHSB()[2] < 0.5f;
    }
}
