package org.subsidia.io.exchange;

import java.util.List;

/**
 * How structures are matched.
 *
 * @param decisions what a person decided about names
 * @param acceptFrom a score from which a match by name is taken without asking, 0 to 100
 * @param makeMissing whether structures that the portfolio does not have are made
 */
public record MatchOptions(List<MatchDecision> decisions, int acceptFrom, boolean makeMissing) {
    /** The same name, and no place that contradicts. */
    public static final int SAME_NAME = 90;

    private static final int MOST = 100;

    /** Copies the list. */
    public MatchOptions {
        decisions = List.copyOf(decisions);
        if (!isScore(acceptFrom)) {
            throw new IllegalArgumentException("a score is 0 to 100: " + acceptFrom);
        }
    }

    /**
     * Whether a number is a score.
     *
     * @param number any number
     * @return whether it is 0 to 100
     */
    public static boolean isScore(int number) {
        return number >= 0 && number <= MOST;
    }

    /** {@return only structures that the portfolio has, by number or by the same name} */
    public static MatchOptions standard() {
        return new MatchOptions(List.of(), SAME_NAME, false);
    }

    /** {@return these options, with structures made that are missing} */
    public MatchOptions makingMissing() {
        return new MatchOptions(decisions, acceptFrom, true);
    }
}
