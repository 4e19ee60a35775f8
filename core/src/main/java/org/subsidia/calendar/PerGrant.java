package org.subsidia.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;

/** A source that looks at one grant after the other; refused and given up ones have no dates any more. */
record PerGrant(Reader reader) implements EventSource {

    @FunctionalInterface
    interface Reader {
        void read(Grant grant, Gathering into);
    }

    @Override
    public Events events(Portfolio portfolio, LawBase law, LocalDate asOf) {
        Gathering gathering = new Gathering(portfolio, law, asOf);
        for (Grant grant : portfolio.grants()) {
            if (grant.state() != GrantState.REFUSED && grant.state() != GrantState.CANCELLED) {
                read(grant, gathering);
            }
        }
        return gathering.result();
    }

    /** One grant with a year such as 999 999 999 must not cost the calendar of all others. */
    private void read(Grant grant, Gathering gathering) {
        try {
            reader.read(grant, gathering);
        } catch (DateTimeException | ArithmeticException e) {
            gathering.uncountable(grant);
        }
    }
}
