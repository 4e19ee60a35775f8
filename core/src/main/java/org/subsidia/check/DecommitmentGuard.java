package org.subsidia.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.portfolio.schedule.Award;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/**
 * G-N3: European money of a yearly tranche is not yet claimed, and the last useful day for a claim is near or past. The
 * programme covers a tranche by 31 December of the third year after it; the claim must be paid before. A risk, no verdict: the
 * target is the programme's, not the grant's. What was committed before the first tranche that counts on its own (that of 2021
 * was spread over later years) is left out.
 */
final class DecommitmentGuard extends GrantGuard {
    private static final int FIRST_YEAR = 2021;

    DecommitmentGuard() {
        super("N3");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        boolean open = grant.state() == GrantState.AWARDED || grant.state() == GrantState.UNDER_CONVENTION;
        if (!open || !isOfPeriod(grant, context)) {
            return;
        }
        Law law = context.lawAt(context.today());
        Optional<Rule<Span>> delay = law.find(Kind.PERIOD, "eu-funds.2021-2027.decommitment.delay");
        Optional<Rule<LocalDate>> last = law.find(Kind.DATE, "eu-funds.2021-2027.decommitment.last-day");
        Optional<Rule<Span>> payment = law.find(Kind.PERIOD, "eu-funds.2021-2027.payment.delay");
        Optional<Money> award = Award.amount(grant, context.today());
        Optional<Rule<Long>> first = law.find(Kind.COUNT, "eu-funds.2021-2027.decommitment.first-tranche");
        Map<Integer, Money> tranches = tranches(grant, award);
        first.ifPresent(rule -> tranches.keySet().removeIf(year -> year < rule.value()));
        if (delay.isEmpty() || last.isEmpty() || payment.isEmpty() || tranches.isEmpty()) {
            return;
        }
        Fraction rate = rate(grant, award);
        if (rate == null) {
            found.add(Verdict.info(this, Verdict.place(grant, "rate"), Message.of("CHECK-N3-NORATE"))
                    .from(grant)
                    .checked());
            return;
        }
        Explanation covered =
                Amounts.share(Message.of("CHECK-N3-CLAIMED"), Message.of("CHECK-RATE"), rate, claimed(grant, context));
        Money committed = Money.zero(grantCurrency(tranches));
        for (Map.Entry<Integer, Money> tranche : tranches.entrySet()) {
            if (!tranche.getValue().isSameCurrency(committed)) {
                return;
            }
            committed = committed.plus(tranche.getValue());
            LocalDate target = LocalDate.of(tranche.getKey(), 12, 31)
                    .plusYears(delay.get().value().amount());
            LocalDate capped = target.isAfter(last.get().value()) ? last.get().value() : target;
            DueDay claimBy = Deadline.from(capped)
                    .minus(payment.get().value())
                    .because(payment.get().reference())
                    .due();
            Explanation unclaimed = Amounts.difference(
                    Message.of("CHECK-N3-OPEN"),
                    Amounts.given(
                            Message.of("CHECK-N3-TRANCHES", ConventionGuard.yearText(tranche.getKey())), committed),
                    covered);
            Optional<Money> rest = Amounts.of(unclaimed).filter(Money::isPositive);
            LocalDate warnFrom = Deadline.from(claimBy.date())
                    .minus(context.options().claimWarning())
                    .due()
                    .date();
            if (rest.isPresent() && !context.today().isBefore(warnFrom)) {
                String code = context.today().isAfter(claimBy.date()) ? "CHECK-N3-LATE" : "CHECK-N3-SOON";
                found.add(Verdict.warning(
                                this,
                                Verdict.place(grant, "claims"),
                                Message.of(
                                        code,
                                        rest.get(),
                                        ConventionGuard.yearText(tranche.getKey()),
                                        claimBy.date(),
                                        capped,
                                        delay.get().reference().legalReference()))
                        .because(
                                unclaimed,
                                claimBy.explanation(),
                                Explanation.leaf(Message.of("CHECK-DATE-TARGET"), new Value.Day(capped)))
                        .by(delay.get())
                        .by(last.get())
                        .from(grant)
                        .checked());
                return;
            }
        }
    }

    private static CurrencyUnit grantCurrency(Map<Integer, Money> tranches) {
        return tranches.values().iterator().next().getCurrencyUnit();
    }

    private static boolean isOfPeriod(Grant grant, GuardContext context) {
        Optional<Programme> programme = Optional.ofNullable(grant.programme())
                .flatMap(id -> context.portfolio().programme(id))
                .filter(found -> found.kind() == ProgrammeKind.EU_FUND);
        if (programme.isEmpty()) {
            return false;
        }
        String cci = programme.get().code();
        DateWindow period = programme.get().period();
        LocalDate first = period == null ? null : period.first();
        return (cci != null && cci.startsWith("2021")) || (first != null && first.getYear() == FIRST_YEAR);
    }

    /** What the funder committed by year, else the whole award in the year of its decision; by year. */
    private static Map<Integer, Money> tranches(Grant grant, Optional<Money> award) {
        Map<Integer, Money> tranches = new TreeMap<>();
        for (YearLine line : grant.yearLines()) {
            if (line.kind() == YearLineKind.AE) {
                add(tranches, line.year(), line.amount());
            }
        }
        Optional<LocalDate> day = YearAwards.day(grant);
        if (tranches.isEmpty() && award.isPresent() && day.isPresent()) {
            add(tranches, day.get().getYear(), award.get());
        }
        return tranches;
    }

    private static void add(Map<Integer, Money> tranches, int year, Money amount) {
        Money known = tranches.get(year);
        if (known == null || known.isSameCurrency(amount)) {
            tranches.put(year, known == null ? amount : known.plus(amount));
        }
    }

    private static @Nullable Fraction rate(Grant grant, Optional<Money> award) {
        Money base = grant.eligibleBase();
        if (grant.rate() == null
                && base != null
                && base.isPositive()
                && award.isPresent()
                && award.get().isSameCurrency(base)) {
            return Fraction.ratio(award.get(), base);
        }
        return grant.rate();
    }

    private static Explanation claimed(Grant grant, GuardContext context) {
        return Amounts.sum(
                Message.of("CHECK-N3-COST"),
                Award.amount(grant, context.today()).map(Money::getCurrencyUnit).orElse(CurrencyUnit.EUR),
                grant.claims().stream()
                        .filter(claim -> claim.kind() != ClaimKind.ADVANCE && isFiled(claim, context.today()))
                        .flatMap(claim ->
                                Optional.ofNullable(claim.certified() == null ? claim.claimed() : claim.certified())
                                        .stream()
                                        .map(amount -> Amounts.given(Message.of("CHECK-CLAIM", claim.id()), amount)))
                        .toList());
    }

    private static boolean isFiled(Claim claim, LocalDate today) {
        return claim.date() != null && !claim.date().isAfter(today);
    }
}
