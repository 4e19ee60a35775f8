package org.subsidia.cofinancing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.CostOption;
import org.subsidia.territory.EuPeriod;

/**
 * Simplified cost options of a period: what each flat rate is worth, which exclude each other, and where one is compulsory.
 *
 * <p>All is computed on direct costs: direct staff and the other direct costs. A flat rate is rounded half up to cents.
 */
public final class SimplifiedCosts {
    private static final Set<CostOption> INDIRECT = EnumSet.of(CostOption.F7, CostOption.F15, CostOption.F25);

    private static final List<Set<CostOption>> USUAL = List.of(
            EnumSet.noneOf(CostOption.class),
            EnumSet.of(CostOption.F7),
            EnumSet.of(CostOption.F15),
            EnumSet.of(CostOption.F25),
            EnumSet.of(CostOption.F40),
            EnumSet.of(CostOption.S20),
            EnumSet.of(CostOption.S20, CostOption.F7),
            EnumSet.of(CostOption.S20, CostOption.F15),
            EnumSet.of(CostOption.T15),
            EnumSet.of(CostOption.T15, CostOption.F15));

    private final EuPeriod period;
    private final Law law;

    private SimplifiedCosts(EuPeriod period, Law law) {
        this.period = period;
        this.law = law;
    }

    /**
     * The options of a period.
     *
     * @param period the programming period
     * @param law the law of a day
     * @return the options
     */
    public static SimplifiedCosts of(EuPeriod period, Law law) {
        return new SimplifiedCosts(period, law);
    }

    /**
     * The eligible cost under some options.
     *
     * @param staff direct staff, shown at real cost or at an hourly rate
     * @param other the other direct costs; travel is not among them where {@link CostOption#T15} is used
     * @param options the flat rates used together; none: real direct costs alone
     * @return the eligible cost; unknown where the options exclude each other, or the period has no such option
     */
    public Explanation eligible(Money staff, Money other, Set<CostOption> options) {
        Message label = Message.of("COFI-SCO-TOTAL", names(options));
        Ruling together = compatible(options);
        if (together.standing() != Standing.RESPECTED) {
            return Amounts.unknown(label, together.sentence());
        }
        Explanation others = Amounts.given(Message.of("COFI-SCO-OTHER"), other);
        Explanation people = options.contains(CostOption.S20)
                ? flat(CostOption.S20, others)
                : Amounts.given(Message.of("COFI-SCO-STAFF"), staff);
        List<Explanation> parts = new ArrayList<>(List.of(people));
        if (options.contains(CostOption.F40)) {
            parts.add(flat(CostOption.F40, people));
        } else {
            parts.add(others);
            if (options.contains(CostOption.T15)) {
                parts.add(flat(CostOption.T15, people));
            }
            Explanation direct =
                    Amounts.sum(Message.of("COFI-SCO-DIRECT"), staff.getCurrencyUnit(), List.copyOf(parts));
            for (CostOption indirect : INDIRECT) {
                if (options.contains(indirect)) {
                    parts.add(flat(indirect, indirect == CostOption.F15 ? people : direct));
                }
            }
        }
        return Amounts.sum(label, staff.getCurrencyUnit(), parts);
    }

    /**
     * What the usual options, alone and together, make of direct costs.
     *
     * @param staff direct staff
     * @param other the other direct costs
     * @return one trial a set of options that the period knows, real costs first
     */
    public List<Trial> trials(Money staff, Money other) {
        Map<Set<CostOption>, Explanation> totals = new LinkedHashMap<>();
        for (Set<CostOption> options : USUAL) {
            totals.put(options, eligible(staff, other, options));
        }
        return totals.entrySet().stream()
                .filter(entry -> Amounts.of(entry.getValue()).isPresent())
                .map(entry -> new Trial(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * What some options make of direct costs.
     *
     * @param options the options; none: real direct costs alone
     * @param eligible the eligible cost
     */
    public record Trial(Set<CostOption> options, Explanation eligible) {

        /** Copies the set. */
        public Trial {
            options = Set.copyOf(options);
        }

        /** {@return the names of the options} */
        public String names() {
            return SimplifiedCosts.names(options);
        }
    }

    /**
     * What one flat rate is worth.
     *
     * @param option a flat rate: F7, F15, F25, S20, F40 or T15
     * @param base the costs that it is a share of
     * @return the amount; unknown where the period has no such option
     */
    public Explanation flat(CostOption option, Explanation base) {
        Optional<Rule<Fraction>> rate = law.find(Kind.SHARE, rule(option));
        return rate.isEmpty()
                ? Amounts.unknown(option.label(), law.whyMissing(rule(option)))
                : Amounts.share(
                                option.label(),
                                Message.of("COFI-SCO-RATE"),
                                rate.get().value(),
                                base)
                        .withRules(List.of(rate.get().reference()));
    }

    /**
     * The hourly rate of a person: the latest documented gross employment cost of a year over the hours of the law.
     *
     * @param yearlyCost gross employment cost of twelve months
     * @param workingTime the share of full time; 1: full time
     * @return the rate an hour, rounded half up to cents; unknown where the period has no such option
     */
    public Explanation hourlyRate(Money yearlyCost, Fraction workingTime) {
        Message label = Message.of("COFI-SCO-HOURLY");
        Optional<Rule<Long>> hours = law.find(Kind.COUNT, hoursRule());
        if (hours.isEmpty() || workingTime.signum() <= 0) {
            return Amounts.unknown(
                    label, hours.isEmpty() ? law.whyMissing(hoursRule()) : Message.of("COFI-SCO-NOTIME"));
        }
        Fraction worked = Fraction.of(hours.get().value()).times(workingTime);
        Money rate = Fraction.ONE.dividedBy(worked).times(yearlyCost, RoundingMode.HALF_UP);
        return Explanation.of(
                        label,
                        new Value.Amount(rate),
                        Step.RATIO,
                        List.of(
                                Amounts.given(Message.of("COFI-SCO-YEARLY"), yearlyCost),
                                hours(Message.of("COFI-SCO-HOURS"), worked)))
                .withRules(List.of(hours.get().reference()));
    }

    /**
     * The cost of hours at an hourly rate.
     *
     * @param rate from {@link #hourlyRate}
     * @param worked hours declared
     * @return the staff cost
     */
    public Explanation staff(Explanation rate, BigDecimal worked) {
        Message label = Message.of("COFI-SCO-WORKED");
        Optional<Money> hourly = Amounts.of(rate);
        return hourly.isEmpty()
                ? Explanation.of(label, rate.value(), Step.CHOICE, List.of(rate))
                : Explanation.of(
                        label,
                        new Value.Amount(hourly.get().multipliedBy(worked, RoundingMode.HALF_UP)),
                        Step.PRODUCT,
                        List.of(rate, hours(Message.of("COFI-SCO-DECLARED"), Fraction.of(worked))));
    }

    /**
     * Whether the hours that a person declares fit the hours of the rate.
     *
     * @param worked hours declared for twelve months
     * @param workingTime the share of full time
     * @return the ruling
     */
    public Ruling hoursWithinRate(BigDecimal worked, Fraction workingTime) {
        Optional<Rule<Long>> hours = law.find(Kind.COUNT, hoursRule());
        if (hours.isEmpty()) {
            return Ruling.of("HOURS", Standing.UNKNOWN, law.whyMissing(hoursRule()));
        }
        Fraction most = Fraction.of(hours.get().value()).times(workingTime);
        boolean fits = Fraction.of(worked).compareTo(most) <= 0;
        return Ruling.of(
                        "HOURS",
                        fits ? Standing.RESPECTED : Standing.BROKEN,
                        Message.of(
                                fits ? "COFI-HOURS-FIT" : "COFI-HOURS-OVER",
                                worked,
                                most.value(2, RoundingMode.DOWN).stripTrailingZeros()),
                        hours(Message.of("COFI-SCO-DECLARED"), Fraction.of(worked)),
                        hours(Message.of("COFI-SCO-HOURS"), most))
                .by(hours.get());
    }

    private static Explanation hours(Message label, Fraction number) {
        Value.Quantity hours =
                new Value.Quantity(number.value(6, RoundingMode.HALF_UP), Message.of("COFI-SCO-UNIT-HOURS"));
        return Explanation.leaf(label, hours);
    }

    /**
     * What a lump sum pays: each step whole once it is delivered, else nothing.
     *
     * @param steps amount by name of the step; one step alone is all or nothing
     * @param delivered names of the steps that were delivered
     * @return what is paid, one part a step
     * @throws IllegalArgumentException if a name is no step
     */
    public static Explanation lumpSum(Map<String, Money> steps, Set<String> delivered) {
        if (!steps.keySet().containsAll(delivered)) {
            throw new IllegalArgumentException("not steps of the lump sum " + steps.keySet() + ": " + delivered);
        }
        List<Explanation> parts = new ArrayList<>();
        steps.forEach((name, amount) -> parts.add(Amounts.given(
                Message.of(delivered.contains(name) ? "COFI-LUMP-DELIVERED" : "COFI-LUMP-OPEN", name, amount),
                delivered.contains(name) ? amount : Money.zero(amount.getCurrencyUnit()))));
        return Amounts.sum(Message.of("COFI-LUMP-PAID"), CurrencyUnit.EUR, parts);
    }

    /**
     * Whether options may be used together: none covers costs that another covers already.
     *
     * @param options the options used on one base
     * @return the ruling
     */
    public Ruling compatible(Set<CostOption> options) {
        String id = EuProgrammes.rule(period, "sco.exclusions");
        Optional<Rule<List<Map<String, String>>>> table = law.find(Kind.TABLE, id);
        if (table.isEmpty()) {
            return options.size() < 2
                    ? Ruling.of("SCO", Standing.RESPECTED, Message.of("COFI-SCO-TOGETHER", names(options)))
                    : Ruling.of("SCO", Standing.UNKNOWN, law.whyMissing(id));
        }
        for (Map<String, String> row : table.get().value()) {
            CostOption first = CostOption.valueOf(row.getOrDefault("option", ""));
            CostOption second = CostOption.valueOf(row.getOrDefault("excludes", ""));
            if (options.contains(first) && options.contains(second)) {
                return Ruling.of(
                                "SCO",
                                Standing.BROKEN,
                                Message.of("COFI-SCO-EXCLUDED", first.label(), second.label(), reference(table.get())))
                        .by(table.get());
            }
        }
        return Ruling.of("SCO", Standing.RESPECTED, Message.of("COFI-SCO-TOGETHER", names(options)))
                .by(table.get());
    }

    /**
     * Whether an option is compulsory, and used.
     *
     * @param total the total cost of the operation; may be unknown
     * @param stateAid whether the support is State aid other than de minimis; null: not known
     * @param used the options used; empty: not known
     * @return the ruling
     */
    public Ruling compulsory(Explanation total, @Nullable Boolean stateAid, Set<CostOption> used) {
        String id = EuProgrammes.rule(period, "sco.mandatory-threshold");
        Optional<Rule<Money>> rule = law.find(Kind.MONEY, id);
        if (rule.isEmpty()) {
            return Ruling.of("SCO-DUTY", Standing.NOT_BINDING, Message.of("COFI-DUTY-PERIOD", period.text()));
        }
        Money threshold = rule.get().value();
        Optional<Money> cost = Amounts.of(total).filter(amount -> amount.isSameCurrency(threshold));
        Explanation limit = Amounts.given(Message.of("COFI-DUTY-LIMIT"), threshold);
        boolean simplified = used.stream().anyMatch(option -> option != CostOption.REAL_COSTS);
        Standing standing;
        Message sentence;
        if (simplified) {
            standing = Standing.RESPECTED;
            sentence = Message.of("COFI-DUTY-USED", names(used));
        } else if (cost.isEmpty()) {
            standing = Standing.UNKNOWN;
            sentence = Message.of("COFI-DUTY-NOCOST");
        } else if (cost.get().isGreaterThan(threshold)) {
            standing = Standing.NOT_BINDING;
            sentence = Message.of("COFI-DUTY-ABOVE", cost.get(), threshold);
        } else if (Boolean.TRUE.equals(stateAid)) {
            standing = Standing.NOT_BINDING;
            sentence = Message.of("COFI-DUTY-AID");
        } else if (stateAid == null) {
            standing = Standing.UNKNOWN;
            sentence = Message.of("COFI-DUTY-NOREGIME", cost.get(), threshold, reference(rule.get()));
        } else {
            standing = used.isEmpty() ? Standing.UNKNOWN : Standing.BROKEN;
            sentence = Message.of(
                    used.isEmpty() ? "COFI-DUTY-NOOPTION" : "COFI-DUTY-REAL",
                    cost.get(),
                    threshold,
                    reference(rule.get()));
        }
        return Ruling.of("SCO-DUTY", standing, sentence, total, limit).by(rule.get());
    }

    private String rule(CostOption option) {
        return EuProgrammes.rule(period, "sco." + option.name().toLowerCase(Locale.ROOT));
    }

    private String hoursRule() {
        return EuProgrammes.rule(period, "sco.hours");
    }

    private static String reference(Rule<?> rule) {
        return rule.reference().legalReference();
    }

    private static String names(Set<CostOption> options) {
        return options.isEmpty()
                ? CostOption.REAL_COSTS.name()
                : Stream.of(CostOption.values())
                        .filter(options::contains)
                        .map(Enum::name)
                        .collect(Collectors.joining(" + "));
    }
}
