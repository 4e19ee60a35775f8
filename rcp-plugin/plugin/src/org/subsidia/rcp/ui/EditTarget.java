package org.subsidia.rcp.ui;

/** What Copy, Paste and Select all do with a control. */
public interface EditTarget {
    /** {@return whether there is something to copy} */
    boolean canCopy();

    /** Puts what is selected on the clipboard. */
    void copy();

    /** {@return whether what is on the clipboard can be put in} */
    default boolean canPaste() {
        return false;
    }

    /** Puts in what is on the clipboard. */
    default void paste() {
        throw new UnsupportedOperationException();
    }

    /** {@return whether there is something to select, and several things can be} */
    default boolean canSelectAll() {
        return false;
    }

    /** Selects everything. */
    default void selectAll() {
        throw new UnsupportedOperationException();
    }
}
