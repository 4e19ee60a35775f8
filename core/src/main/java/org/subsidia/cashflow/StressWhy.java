package org.subsidia.cashflow;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;

/**
 * What stress does to a forecast, payment by payment, and why its figures are what they are: each is that of the forecast without
 * stress, and what every payment changes that comes later, shrinks, no longer comes or goes back.
 *
 * <pre>{@code
 * StressWhy why = StressWhy.of(portfolio, base.forecast(), stressed.forecast());
 * why.effects().get(0).change(day);
 * why.closing(3).check();
 * }</pre>
 */
public final class StressWhy {
    private final Portfolio portfolio;
    private final CashForecast base;
    private final CashForecast stressed;
    private final List<Effect> effects;

    private StressWhy(Portfolio portfolio, CashForecast base, CashForecast stressed) {
        this.portfolio = portfolio;
        this.base = base;
        this.stressed = stressed;
        this.effects = compared();
    }

    /**
     * Compares a forecast with the one without stress.
     *
     * @param portfolio what both were made from
     * @param base the forecast without stress
     * @param stressed the forecast of the same structure, on the same day and over the same months, with its stresses
     * @return the comparison
     * @throws IllegalArgumentException if the two are not about the same structure and months
     */
    public static StressWhy of(Portfolio portfolio, CashForecast base, CashForecast stressed) {
        if (!base.structure().id().equals(stressed.structure().id())
                || !base.options().asAt().equals(stressed.options().asAt())
                || base.options().months() != stressed.options().months()) {
            throw new IllegalArgumentException("two forecasts of one structure over the same months are compared");
        }
        return new StressWhy(portfolio, base, stressed);
    }

    /**
     * What becomes of one payment.
     *
     * @param subject the grant and what is paid
     * @param grant of which grant
     * @param step what is paid; null: all of it, or money that goes back
     * @param before the movement without stress; null: there is none
     * @param after the movement with it; null: none within the forecast
     * @param beyond the day after the end of the forecast on which it comes; null: it comes before, or never
     * @param causes the stresses that concern it
     * @param why what goes wrong with it, in words
     */
    public record Effect(
            Message subject,
            GrantId grant,
            @Nullable String step,
            @Nullable CashLine before,
            @Nullable CashLine after,
            @Nullable LocalDate beyond,
            List<Stress> causes,
            Message why) {

        /** Copies the list. */
        public Effect {
            causes = List.copyOf(causes);
        }

        /** {@return the day on which it comes with the stress, within the forecast or after it; none: never} */
        public Optional<LocalDate> day() {
            return Optional.ofNullable(after == null ? beyond : after.day());
        }

        /** {@return the movement without stress, if there is one} */
        public Optional<CashLine> expected() {
            return Optional.ofNullable(before);
        }

        /** {@return the movement with stress, if there is one within the forecast} */
        public Optional<CashLine> left() {
            return Optional.ofNullable(after);
        }

        /**
         * What it changes in the balance at the end of a day.
         *
         * @param until the day
         * @return what has come by then with the stress, less what would have come without
         */
        public Explanation change(LocalDate until) {
            CashLine was = before != null && !before.day().isAfter(until) ? before : null;
            CashLine is = after != null && !after.day().isAfter(until) ? after : null;
            CurrencyUnit currency = Objects.requireNonNull(before == null ? after : before)
                    .money()
                    .getCurrencyUnit();
            if (was == null) {
                return is == null
                        ? Amounts.given(subject, Money.zero(currency))
                        : Amounts.same(Message.of("CASH-EFFECT-BACK", subject, is.day(), why), is.amount())
                                .withRecords(List.of(grant.value()));
            }
            Explanation left =
                    is == null ? Amounts.given(Message.of("CASH-NOTHING"), Money.zero(currency)) : is.amount();
            return Amounts.difference(label(was, is), left, was.amount()).withRecords(List.of(grant.value()));
        }

        private Money moved(LocalDate until, CurrencyUnit currency) {
            Money is = after != null && !after.day().isAfter(until) ? after.money() : Money.zero(currency);
            return before != null && !before.day().isAfter(until) ? is.minus(before.money()) : is;
        }

        private Message label(CashLine was, @Nullable CashLine is) {
            if (is != null) {
                return Message.of("CASH-EFFECT-LESS", subject, is.day(), why);
            }
            return day().map(day -> Message.of("CASH-EFFECT-LATER", subject, was.day(), day, why))
                    .orElseGet(() -> Message.of("CASH-EFFECT-GONE", subject, was.day(), why));
        }
    }

    /** {@return every payment that the stress changes, by the day without it} */
    public List<Effect> effects() {
        return effects;
    }

    /**
     * Why the balance at the end of a month is what it is.
     *
     * @param month which month, from 0
     * @return the balance without stress, and what each payment changes by then
     */
    public Explanation closing(int month) {
        MonthCash cash = base.byMonth().get(month);
        return changed(cash.closing(), cash.month().atEndOfMonth());
    }

    /**
     * Why the balance at the end of a day is what it is.
     *
     * @param day a day of the forecast
     * @return the balance without stress, and what each payment changes by then
     */
    public Explanation balance(LocalDate day) {
        return changed(base.balance(day), day);
    }

    private Explanation changed(Explanation without, LocalDate until) {
        List<Explanation> changes = effects.stream()
                .map(effect -> effect.change(until))
                .filter(change -> Amounts.of(change).map(one -> !one.isZero()).orElse(true))
                .toList();
        if (changes.isEmpty()) {
            return without;
        }
        List<Explanation> parts =
                new ArrayList<>(List.of(Amounts.same(Message.of("CASH-WITHOUT-STRESS", without.label()), without)));
        parts.addAll(changes);
        return Amounts.sum(without.label(), base.currency(), parts);
    }

    /** {@return why the lowest balance at the end of a day is what it is; unknown where balances are} */
    public Explanation lowest() {
        return stressed.lowest()
                .map(low -> Amounts.same(Message.of("CASH-LOWEST", low.day()), balance(low.day())))
                .orElseGet(() -> Amounts.same(Message.of("CASH-NEED-LOWEST"), stressed.opening()));
    }

    /** {@return the day of the lowest balance, and that balance} */
    public Explanation lowestDay() {
        Explanation lowest = lowest();
        return Explanation.of(
                Message.of("CASH-LOWEST-DAY"),
                stressed.lowest().<Value>map(low -> new Value.Day(low.day())).orElseGet(lowest::value),
                Step.CHOICE,
                List.of(lowest));
    }

    /** {@return what must be found so that no day ends below zero} */
    public Explanation financingNeed() {
        return stressed.needOf(lowest());
    }

    /** {@return what it costs to be overdrawn day after day: without stress, and what each payment adds to it} */
    public Explanation bridgingCost() {
        return effects.isEmpty() || Amounts.of(base.opening()).isEmpty()
                ? stressed.bridgingCost()
                : stressed.bridgingOf(overdrawn());
    }

    /** Each payment changes the overdrafts that are left by those before it: so all of them add up. */
    private Explanation overdrawn() {
        Explanation without = base.overdrawn();
        List<Explanation> parts =
                new ArrayList<>(List.of(Amounts.same(Message.of("CASH-WITHOUT-STRESS", without.label()), without)));
        List<DayCash> days = base.byDay();
        Money[] balances = days.stream().map(DayCash::balance).toArray(Money[]::new);
        for (Effect effect : effects) {
            Map<YearMonth, Money> changes = new TreeMap<>();
            for (int d = 0; d < balances.length; d++) {
                LocalDate day = days.get(d).day();
                Money next = balances[d].plus(effect.moved(day, base.currency()));
                changes.merge(YearMonth.from(day), overdraft(next).minus(overdraft(balances[d])), Money::plus);
                balances[d] = next;
            }
            List<Explanation> months = new ArrayList<>();
            changes.forEach((month, change) -> {
                if (!change.isZero()) {
                    months.add(Amounts.given(CashForecast.words(month), change));
                }
            });
            if (!months.isEmpty()) {
                parts.add(Amounts.sum(
                                Message.of("CASH-BRIDGING-OF", effect.subject(), effect.why()), base.currency(), months)
                        .withRecords(List.of(effect.grant().value())));
            }
        }
        return Amounts.sum(without.label(), base.currency(), parts);
    }

    private static Money overdraft(Money balance) {
        return balance.isNegative() ? balance.negated() : Money.zero(balance.getCurrencyUnit());
    }

    /** {@return the first day that ends below zero, and its balance; unknown where no day does, or balances are not known} */
    public Explanation runway() {
        Message label = Message.of("CASH-RUNWAY");
        if (Amounts.of(stressed.opening()).isEmpty()) {
            return Explanation.of(label, stressed.opening().value(), Step.CHOICE, List.of(stressed.opening()));
        }
        YearMonth last = stressed.axis().last();
        return stressed.runwayEnd()
                .map(day -> Explanation.of(
                        label,
                        new Value.Day(day),
                        Step.CHOICE,
                        List.of(Amounts.same(Message.of("CASH-BALANCE", day), balance(day)))))
                .orElseGet(() -> Explanation.of(
                        label,
                        new Value.Unknown(Message.of("CASH-HOLDS", CashForecast.words(last))),
                        Step.CHOICE,
                        List.of(lowest())));
    }

    private record Key(GrantId grant, CashKind kind, String step) {
        static Key of(CashLine line, GrantId grant) {
            return new Key(grant, line.kind(), Objects.toString(line.step(), ""));
        }
    }

    /** Movements of one step keep their order under every stress: what is left of them is compared one by one. */
    private List<Effect> compared() {
        Map<Key, List<CashLine>> before = ofGrants(base);
        Map<Key, List<CashLine>> after = ofGrants(stressed);
        List<Effect> found = new ArrayList<>();
        List<CashPayment> later = new ArrayList<>(stressed.payments().stream()
                .filter(payment ->
                        payment.middle().isAfter(stressed.axis().last().atEndOfMonth()))
                .toList());
        before.forEach((key, lines) -> {
            List<CashLine> others = after.getOrDefault(key, new ArrayList<>());
            cancel(lines, others);
            for (int i = 0; i < lines.size(); i++) {
                CashLine left = i < others.size() ? others.get(i) : null;
                found.add(effect(key, lines.get(i), left, left == null ? beyond(lines.get(i), later) : null));
            }
            List<CashLine> more = others.subList(Math.min(lines.size(), others.size()), others.size());
            more.forEach(line -> found.add(effect(key, null, line, null)));
        });
        after.forEach((key, lines) -> {
            if (!before.containsKey(key)) {
                lines.forEach(line -> found.add(effect(key, null, line, null)));
            }
        });
        found.sort(Comparator.comparing(
                effect -> Objects.requireNonNull(effect.before() == null ? effect.after() : effect.before())
                        .day()));
        return List.copyOf(found);
    }

    private static Map<Key, List<CashLine>> ofGrants(CashForecast forecast) {
        Map<Key, List<CashLine>> lines = new LinkedHashMap<>();
        for (CashLine line : forecast.lines()) {
            GrantId grant = line.grant();
            if (grant != null) {
                lines.computeIfAbsent(Key.of(line, grant), any -> new ArrayList<>())
                        .add(line);
            }
        }
        return lines;
    }

    /** Takes out of both lists what is the same in them. */
    private static void cancel(List<CashLine> lines, List<CashLine> others) {
        lines.removeIf(line -> others.stream()
                .filter(other -> other.day().equals(line.day()) && other.money().equals(line.money()))
                .findFirst()
                .map(others::remove)
                .orElse(false));
    }

    /** When a payment comes that has left the forecast; each is found once. */
    private static @Nullable LocalDate beyond(CashLine line, List<CashPayment> later) {
        for (CashPayment payment : later) {
            if (payment.grant().equals(line.grant())
                    && payment.label().equals(line.amount().label())) {
                later.remove(payment);
                return payment.middle();
            }
        }
        return null;
    }

    private Effect effect(Key key, @Nullable CashLine before, @Nullable CashLine after, @Nullable LocalDate beyond) {
        CashLine line = Objects.requireNonNull(before == null ? after : before);
        List<Stress> causes = portfolio
                .grant(key.grant())
                .map(grant -> causes(grant, before == null))
                .orElse(List.of());
        Message subject = line.step() == null ? line.subject() : Message.of("CASH-LINE", line.subject(), line.step());
        return new Effect(
                subject, key.grant(), line.step(), before, after, beyond, causes, Stress.words(causes, portfolio));
    }

    private List<Stress> causes(Grant grant, boolean back) {
        return stressed.options().stresses().stream()
                .filter(stress ->
                        StressTest.concerns(stress, grant, base.options().asAt()))
                .filter(stress -> back
                        ? stress instanceof Stress.Recovery || stress instanceof Stress.Breach
                        : !(stress instanceof Stress.Recovery))
                .toList();
    }
}
