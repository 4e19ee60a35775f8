package org.subsidia.eligibility;

/** Truth as a number, for the kernel: positions in {@link Truth}. */
final class Kleene {
    static final int FALSE = 0;
    static final int UNKNOWN = 1;
    static final int TRUE = 2;

    private Kleene() {}

    static int of(boolean met) {
        return met ? TRUE : FALSE;
    }

    static int not(int truth) {
        return TRUE - truth;
    }
}
