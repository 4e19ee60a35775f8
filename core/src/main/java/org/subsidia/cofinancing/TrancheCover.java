package org.subsidia.cofinancing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.portfolio.schedule.Award;
import org.subsidia.territory.EuPeriod;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;

/**
 * How far the claims of a grant cover what the Union committed to it up to a yearly tranche. A risk, no verdict: the target is the
 * programme's, not the grant's.
 *
 * @param grant the grant
 * @param tranche the tranche and its last day
 * @param target the Union's part committed up to the tranche, with what came before the first tranche that counts on its own
 * @param covered the Union's part of the expenses claimed by the day of looking: certified or else claimed, at the rate of the
 *     grant; unknown without a rate
 * @param open the target less what is covered; not above zero: covered
 * @param coveredOn the day of the claim that covered the target; null: not covered, or not known
 * @param claimBy the last useful day for a claim, which must be paid before the programme may count it; none where the law has no
 *     delay of payment for the period
 */
public record TrancheCover(
        Grant grant,
        Tranche tranche,
        Explanation target,
        Explanation covered,
        Explanation open,
        @Nullable LocalDate coveredOn,
        Optional<DueDay> claimBy) {

    /** Years further than this from their period are errors of the data. */
    private static final int LONGEST = 30;

    /**
     * The tranches of a grant: by the years of its commitments, else its whole award in the year of its decision.
     *
     * @param grant the grant
     * @param portfolio where its programme is
     * @param law the law of the day of looking
     * @return the tranches by year; none where the grant is under no programme of the Union, or nothing was committed
     */
    public static List<TrancheCover> of(Grant grant, Portfolio portfolio, Law law) {
        Optional<EuPeriod> period = EuProgrammes.period(grant, portfolio);
        Map<Integer, Money> committed = committed(grant, law.date());
        if (period.isEmpty() || committed.isEmpty()) {
            return List.of();
        }
        CurrencyUnit currency = committed.values().iterator().next().getCurrencyUnit();
        Explanation covered = covered(grant, currency, law.date());
        List<TrancheCover> covers = new ArrayList<>();
        List<Explanation> parts = new ArrayList<>();
        for (Map.Entry<Integer, Money> year : committed.entrySet()) {
            String name = Integer.toString(year.getKey());
            parts.add(Amounts.given(Message.of("COFI-COVER-YEAR", name), year.getValue()));
            Explanation target = Amounts.sum(Message.of("COFI-COVER-TARGET", name), currency, parts);
            if (Math.abs(year.getKey() - period.get().start().getYear()) < LONGEST) {
                Tranche.of(period.get(), year.getKey(), law)
                        .ifPresent(tranche -> covers.add(cover(grant, tranche, target, covered, law, period.get())));
            }
        }
        return covers;
    }

    private static TrancheCover cover(
            Grant grant, Tranche tranche, Explanation target, Explanation covered, Law law, EuPeriod period) {
        Optional<DueDay> claimBy = law.find(Kind.PERIOD, EuProgrammes.rule(period, "payment.delay"))
                .map(delay -> Deadline.from(tranche.date())
                        .minus(delay.value())
                        .because(delay.reference())
                        .due());
        return new TrancheCover(
                grant,
                tranche,
                target,
                covered,
                Amounts.difference(Message.of("COFI-COVER-OPEN"), target, covered),
                coveredOn(grant, target, law.date()),
                claimBy);
    }

    /** {@return how much is not covered, where that is known; never negative} */
    public Optional<Money> uncovered() {
        return Amounts.of(open).map(amount -> amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount);
    }

    private static Map<Integer, Money> committed(Grant grant, LocalDate day) {
        Map<Integer, Money> years = new TreeMap<>();
        for (YearLine line : grant.yearLines()) {
            if (line.kind() == YearLineKind.AE) {
                Money known = years.get(line.year());
                if (known == null || known.isSameCurrency(line.amount())) {
                    years.put(line.year(), known == null ? line.amount() : known.plus(line.amount()));
                }
            }
        }
        Optional<Money> award = Award.amount(grant, day);
        Optional<LocalDate> decided = Stream.of(
                        Optional.ofNullable(grant.dates().decision()),
                        Optional.ofNullable(grant.dates().notification()),
                        Optional.ofNullable(grant.dates().convention()))
                .flatMap(Optional::stream)
                .findFirst();
        if (years.isEmpty() && award.isPresent() && decided.isPresent()) {
            years.put(decided.get().getYear(), award.get());
        }
        return years;
    }

    private static Explanation covered(Grant grant, CurrencyUnit currency, LocalDate day) {
        Message label = Message.of("COFI-COVER-CLAIMED");
        Fraction rate = rate(grant, day);
        if (rate == null) {
            return Amounts.unknown(label, Message.of("COFI-COVER-NORATE"));
        }
        List<Explanation> costs = new ArrayList<>();
        for (Claim claim : filed(grant, day)) {
            cost(claim)
                    .ifPresent(amount -> costs.add(Amounts.given(Message.of("COFI-COVER-CLAIM", claim.id()), amount)));
        }
        Explanation cost = Amounts.sum(Message.of("COFI-COVER-COST"), currency, costs);
        return Amounts.share(label, Message.of("COFI-COVER-RATE"), rate, cost);
    }

    private static @Nullable LocalDate coveredOn(Grant grant, Explanation target, LocalDate day) {
        Fraction rate = rate(grant, day);
        Optional<Money> goal = Amounts.of(target);
        if (rate == null || goal.isEmpty()) {
            return null;
        }
        Money cost = Money.zero(goal.get().getCurrencyUnit());
        for (Claim claim : filed(grant, day)) {
            Optional<Money> amount = cost(claim).filter(cost::isSameCurrency);
            cost = amount.isPresent() ? cost.plus(amount.get()) : cost;
            if (!rate.times(cost, RoundingMode.HALF_UP).isLessThan(goal.get())) {
                return claim.date();
            }
        }
        return null;
    }

    private static Optional<Money> cost(Claim claim) {
        return Optional.ofNullable(claim.certified()).or(() -> Optional.ofNullable(claim.claimed()));
    }

    private static List<Claim> filed(Grant grant, LocalDate day) {
        return grant.claims().stream()
                .filter(claim -> claim.kind() != ClaimKind.ADVANCE
                        && claim.date() != null
                        && !claim.date().isAfter(day))
                .sorted(Comparator.comparing(
                        claim -> Optional.ofNullable(claim.date()).orElse(LocalDate.MAX)))
                .toList();
    }

    /** The rate of the grant, else its award over its eligible base. */
    static @Nullable Fraction rate(Grant grant, LocalDate day) {
        Money base = grant.eligibleBase();
        Optional<Money> award = Award.amount(grant, day);
        if (grant.rate() == null
                && base != null
                && base.isPositive()
                && award.isPresent()
                && award.get().isSameCurrency(base)) {
            return Fraction.ratio(award.get(), base);
        }
        return grant.rate();
    }
}
