package org.subsidia.rcp.grants;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/** What may still come of a grant on a day, by its schedule; worked out once, by whoever looks first, on any thread. */
final class Awaited {
    private Portfolio portfolio;
    private final Grant grant;
    private final LocalDate day;
    private Optional<Explanation> explanation;

    Awaited(Portfolio portfolio, Grant grant, LocalDate day) {
        this.portfolio = portfolio;
        this.grant = grant;
        this.day = day;
    }

    /** Says that the grant, and what its schedule hangs on, are the same in another portfolio: the former one may go. */
    synchronized void in(Portfolio next) {
        portfolio = next;
    }

    /** Whether it has been worked out. */
    synchronized boolean isKnown() {
        return explanation != null;
    }

    /** The figure, whose value may be a reason why it is not known; none of a grant of which nothing is awaited. */
    synchronized Optional<Explanation> explanation() {
        if (explanation == null) {
            explanation = grant.state().awaitsMoney()
                    ? Optional.of(ScheduleEngine.of(portfolio, grant, day).remaining())
                    : Optional.empty();
        }
        return explanation;
    }

    Optional<Money> amount() {
        return explanation().flatMap(Amounts::of);
    }

    /** The amount, or that it is not known. */
    String words() {
        return explanation().isPresent() && amount().isEmpty() ? Texts.gridUnknown : Words.amount(amount());
    }
}
