package org.subsidia.cashflow.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How near the day of a movement is to the day on which a payment is expected; late is more usual than early. */
enum Nearness {
    NEAR(21, 31, 8),
    SOME(62, 92, 5),
    FAR(155, 200, 3),
    NONE(Long.MAX_VALUE, Long.MAX_VALUE, 0);

    private final long early;
    private final long late;
    private final int points;

    Nearness(long early, long late, int points) {
        this.early = early;
        this.late = late;
        this.points = points;
    }

    int points() {
        return points;
    }

    static Nearness of(LocalDate expected, LocalDate paid) {
        long days = ChronoUnit.DAYS.between(expected, paid);
        for (Nearness one : values()) {
            if (days >= -one.early && days <= one.late) {
                return one;
            }
        }
        return NONE;
    }
}
