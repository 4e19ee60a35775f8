package org.subsidia.time;

/** The units in which legal texts and funders give delays. */
public enum TimeUnit {
    /** Any day of the week. */
    DAY("d"),
    /** A day that is neither a Saturday, a Sunday nor a public holiday (jour ouvré). */
    WORKING_DAY("wd"),
    /** Seven days. */
    WEEK("w"),
    /** From a day number to the same day number of the next month, or to its last day. */
    MONTH("m"),
    /** Twelve months. */
    YEAR("y");

    private final String suffix;

    TimeUnit(String suffix) {
        this.suffix = suffix;
    }

    /** {@return the letters behind the number in the short form: {@code d, wd, w, m, y}} */
    public String suffix() {
        return suffix;
    }
}
