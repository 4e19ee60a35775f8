package org.subsidia.calendar;

import java.time.Month;
import java.util.Collections;
import java.util.List;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.time.Span;

/**
 * An assumption on when in the year a funder notifies its awards. It is no law: a user replaces it by what he has seen.
 *
 * @param weights twelve weights, January first, 0 or more; only their proportion counts
 * @param instruction how long a funder takes from the request to the earliest notification
 * @param quietPercent what is left of the weight between the stop of the old year’s commitments and the vote of the new
 *     budget, and before elections: 0 to 100
 * @param electionReserve how long before the month of its election an authority is quiet
 */
public record NotificationPattern(List<Integer> weights, Span instruction, int quietPercent, Span electionReserve) {
    private static final Span INSTRUCTION = Span.months(2);
    private static final int QUIET = 10;
    private static final Span RESERVE = Span.weeks(6);
    private static final List<Integer> LOCAL = List.of(1, 2, 5, 10, 14, 18, 15, 3, 9, 12, 9, 2);
    private static final List<Integer> STATE = List.of(1, 3, 6, 9, 11, 14, 13, 3, 10, 13, 13, 4);

    /** Copies the weights and checks them. */
    public NotificationPattern {
        weights = List.copyOf(weights);
        if (weights.size() != 12 || Collections.min(weights) < 0 || Collections.max(weights) == 0) {
            throw new IllegalArgumentException("twelve weights from 0 up, not all 0: " + weights);
        }
        if (quietPercent < 0 || quietPercent > 100) {
            throw new IllegalArgumentException("a percentage lies between 0 and 100: " + quietPercent);
        }
    }

    /**
     * The same weight every month.
     *
     * @return the pattern, with the usual delays
     */
    public static NotificationPattern even() {
        return new NotificationPattern(Collections.nCopies(12, 1), INSTRUCTION, QUIET, RESERVE);
    }

    /**
     * What is assumed when nobody says otherwise.
     *
     * @param level the level of the funder
     * @return local authorities from the vote of the budget to the summer and again in autumn; the State more evenly, up to
     *     the stop of December; all others every month alike
     */
    public static NotificationPattern standard(FunderLevel level) {
        return switch (level) {
            case REGION, DEPARTEMENT, EPCI, COMMUNE, MIXED_SYNDICATE ->
                new NotificationPattern(LOCAL, INSTRUCTION, QUIET, RESERVE);
            case STATE, STATE_OPERATOR -> new NotificationPattern(STATE, INSTRUCTION, QUIET, RESERVE);
            default -> even();
        };
    }

    /**
     * The weight of a month.
     *
     * @param month the month
     * @return 0 or more
     */
    public int weight(Month month) {
        return weights.get(month.getValue() - 1);
    }
}
