package org.subsidia.io.euoperations;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.money.Fraction;

/** An operation as published. */
record Operation(
        String number,
        String title,
        String cci,
        String programme,
        String fund,
        Optional<String> objective,
        Optional<Money> union,
        Optional<Money> total,
        Optional<LocalDate> agreed,
        Optional<LocalDate> start,
        Optional<LocalDate> end) {

    /** The exact share of the Union: the quotient of the two published amounts, never the rounded rate. */
    Optional<Fraction> rate() {
        return union.flatMap(part -> total.filter(Money::isPositive).map(whole -> Fraction.ratio(part, whole)))
                .filter(Fraction::isShare);
    }
}
