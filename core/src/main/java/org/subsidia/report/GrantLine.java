package org.subsidia.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.explain.Value;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.ScheduleEngine;

/** A grant in a list, with what was and is to be paid on a day. */
record GrantLine(Grant grant, LocalDate asOf, Optional<Integer> year, Value paid, Optional<Value> remaining) {

    static GrantLine of(Grant grant, Portfolio portfolio, LocalDate asOf) {
        PaymentSchedule schedule = ScheduleEngine.of(portfolio, grant, asOf);
        return new GrantLine(grant, asOf, year(grant), schedule.paid().value(), remaining(grant, schedule));
    }

    /** A closed or given up grant brings nothing more, and one that is not awarded has nothing to wait for. */
    private static Optional<Value> remaining(Grant grant, PaymentSchedule schedule) {
        return grant.state().awaitsMoney() ? Optional.of(schedule.remaining().value()) : Optional.empty();
    }

    /** The year of the decision, else of the notification, of the convention, of the accounts, of the request. */
    static Optional<Integer> year(Grant grant) {
        return Stream.of(
                        Optional.ofNullable(grant.dates().decision()),
                        Optional.ofNullable(grant.dates().notification()),
                        Optional.ofNullable(grant.dates().convention()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(LocalDate::getYear)
                .or(() -> Optional.ofNullable(grant.fiscalYear()))
                .or(() -> Optional.ofNullable(grant.dates().request()).map(LocalDate::getYear));
    }

    Optional<Money> remainingAmount() {
        return remaining.filter(Value.Amount.class::isInstance).map(value -> ((Value.Amount) value).money());
    }
}
