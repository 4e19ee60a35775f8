package org.subsidia.accounts;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.money.Allocation;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.FiscalYear;

/**
 * What a grant is worth in the income of each year, by regulation ANC 2018-06: nothing before its notification; from then on the
 * parts of the years gone by, the rest being deferred (487). When the amount changes, the year of the change bears the
 * difference, so that over its life a grant gives as income what is definitively acquired, to the cent.
 */
public final class Recognition {
    private final Split split;
    private final RuleReference rule;

    /**
     * The recognition by one way of dividing.
     *
     * @param split how a grant for several years is divided; it is named in every explanation
     * @param law names the regulation
     */
    public Recognition(Split split, Law law) {
        this.split = split;
        this.rule = law.date("accounting.associations.first-day").reference();
    }

    /** {@return how a grant for several years is divided} */
    public Split split() {
        return split;
    }

    /**
     * What is due on a day: the definitively acquired amount once it is known, else the award less reductions and recoveries.
     *
     * @param grant the grant
     * @param day the day
     * @return an amount in euros, or unknown with the reason
     */
    public Explanation entitled(Grant grant, LocalDate day) {
        Message label = Message.of("ACC-ENTITLED", grant.id().value(), day);
        Optional<Money> acquired = grant.amountOn(AmountStage.ACQUIRED, day);
        if (acquired.isPresent()) {
            return euros(label, acquired.get(), grant);
        }
        Optional<Money> award =
                grant.amountOn(AmountStage.AWARDED, day).or(() -> grant.amountOn(AmountStage.CONVENTION, day));
        if (award.isEmpty()) {
            return Amounts.unknown(label, Message.of("ACC-NO-AWARD", grant.id().value()));
        }
        List<Explanation> parts = new ArrayList<>();
        parts.add(euros(Message.of("ACC-AWARD"), award.get(), grant));
        for (AmountStage stage : List.of(AmountStage.REDUCED, AmountStage.RECOVERED)) {
            for (StagedAmount entry : grant.amounts()) {
                LocalDate date = entry.date();
                if (entry.stage() == stage && (date == null || !date.isAfter(day))) {
                    parts.add(euros(stage.label(), entry.amount(), grant));
                }
            }
        }
        return parts.size() == 1
                ? Amounts.same(label, parts.get(0))
                : Amounts.difference(label, parts.toArray(Explanation[]::new));
    }

    private static Explanation euros(Message label, Money amount, Grant grant) {
        return amount.getCurrencyUnit().equals(CurrencyUnit.EUR)
                ? Amounts.given(label, amount).withRecords(List.of(grant.id().value()))
                : Amounts.unknown(label, Message.of("ACC-CURRENCY", amount));
    }

    /**
     * What of a grant is income up to the end of a year, all earlier years included.
     *
     * @param grant the grant
     * @param year the financial year
     * @return the sum of the parts of the years gone by, or unknown with the reason
     */
    public Explanation recognised(Grant grant, FiscalYear year) {
        Message label = Message.of("ACC-RECOGNISED", year.last());
        LocalDate notified = grant.dates().notification();
        if (notified == null) {
            return Amounts.unknown(
                    label, Message.of("ACC-NO-NOTIFICATION", grant.id().value()));
        }
        if (notified.isAfter(year.last())) {
            return Amounts.given(Message.of("ACC-NOT-NOTIFIED", notified), Money.zero(CurrencyUnit.EUR));
        }
        Explanation entitled = entitled(grant, year.last());
        Optional<Money> total = Amounts.of(entitled);
        SortedMap<FiscalYear, Long> weights = weights(grant, year.lastMonth().getMonth());
        if (total.isEmpty() || weights.isEmpty()) {
            return total.isEmpty()
                    ? Amounts.same(label, entitled)
                    : Amounts.unknown(
                            label,
                            Message.of(
                                    grant.spending() == SpendingKind.INVESTMENT ? "ACC-NO-PLAN" : "ACC-NO-PERIOD",
                                    grant.id().value()));
        }
        List<Money> parts = Allocation.split(
                total.get(),
                weights.values().stream().mapToLong(Long::longValue).toArray());
        List<Explanation> past = new ArrayList<>();
        int at = 0;
        for (FiscalYear each : weights.keySet()) {
            Money part = parts.get(at++);
            if (each.compareTo(year) <= 0) {
                past.add(Amounts.given(Message.of("ACC-PART", each.last(), total.get()), part));
            }
        }
        return Amounts.sum(label, CurrencyUnit.EUR, past)
                .withRules(List.of(rule))
                .withRecords(List.of(grant.id().value()));
    }

    /**
     * The income of a year: what is recognised up to its end less what was up to the end of the year before.
     *
     * @param grant the grant
     * @param year the financial year
     * @return the income, or unknown with the reason
     */
    public Explanation income(Grant grant, FiscalYear year) {
        return Amounts.difference(
                Message.of("ACC-INCOME", year.last(), split.label()),
                recognised(grant, year),
                recognised(grant, year.plus(-1)));
    }

    /**
     * What is deferred to later years (487) at the end of a year.
     *
     * @param grant the grant
     * @param year the financial year
     * @return the amount due less what is recognised, or unknown with the reason
     */
    public Explanation deferred(Grant grant, FiscalYear year) {
        Message label = Message.of("ACC-DEFERRED-AT", year.last());
        LocalDate notified = grant.dates().notification();
        if (notified != null && notified.isAfter(year.last())) {
            return Amounts.given(label, Money.zero(CurrencyUnit.EUR));
        }
        return Amounts.difference(label, entitled(grant, year.last()), recognised(grant, year));
    }

    /** By the yearly parts where there are some and they are wanted, else by days; an investment only by its parts. */
    private SortedMap<FiscalYear, Long> weights(Grant grant, Month closing) {
        SortedMap<FiscalYear, Long> weights = new TreeMap<>();
        boolean investment = grant.spending() == SpendingKind.INVESTMENT;
        if (split == Split.PERIODS || investment) {
            for (YearLine line : grant.yearLines()) {
                if (line.kind() == YearLineKind.INCOME && line.amount().isPositive()) {
                    weights.merge(
                            new FiscalYear(YearMonth.of(line.year(), closing)),
                            line.amount().getAmountMinorLong(),
                            Long::sum);
                }
            }
        }
        Integer one = grant.fiscalYear();
        if (weights.isEmpty() && !investment && one != null) {
            weights.put(new FiscalYear(YearMonth.of(one, closing)), 1L);
        }
        LocalDate start = grant.dates().start();
        LocalDate end = grant.dates().end();
        if (weights.isEmpty() && !investment && start != null && end != null && !end.isBefore(start)) {
            FiscalYear year = FiscalYear.containing(start, closing);
            while (!year.first().isAfter(end)) {
                LocalDate from = later(start, year.first());
                LocalDate to = end.isBefore(year.last()) ? end : year.last();
                weights.put(year, ChronoUnit.DAYS.between(from, to) + 1);
                year = year.plus(1);
            }
        }
        return weights;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return java.util.Collections.max(List.of(a, b), Comparator.naturalOrder());
    }

    /** Zero, where nothing is to be explained. */
    static Explanation zero(Message label) {
        return Explanation.of(label, new Value.Amount(Money.zero(CurrencyUnit.EUR)), Step.SUM, List.of());
    }
}
