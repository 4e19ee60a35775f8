package org.subsidia.cashflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.calendar.Funding;
import org.subsidia.calendar.GrantDays;
import org.subsidia.cofinancing.Clawback;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.time.HolidayCalendar;
import org.subsidia.time.MonthAxis;
import org.subsidia.time.Roll;
import org.subsidia.time.Zone;

/**
 * The cash of a structure, line by line, from its last known balance to the end of the last month.
 *
 * <pre>{@code
 * CashForecast forecast = CashForecast.of(portfolio, id, LawBase.standard(), ForecastOptions.of(asAt));
 * forecast.months().get(3).closing();
 * forecast.lowest();
 * forecast.financingNeed();
 * }</pre>
 *
 * <p>Payments of grants come on the middle of the days that their delay allows; applications are weighted by the probability of
 * an award. What cannot be forecast is listed with its reason, and the balance then holds without it. Where no balance is known
 * to start from, movements are told and balances are unknown.
 */
public final class CashForecast {
    private static final long DAYS_OF_YEAR = 365;

    private final Structure structure;
    private final ForecastOptions options;
    private final MonthAxis axis;
    private final Explanation opening;
    private final List<CashLine> lines;
    private final List<CashPayment> payments;
    private final List<MonthCash> months;
    private final List<NotForecast> missing;
    private final List<Finding> findings;
    private final Rule<Fraction> lawRate;

    private CashForecast(
            Structure structure,
            ForecastOptions options,
            Explanation opening,
            List<CashLine> lines,
            List<CashPayment> payments,
            List<NotForecast> missing,
            List<Finding> findings,
            Rule<Fraction> lawRate) {
        this.structure = structure;
        this.options = options;
        this.axis = new MonthAxis(YearMonth.from(options.asAt()), options.months());
        this.opening = opening;
        this.lines = List.copyOf(lines);
        this.payments = List.copyOf(payments);
        this.missing = List.copyOf(missing);
        this.findings = List.copyOf(findings);
        this.lawRate = lawRate;
        this.months = months();
    }

    /**
     * Forecasts the cash of a structure.
     *
     * @param portfolio what is known
     * @param id the structure, which is in the portfolio
     * @param laws the law, with the assumptions of the library
     * @param options what the user chose
     * @return the forecast
     * @throws IllegalArgumentException if the portfolio has no such structure
     */
    public static CashForecast of(Portfolio portfolio, StructureId id, LawBase laws, ForecastOptions options) {
        return CashForecasts.of(portfolio, laws, options.asAt()).of(id, options);
    }

    static CashForecast make(
            Portfolio portfolio,
            Structure structure,
            LawBase laws,
            ForecastOptions options,
            GrantDays days,
            LagHistory history) {
        return new Making(portfolio, structure, laws, options, days, history).make();
    }

    /** {@return whose cash it is} */
    public Structure structure() {
        return structure;
    }

    /** {@return what the user chose} */
    public ForecastOptions options() {
        return options;
    }

    /** {@return the months} */
    public MonthAxis axis() {
        return axis;
    }

    /** {@return the last known balance, or why there is none} */
    public Explanation opening() {
        return opening;
    }

    /** {@return every movement after the last known balance, by day} */
    public List<CashLine> lines() {
        return lines;
    }

    /** {@return the months in order} */
    public List<MonthCash> byMonth() {
        return months;
    }

    /** {@return money that may come but could not be forecast} */
    public List<NotForecast> missing() {
        return missing;
    }

    /** {@return what had to be assumed, and what is wrong} */
    public List<Finding> findings() {
        return findings;
    }

    /** {@return the currency of all its amounts} */
    public CurrencyUnit currency() {
        return Amounts.of(opening).map(Money::getCurrencyUnit).orElse(CurrencyUnit.EUR);
    }

    /**
     * The days from the day of the forecast to the end of its last month.
     *
     * @return one entry a day; empty where no balance is known to start from
     */
    public List<DayCash> byDay() {
        Optional<Money> start = Amounts.of(opening);
        List<DayCash> days = new ArrayList<>();
        if (start.isEmpty()) {
            return days;
        }
        Money balance = start.get();
        int next = 0;
        for (LocalDate day = options.asAt(); !day.isAfter(axis.last().atEndOfMonth()); day = day.plusDays(1)) {
            Money before = balance;
            while (next < lines.size() && lines.get(next).day().isBefore(day)) {
                before = before.plus(lines.get(next++).money());
            }
            Money after = before;
            while (next < lines.size() && lines.get(next).day().equals(day)) {
                after = after.plus(lines.get(next++).money());
            }
            days.add(new DayCash(day, after.minus(before), after));
            balance = after;
        }
        return days;
    }

    /** {@return the first day of the lowest balance at the end of a day, if balances are known} */
    public Optional<DayCash> lowest() {
        return byDay().stream().min(Comparator.comparing(DayCash::balance).thenComparing(DayCash::day));
    }

    /** {@return the first day that ends below zero, if there is one} */
    public Optional<LocalDate> runwayEnd() {
        return byDay().stream()
                .filter(day -> day.balance().isNegative())
                .map(DayCash::day)
                .findFirst();
    }

    /** {@return what must be borrowed or found so that no day ends below zero: the lowest balance with its sign turned, or nothing} */
    public Explanation financingNeed() {
        return lowest().map(low -> needOf(Amounts.same(Message.of("CASH-LOWEST", low.day()), balance(low.day()))))
                .orElseGet(() -> Amounts.same(Message.of("CASH-NEED"), opening));
    }

    /** What must be found where the lowest balance is this one. */
    Explanation needOf(Explanation lowest) {
        return Amounts.greatest(
                Message.of("CASH-NEED"),
                List.of(nothing(), Amounts.difference(Message.of("CASH-NEED-LOWEST"), nothing(), lowest)));
    }

    /**
     * Why the balance at the end of a day is what it is.
     *
     * @param day from the day of the forecast to the end of its last month
     * @return the balance: that at the end of the month before, and every movement of the month up to that day
     * @throws IllegalArgumentException if the forecast does not reach the day
     */
    public Explanation balance(LocalDate day) {
        if (day.isBefore(options.asAt()) || day.isAfter(axis.last().atEndOfMonth())) {
            throw new IllegalArgumentException("the forecast does not reach " + day);
        }
        int month = (int) axis.position(YearMonth.from(day));
        Explanation before = month == 0 ? opening : months.get(month - 1).closing();
        List<Explanation> parts = new ArrayList<>(List.of(Explanation.leaf(before.label(), before.value())));
        lines.stream()
                .filter(line -> !line.day().isAfter(day)
                        && (month == 0
                                || line.day().isAfter(axis.month(month - 1).atEndOfMonth())))
                .map(CashLine::amount)
                .forEach(parts::add);
        return Amounts.sum(Message.of("CASH-BALANCE", day), currency(), parts);
    }

    /** {@return what it costs to be overdrawn day after day, at the rate of a bridging loan} */
    public Explanation bridgingCost() {
        return Amounts.of(opening).isEmpty()
                ? Amounts.same(Message.of("CASH-BRIDGING"), opening)
                : bridgingOf(overdrawn());
    }

    /** What it costs where the overdrafts of all days add up to this. */
    Explanation bridgingOf(Explanation overdrawn) {
        Fraction rate = bridgingRate();
        return Amounts.share(
                        Message.of("CASH-BRIDGING"),
                        Message.of(
                                "CASH-BRIDGING-RATE",
                                rate.times(Fraction.of(100)).value(2)),
                        rate.dividedBy(Fraction.of(DAYS_OF_YEAR)),
                        overdrawn)
                .withRules(bridgingRules());
    }

    /** The overdrafts of all days, added up: month by month, in each as long as the balance stays what it is. */
    Explanation overdrawn() {
        List<DayCash> days = byDay();
        Map<YearMonth, List<Explanation>> spans = new TreeMap<>();
        int next = 0;
        while (next < days.size()) {
            DayCash from = days.get(next);
            YearMonth month = YearMonth.from(from.day());
            int last = next;
            while (last + 1 < days.size()
                    && days.get(last + 1).balance().equals(from.balance())
                    && YearMonth.from(days.get(last + 1).day()).equals(month)) {
                last++;
            }
            if (from.balance().isNegative()) {
                spans.computeIfAbsent(month, each -> new ArrayList<>())
                        .add(overdrawn(from, days.get(last).day(), last - next + 1));
            }
            next = last + 1;
        }
        List<Explanation> months = new ArrayList<>();
        spans.forEach((month, parts) -> months.add(Amounts.sum(words(month), currency(), parts)));
        return Amounts.sum(Message.of("CASH-BRIDGING-DAYS"), currency(), months);
    }

    private Explanation overdrawn(DayCash from, LocalDate to, int days) {
        return Explanation.of(
                Message.of("CASH-OVERDRAWN", from.day(), to),
                new Value.Amount(from.balance().negated().multipliedBy(days)),
                Step.PRODUCT,
                List.of(
                        Explanation.leaf(
                                Message.of("CASH-OVERDRAWN-DAYS"),
                                new Value.Quantity(BigDecimal.valueOf(days), Message.of("CASH-UNIT-DAYS"))),
                        Amounts.difference(Message.of("CASH-OVERDRAFT", from.day()), nothing(), balance(from.day()))));
    }

    /**
     * What comes in in a month.
     *
     * @param month which month, from 0
     * @return the sum of its movements that come in
     */
    public Explanation in(int month) {
        return Amounts.sum(
                Message.of("CASH-MONTH-IN", words(axis.month(month))),
                currency(),
                movements(month, CashLine::isInflow));
    }

    /**
     * What leaves in a month.
     *
     * @param month which month, from 0
     * @return its movements that leave, as a positive amount
     */
    public Explanation out(int month) {
        List<Explanation> parts = new ArrayList<>(List.of(nothing()));
        parts.addAll(movements(month, line -> !line.isInflow()));
        return Amounts.difference(
                Message.of("CASH-MONTH-OUT", words(axis.month(month))), parts.toArray(Explanation[]::new));
    }

    private List<Explanation> movements(int month, Predicate<CashLine> which) {
        return lines.stream()
                .filter(line -> YearMonth.from(line.day()).equals(axis.month(month)))
                .filter(which)
                .map(CashLine::amount)
                .toList();
    }

    /** The yearly rate of a bridging loan. */
    Fraction bridgingRate() {
        return options.bridgingRate().orElse(lawRate.value());
    }

    /** The assumption behind that rate, unless the user set it. */
    List<RuleReference> bridgingRules() {
        return options.bridgingRate().isPresent() ? List.of() : List.of(lawRate.reference());
    }

    /** The payments whose days are not certain, for the simulation. */
    List<CashPayment> payments() {
        return payments;
    }

    private Explanation nothing() {
        return Amounts.given(Message.of("CASH-NOTHING"), Money.zero(currency()));
    }

    static Message words(YearMonth month) {
        return Message.of("TIME-MONTH", month);
    }

    private List<MonthCash> months() {
        List<MonthCash> all = new ArrayList<>();
        Explanation before = opening;
        int next = 0;
        for (YearMonth month : axis.months()) {
            List<Explanation> parts = new ArrayList<>(List.of(before));
            Money in = Money.zero(currency());
            Money out = Money.zero(currency());
            for (; next < lines.size() && !lines.get(next).day().isAfter(month.atEndOfMonth()); next++) {
                CashLine line = lines.get(next);
                parts.add(line.amount());
                if (!YearMonth.from(line.day()).equals(month)) {
                    continue;
                }
                in = line.money().isPositive() ? in.plus(line.money()) : in;
                out = line.money().isNegative() ? out.minus(line.money()) : out;
            }
            Message label = Message.of("CASH-CLOSING", words(month));
            Explanation closing = Amounts.sum(label, currency(), parts);
            all.add(new MonthCash(month, in, out, closing));
            before = Explanation.leaf(label, closing.value());
        }
        return List.copyOf(all);
    }

    /** Gathers the lines. Used once. */
    private static final class Making {
        private final Portfolio portfolio;
        private final Structure structure;
        private final LawBase laws;
        private final ForecastOptions options;
        private final LocalDate asAt;
        private final LocalDate last;
        private final GrantDays days;
        private final LagHistory history;
        private final List<CashLine> lines = new ArrayList<>();
        private final List<CashPayment> payments = new ArrayList<>();
        private final List<NotForecast> missing = new ArrayList<>();
        private final Set<Finding> findings = new LinkedHashSet<>();

        Making(
                Portfolio portfolio,
                Structure structure,
                LawBase laws,
                ForecastOptions options,
                GrantDays days,
                LagHistory history) {
            this.days = days;
            this.history = history;
            this.portfolio = portfolio;
            this.structure = structure;
            this.laws = laws;
            this.options = options;
            this.asAt = options.asAt();
            this.last = YearMonth.from(asAt).plusMonths(options.months() - 1L).atEndOfMonth();
        }

        CashForecast make() {
            Optional<CashBalance> balance = structure.cashOn(asAt).filter(known -> !known.date()
                    .isBefore(asAt.minusMonths(ForecastOptions.MOST_MONTHS)));
            Explanation opening = balance.map(
                            known -> Amounts.given(Message.of("CASH-OPENING", known.date()), known.amount())
                                    .withRecords(List.of(structure.id().value())))
                    .orElseGet(() ->
                            Amounts.unknown(Message.of("CASH-OPENING", asAt), Message.of("CASH-MISSING-BALANCE")));
            LocalDate after = balance.map(CashBalance::date).orElse(asAt);
            if (balance.isEmpty()) {
                findings.add(Finding.warning(
                        Place.record(structure.id().value()).field("cashBalances"),
                        "CASH-NO-BALANCE",
                        structure.name()));
            } else if (after.isBefore(asAt)) {
                findings.add(Finding.info(
                        Place.record(structure.id().value()).field("cashBalances"), "CASH-OLD-BALANCE", after, asAt));
            }
            received(after);
            grants();
            budget(after);
            CurrencyUnit currency =
                    Amounts.of(opening).map(Money::getCurrencyUnit).orElse(CurrencyUnit.EUR);
            foreign(currency);
            lines.sort(Comparator.comparing(CashLine::day)
                    .thenComparing(CashLine::kind)
                    .thenComparing(line -> Objects.toString(line.grant(), ""))
                    .thenComparing(line -> Objects.toString(line.step(), "")));
            return new CashForecast(
                    structure,
                    options,
                    opening,
                    lines,
                    payments,
                    missing,
                    List.copyOf(findings),
                    laws.at(asAt).share("cashflow.bridging.rate"));
        }

        /** Amounts of another currency cannot be added. */
        private void foreign(CurrencyUnit currency) {
            List<CashLine> others = lines.stream()
                    .filter(line -> !line.money().getCurrencyUnit().equals(currency))
                    .toList();
            for (CashLine line : others) {
                findings.add(Finding.warning(
                        Place.record(
                                line.grant() == null
                                        ? structure.id().value()
                                        : line.grant().value()),
                        "CASH-FOREIGN",
                        line.subject(),
                        line.money()));
            }
            lines.removeAll(others);
            payments.removeIf(payment -> !payment.money().getCurrencyUnit().equals(currency));
        }

        private void received(LocalDate after) {
            for (Grant grant : portfolio.grantsOf(structure.id())) {
                for (Receipt receipt : grant.receipts()) {
                    if (receipt.date().isAfter(after) && !receipt.date().isAfter(asAt)) {
                        Explanation day = Explanation.leaf(
                                Message.of("CASH-RECEIVED", receipt.id()), new Value.Day(receipt.date()));
                        lines.add(new CashLine(
                                receipt.date(),
                                CashKind.RECEIVED,
                                GrantCash.subject(grant),
                                null,
                                grant.id(),
                                receipt.id(),
                                Funding.payer(grant),
                                null,
                                receipt.amount(),
                                Amounts.given(
                                                Message.of("CASH-LINE", GrantCash.subject(grant), receipt.id()),
                                                receipt.amount())
                                        .withRecords(List.of(grant.id().value())),
                                day));
                    }
                }
            }
        }

        private void grants() {
            List<Grant> grants = portfolio.grantsOf(structure.id());
            GrantCash cash = new GrantCash(portfolio, laws, options, days, history);
            grants.forEach(cash::read);
            missing.addAll(cash.missing);
            findings.addAll(cash.findings);
            for (ExpectedCash payment : cash.expected) {
                StressTest.apply(options.stresses(), payment, asAt, portfolio).ifPresent(left -> expected(left, days));
            }
            options.stresses().stream()
                    .filter(Stress.Recovery.class::isInstance)
                    .map(Stress.Recovery.class::cast)
                    .forEach(this::recovery);
            options.stresses().stream()
                    .filter(Stress.Breach.class::isInstance)
                    .map(Stress.Breach.class::cast)
                    .forEach(this::breach);
        }

        private void breach(Stress.Breach stress) {
            Optional<Grant> grant = stressed(stress.grant(), stress.day());
            if (grant.isEmpty()) {
                return;
            }
            Explanation back = Clawback.of(grant.get(), portfolio, stress.day(), laws.at(asAt));
            if (back.value() instanceof Value.Unknown unknown) {
                missing.add(new NotForecast(
                        stress.grant(),
                        GrantCash.subject(grant.get()),
                        null,
                        Message.of("CASH-BREACH-UNKNOWN", unknown.reason())));
            }
            paidBack(grant.get(), back, stress, stress.day());
        }

        /** The grant that a stress is about, if it is of this structure and the day lies within the forecast. */
        private Optional<Grant> stressed(GrantId id, LocalDate day) {
            return portfolio
                    .grant(id)
                    .filter(one -> one.structure().equals(structure.id()) && !day.isAfter(last) && day.isAfter(asAt));
        }

        private void expected(ExpectedCash payment, GrantDays zones) {
            Grant grant = payment.grant();
            boolean application = portfolio
                    .grant(grant.id())
                    .map(one -> !Funding.isGranted(one))
                    .orElse(true);
            Message label = payment.step().isEmpty()
                    ? GrantCash.subject(grant)
                    : Message.of("CASH-LINE", GrantCash.subject(grant), payment.step());
            Explanation amount = application
                    ? Amounts.share(
                                    label,
                                    Message.of("CASH-PROBABILITY", grant.state().label()),
                                    payment.probability(),
                                    payment.amount())
                            .withRules(payment.probabilityRules())
                    : Amounts.same(label, payment.amount());
            Optional<Money> money = Amounts.of(amount);
            if (money.isEmpty() || money.get().isZero()) {
                return;
            }
            PaymentDays days = payment.isRecovery() ? atOnce(payment) : PaymentDays.of(payment, zones, asAt);
            if (!days.middle().isAfter(last)) {
                lines.add(new CashLine(
                        days.middle(),
                        payment.isRecovery() ? CashKind.RECOVERY : application ? CashKind.APPLICATION : CashKind.GRANT,
                        GrantCash.subject(grant),
                        null,
                        grant.id(),
                        payment.step().isEmpty() ? null : payment.step(),
                        payment.payer(),
                        payment.lag(),
                        money.get(),
                        amount.withRecords(List.of(grant.id().value())),
                        days.why()));
            }
            if (payment.isRecovery()) {
                return;
            }
            payments.add(new CashPayment(
                    grant.id(),
                    payment.number(),
                    label,
                    payment.payer(),
                    payment.money().orElseThrow(),
                    payment.probability(),
                    payment.probabilityRules(),
                    grant.state(),
                    payment.lag(),
                    days.days(),
                    days.why()));
        }

        /** What is owed to a funder is due: it is counted on the first working day. */
        private PaymentDays atOnce(ExpectedCash payment) {
            LocalDate from = payment.release().isAfter(asAt) ? payment.release() : asAt.plusDays(1);
            LocalDate day = national().roll(from, Roll.NEXT);
            return new PaymentDays(
                    List.of(day),
                    Explanation.of(
                            Message.of("CASH-DAY-OWED"), new Value.Day(day), Step.CHOICE, List.of(payment.released())));
        }

        private void recovery(Stress.Recovery stress) {
            Optional<Grant> grant = stressed(stress.grant(), stress.day());
            if (grant.isEmpty()) {
                return;
            }
            Explanation back = Amounts.share(
                    stress.words(portfolio),
                    Message.of("CASH-RECOVERY-SHARE"),
                    stress.share(),
                    ScheduleEngine.of(portfolio, grant.get(), asAt).paid());
            paidBack(grant.get(), back, stress, stress.day());
        }

        private void paidBack(Grant grant, Explanation back, Stress stress, LocalDate day) {
            Optional<Money> money = Amounts.of(back).filter(Money::isPositive);
            if (money.isEmpty()) {
                return;
            }
            Explanation nothing = Amounts.given(
                    Message.of("CASH-NOTHING"), Money.zero(money.get().getCurrencyUnit()));
            Explanation amount = Amounts.difference(stress.words(portfolio), nothing, back)
                    .withRecords(List.of(grant.id().value()));
            lines.add(new CashLine(
                    day,
                    CashKind.RECOVERY,
                    GrantCash.subject(grant),
                    null,
                    grant.id(),
                    null,
                    Funding.payer(grant),
                    null,
                    money.get().negated(),
                    amount,
                    Explanation.leaf(stress.words(portfolio), new Value.Day(day))));
        }

        private void budget(LocalDate after) {
            BudgetCash budget = new BudgetCash(portfolio, structure, national());
            budget.read(after, last);
            lines.addAll(budget.lines);
            findings.addAll(budget.findings);
        }

        private HolidayCalendar national() {
            return laws.calendar(Zone.METROPOLE);
        }
    }
}
