package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.Funding;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;

/**
 * A payment that a funder is expected to make, before it is known when.
 *
 * @param grant of which grant, as awarded
 * @param number tells the payments of one grant apart
 * @param step what is paid
 * @param release the day from which on it may be asked for
 * @param released how that day comes about
 * @param amount what is paid if the grant is awarded; negative: paid back
 * @param lag how long it takes from the release
 * @param probability of the award
 * @param probabilityRules the assumption behind it
 * @param monthsLater by how many months it comes later than all that says
 * @param later why; null: not later
 */
record ExpectedCash(
        Grant grant,
        int number,
        String step,
        LocalDate release,
        Explanation released,
        Explanation amount,
        Lag lag,
        Fraction probability,
        List<RuleReference> probabilityRules,
        int monthsLater,
        @Nullable Message later) {

    @Nullable
    FunderId payer() {
        return Funding.payer(grant);
    }

    Optional<Money> money() {
        return Amounts.of(amount);
    }

    /** Whether the money goes back to the funder. */
    boolean isRecovery() {
        return money().map(Money::isNegative).orElse(false);
    }

    ExpectedCash withAmount(Explanation other) {
        return new ExpectedCash(
                grant, number, step, release, released, other, lag, probability, probabilityRules, monthsLater, later);
    }

    ExpectedCash withLater(int months, Message why) {
        return new ExpectedCash(
                grant,
                number,
                step,
                release,
                released,
                amount,
                lag,
                probability,
                probabilityRules,
                monthsLater + months,
                why);
    }
}
