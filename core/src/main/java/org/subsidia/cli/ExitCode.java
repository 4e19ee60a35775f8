package org.subsidia.cli;

/** What the exit codes of the program mean. */
final class ExitCode {
    static final int DONE = 0;
    /** Done; the data holds errors, listed on standard error. */
    static final int DATA_ERRORS = 1;
    /** Wrong usage or unreadable input; nothing was done. */
    static final int UNUSABLE = 2;
    /** A defect of the program. */
    static final int INTERNAL = 3;

    private ExitCode() {}
}
