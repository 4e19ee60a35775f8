package org.subsidia.io.scdl;

import org.subsidia.io.tabular.Limits;

/**
 * How a published file is read.
 *
 * @param limits how much is read before the file is refused
 * @param examples how many findings of one code a summary keeps, at least 0
 * @param remembered of how many rows duplicates and reversals are looked for; each takes about 30 bytes of memory
 */
public record ScdlOptions(Limits limits, int examples, int remembered) {

    /** Refuses negative numbers. */
    public ScdlOptions {
        if (examples < 0 || remembered < 0) {
            throw new IllegalArgumentException("not negative: " + examples + ", " + remembered);
        }
    }

    /** {@return standard limits, five examples of each finding, two million rows remembered} */
    public static ScdlOptions standard() {
        return new ScdlOptions(Limits.standard(), 5, 2_000_000);
    }

    /**
     * These options with other limits.
     *
     * @param other the limits
     * @return the options
     */
    public ScdlOptions withLimits(Limits other) {
        return new ScdlOptions(other, examples, remembered);
    }

    /**
     * These options with another memory for duplicates.
     *
     * @param rows of how many rows duplicates are looked for
     * @return the options
     */
    public ScdlOptions withRemembered(int rows) {
        return new ScdlOptions(limits, examples, rows);
    }
}
