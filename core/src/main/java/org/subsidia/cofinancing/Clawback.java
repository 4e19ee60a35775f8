package org.subsidia.cofinancing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.schedule.ScheduleEngine;

/**
 * What is paid back when an association breaks its republican-commitment contract: the amount paid times the days of the period
 * left from the breach on, over the days of the period (loi 2000-321, article 10-1; décret 2021-1947). The day of the breach is
 * the first day left.
 */
public final class Clawback {
    private static final String CONTRACT = "subsidy.republican-contract.first-day";

    private Clawback() {}

    /**
     * The amount paid back.
     *
     * @param paid what was paid for the period
     * @param first the first day of the period
     * @param last the last day of the period
     * @param breach the day of the breach
     * @param requested the day on which the subsidy was requested
     * @param law the law of the day of looking
     * @return the amount, rounded half up to cents; nothing after the period; all of it before; unknown where the contract did not
     *     bind the request or the period ends before it begins
     */
    public static Explanation of(
            Money paid, LocalDate first, LocalDate last, LocalDate breach, LocalDate requested, Law law) {
        Message label = Message.of("COFI-CLAW");
        if (last.isBefore(first)) {
            return Amounts.unknown(label, Message.of("COFI-CLAW-PERIOD", first, last));
        }
        return law.find(Kind.DATE, CONTRACT)
                .map(rule -> requested.isBefore(rule.value())
                        ? Amounts.unknown(label, Message.of("COFI-CLAW-BEFORE", rule.value()))
                                .withRules(List.of(rule.reference()))
                        : share(label, paid, first, last, breach).withRules(List.of(rule.reference())))
                .orElseGet(() -> Amounts.unknown(label, law.whyMissing(CONTRACT)));
    }

    /**
     * The amount of a grant that is paid back, by what the portfolio tells.
     *
     * @param grant the grant; its start and end are the period
     * @param portfolio where its project is
     * @param breach the day of the breach
     * @param law the law of the day of looking, by which payments count
     * @return the amount; unknown where the grant has no period or no day of its request
     */
    public static Explanation of(Grant grant, Portfolio portfolio, LocalDate breach, Law law) {
        LocalDate first = grant.dates().start();
        LocalDate last = grant.dates().end();
        LocalDate requested = grant.dates().request();
        Explanation paid = ScheduleEngine.of(portfolio, grant, law.date()).paid();
        Message label = Message.of("COFI-CLAW");
        if (first == null || last == null || requested == null) {
            return Amounts.unknown(label, Message.of("COFI-CLAW-DATES", FinancingPlan.name(grant)));
        }
        return Amounts.of(paid)
                .map(money -> of(money, first, last, breach, requested, law))
                .orElseGet(() -> Amounts.unknown(label, Message.of("COFI-UNKNOWN-FIGURE")));
    }

    private static Explanation share(Message label, Money paid, LocalDate first, LocalDate last, LocalDate breach) {
        long period = ChronoUnit.DAYS.between(first, last) + 1;
        LocalDate from = breach.isBefore(first) ? first : breach;
        long left = Math.max(0, ChronoUnit.DAYS.between(from, last) + 1);
        Fraction share = Fraction.of(left, period);
        Explanation days = Explanation.of(
                Message.of("COFI-CLAW-SHARE"),
                Amounts.share(Message.of("COFI-CLAW-SHARE"), share).value(),
                Step.CHOICE,
                List.of(days("COFI-CLAW-LEFT", left), days("COFI-CLAW-DAYS", period)));
        return Explanation.of(
                label,
                new Value.Amount(share.times(paid, RoundingMode.HALF_UP)),
                Step.PRODUCT,
                List.of(days, Amounts.given(Message.of("COFI-CLAW-PAID"), paid)));
    }

    private static Explanation days(String code, long number) {
        return Explanation.leaf(
                Message.of(code), new Value.Quantity(BigDecimal.valueOf(number), Message.of("COFI-CLAW-UNIT")));
    }
}
