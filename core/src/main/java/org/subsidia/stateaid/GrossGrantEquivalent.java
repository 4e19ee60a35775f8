package org.subsidia.stateaid;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.time.Span;

/**
 * Gross grant equivalents: what aid that is paid later, or lent, is worth on the day of its award (regulation 2023/2831,
 * articles 3(6) and 4). The reference rate, base rate and margin, is the user’s: it changes several times a year.
 *
 * <p>Whole years are discounted with compound interest, the days beyond with simple interest over the length of their year, so
 * that every factor is exact. Each payment is rounded half up to cents.
 */
public final class GrossGrantEquivalent {
    private GrossGrantEquivalent() {}

    /**
     * A part of a grant.
     *
     * @param day when it is paid, not before the award
     * @param amount how much
     */
    public record Instalment(LocalDate day, Money amount) {}

    /**
     * A grant that is paid in instalments.
     *
     * @param award the day of award
     * @param instalments its parts
     * @param rate the reference rate on the day of award, not negative
     * @return the sum of the discounted parts
     * @throws IllegalArgumentException if the rate is negative, or a part is paid before the award
     */
    public static Explanation ofInstalments(LocalDate award, List<Instalment> instalments, Fraction rate) {
        checkRate(rate);
        List<Explanation> parts = new ArrayList<>();
        for (Instalment part : instalments) {
            if (part.day().isBefore(award)) {
                throw new IllegalArgumentException(
                        "paid on " + part.day() + ", before the award of " + award + ": advance it to that day");
            }
            parts.add(Amounts.share(
                    Message.of("AID-GGE-DISCOUNTED", part.day()),
                    Message.of("AID-GGE-FACTOR"),
                    factor(award, part.day(), rate),
                    Amounts.given(Message.of("AID-GGE-INSTALMENT", part.day()), part.amount())));
        }
        return Amounts.sum(Message.of("AID-GGE-INSTALMENTS"), CurrencyUnit.EUR, parts);
    }

    private static Fraction factor(LocalDate from, LocalDate to, Fraction rate) {
        int years = (int) ChronoUnit.YEARS.between(from, to);
        LocalDate anniversary = from.plusYears(years);
        long days = ChronoUnit.DAYS.between(anniversary, to);
        long length = ChronoUnit.DAYS.between(anniversary, from.plusYears(years + 1L));
        Fraction rest = Fraction.ONE.plus(rate.times(Fraction.of(days, length)));
        return Fraction.ONE.dividedBy(power(Fraction.ONE.plus(rate), years).times(rest));
    }

    private static Fraction power(Fraction base, int exponent) {
        BigInteger numerator = base.numerator().pow(exponent);
        return new Fraction(numerator, base.denominator().pow(exponent));
    }

    /**
     * A loan at less than the reference rate, paid back in equal yearly parts: the interest saved, year by year, discounted.
     *
     * @param principal what is lent
     * @param years its duration in whole years, at least 1
     * @param rate the rate of the loan, not negative
     * @param reference the reference rate on the day of award, not negative
     * @return the sum; zero where the loan is not cheaper than the reference rate
     * @throws IllegalArgumentException if a rate is negative or the duration is not positive
     */
    public static Explanation ofLoan(Money principal, int years, Fraction rate, Fraction reference) {
        checkRate(rate);
        checkRate(reference);
        if (years < 1) {
            throw new IllegalArgumentException("a loan lasts at least one year, not " + years);
        }
        List<Explanation> parts = new ArrayList<>();
        if (reference.compareTo(rate) > 0) {
            Fraction saved = reference.minus(rate);
            Explanation lent = Amounts.given(Message.of("AID-GGE-PRINCIPAL"), principal);
            for (int year = 1; year <= years; year++) {
                Fraction outstanding = Fraction.of(years - year + 1L, years);
                Fraction factor = saved.times(outstanding).dividedBy(power(Fraction.ONE.plus(reference), year));
                parts.add(Amounts.share(
                        Message.of("AID-GGE-INTEREST", year), Message.of("AID-GGE-INTEREST-FACTOR"), factor, lent));
            }
        }
        return Amounts.sum(Message.of("AID-GGE-LOAN"), CurrencyUnit.EUR, parts);
    }

    /**
     * A subsidised loan by the safe harbour of the general regulation: the part of the ceiling that its amount and duration
     * make of the greatest loan allowed.
     *
     * @param principal what is lent, in euros
     * @param months its duration
     * @param collateral the share that is secured
     * @param law the law of the day of award
     * @return the equivalent; unknown, with the reason, where the loan is too large, too long or not secured
     */
    public static Explanation ofLoanBySafeHarbour(Money principal, int months, Fraction collateral, Law law) {
        Message label = Message.of("AID-GGE-HARBOUR");
        Optional<Rule<Money>> ceiling = law.find(Kind.MONEY, "deminimis.ceiling.general");
        Optional<Rule<Fraction>> secured = law.find(Kind.SHARE, "deminimis.loan.collateral");
        if (ceiling.isEmpty() || secured.isEmpty()) {
            return Amounts.unknown(
                    label,
                    law.whyMissing(ceiling.isEmpty() ? "deminimis.ceiling.general" : "deminimis.loan.collateral"));
        }
        List<RuleReference> rules = new ArrayList<>(List.of(secured.get().reference()));
        if (collateral.compareTo(secured.get().value()) < 0) {
            return Amounts.unknown(label, Message.of("AID-GGE-UNSECURED")).withRules(rules);
        }
        Optional<Fraction> part = Optional.empty();
        for (String end : List.of("", "-long")) {
            Optional<Rule<Money>> most = law.find(Kind.MONEY, "deminimis.loan.principal-ceiling" + end);
            Optional<Rule<Span>> longest = law.find(Kind.PERIOD, "deminimis.loan.years" + end);
            if (most.isPresent() && longest.isPresent()) {
                long limit = AidWindow.period(longest.get().value()).toTotalMonths();
                if (!principal.isGreaterThan(most.get().value()) && months <= limit && months > 0) {
                    Fraction share =
                            Fraction.ratio(principal, most.get().value()).times(Fraction.of(months, limit));
                    if (part.isEmpty() || share.compareTo(part.get()) < 0) {
                        part = Optional.of(share);
                    }
                }
                rules.add(most.get().reference());
                rules.add(longest.get().reference());
            }
        }
        return part.map(share -> Amounts.share(
                                label,
                                Message.of("AID-GGE-HARBOUR-SHARE"),
                                share,
                                Amounts.given(
                                                Message.of("AID-CEILING", DeMinimisRule.GENERAL.words()),
                                                ceiling.get().value())
                                        .withRules(List.of(ceiling.get().reference())))
                        .withRules(rules))
                .orElseGet(() ->
                        Amounts.unknown(label, Message.of("AID-GGE-TOOLARGE")).withRules(rules));
    }

    private static void checkRate(Fraction rate) {
        if (rate.signum() < 0) {
            throw new IllegalArgumentException("a rate is not negative: " + rate);
        }
    }
}
