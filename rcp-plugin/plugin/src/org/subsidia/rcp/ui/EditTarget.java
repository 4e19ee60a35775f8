package org.subsidia.rcp.ui;

import java.util.function.BooleanSupplier;

/**
 * What Copy, Paste and Select all do with a control.
 *
 * @param copy puts what is selected on the clipboard
 * @param paste puts in what is on the clipboard
 * @param selectAll selects everything
 */
public record EditTarget(Deed copy, Deed paste, Deed selectAll) {

    /**
     * One of the three.
     *
     * @param possible whether there is something to do
     * @param action does it
     */
    public record Deed(BooleanSupplier possible, Runnable action) {
        /** Never possible. */
        public static final Deed NONE = new Deed(() -> false, () -> {});
    }
}
