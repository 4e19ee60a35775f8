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

    /**
     * The colour of letters that step back: what is closed, undone or unknown.
     *
     * @param control what they stand in
     * @return between its letters and its ground, still readable
     */
    public static Color muted(Control control) {
        return mix(page(control), ink(control), 0.6);
    }

    /**
     * A colour between two.
     *
     * @param ground the one
     * @param ink the other
     * @param share of ink, 0..1
     * @return the colour, which needs no disposal
     */
    public static Color mix(Color ground, Color ink, double share) {
        return new Color(
                (int) Math.round(ground.getRed() * (1 - share) + ink.getRed() * share),
                (int) Math.round(ground.getGreen() * (1 - share) + ink.getGreen() * share),
                (int) Math.round(ground.getBlue() * (1 - share) + ink.getBlue() * share));
    }

    private static boolean isDark(Color colour) {
        RGB rgb = colour.getRGB();
        return rgb.getHSB()[2] < 0.5f;
    }
}
