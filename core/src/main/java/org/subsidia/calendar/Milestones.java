package org.subsidia.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;

/** The dates that a grant simply has: award, notification, convention, first and last day of eligible expenses. */
final class Milestones {
    private Milestones() {}

    static void read(Grant grant, Gathering into) {
        add(EventKind.AWARD, Fact.DECISION, grant.dates().decision(), grant, into);
        add(EventKind.NOTIFICATION, Fact.NOTIFICATION, grant.dates().notification(), grant, into);
        add(EventKind.CONVENTION, Fact.CONVENTION, grant.dates().convention(), grant, into);
        DateWindow window = grant.eligibility();
        if (window != null) {
            add(EventKind.ELIGIBILITY_START, Fact.ELIGIBILITY_FIRST, window.first(), grant, into);
            add(EventKind.ELIGIBILITY_END, Fact.ELIGIBILITY_LAST, window.last(), grant, into);
        }
    }

    private static void add(EventKind kind, Fact fact, @Nullable LocalDate day, Grant grant, Gathering into) {
        if (day != null) {
            into.add(into.of(kind, day, grant, fact).because(fact.on(day)).build());
        }
    }
}
