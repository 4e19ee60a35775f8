package org.subsidia.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/**
 * Step 7: private income, costs and cash of one structure, month by month from the first day of the transfer.
 *
 * @param income own income by year of the results, in cents
 * @param costs cash costs by year
 * @param fixed what of them stays when activity falls
 * @param cash month by month from the transfer on; not known where there is no opening cash
 * @param missing why there is none; null: there is
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record Budget(
        long[] income,
        long[] costs,
        long[] fixed,
        CashPath cash,
        @Nullable Message missing) {
    static final int MONTHS = 12;
    private static final long[] NOTHING = {};

    /** The budget with the measures. */
    static Budget of(Frame frame, YearResult[] results, int p, boolean withMeasures) {
        Recipient recipient = frame.recipients.get(p);
        Scenario scenario = frame.scenario;
        if (recipient.privateIncome().lastKnown(scenario.last()).isEmpty()) {
            return none(scenario, Message.of("XFER-NO-INCOME", recipient.name()));
        }
        if (recipient.fixedCosts().lastKnown(scenario.last()).isEmpty()
                && recipient.variableCosts().lastKnown(scenario.last()).isEmpty()) {
            return none(scenario, Message.of("XFER-NO-COSTS", recipient.name()));
        }
        return new Run(frame, results, p, withMeasures).budget();
    }

    private static Budget none(Scenario scenario, Message why) {
        return new Budget(NOTHING, NOTHING, NOTHING, CashPath.none(scenario.transfer()), why);
    }

    boolean isKnown() {
        return missing == null;
    }

    /** The balance at the end of each month; empty where it is not known. */
    long[] balance() {
        return cash.balance();
    }

    /** Whole months before the balance falls below nothing; none where it never does or is not known. */
    Optional<Integer> runway() {
        return cash.runway();
    }

    /** One structure's months. */
    private static final class Run {
        private final Scenario scenario;
        private final Frame frame;
        private final YearResult[] results;
        private final Recipient recipient;
        private final int p;
        private final boolean with;
        private final boolean late;
        private final long[] income;
        private final long[] costs;
        private final long[] fixed;

        Run(Frame frame, YearResult[] results, int p, boolean with) {
            this.scenario = frame.scenario;
            this.frame = frame;
            this.results = results;
            this.recipient = frame.recipients.get(p);
            this.p = p;
            this.with = with;
            this.late = with && scenario.last(Model.PAYMENT_LAG).isPresent();
            this.income = new long[results.length];
            this.costs = new long[results.length];
            this.fixed = new long[results.length];
        }

        Budget budget() {
            long[][] monthly = new long[results.length][];
            for (int y = 0; y < results.length; y++) {
                income[y] = income(results[y].year(), y);
                monthly[y] = monthlyCosts(results[y].year(), y);
                costs[y] = Cents.sum(monthly[y]);
            }
            KnownCash known = recipient.knownCash();
            if (known != null && known.covers(scenario.last())) {
                return new Budget(income, costs, fixed, forecast(known, monthly), null);
            }
            CashPath cash = recipient.openingCash() == null
                    ? CashPath.none(scenario.transfer())
                    : yearly(Cents.of(recipient.openingCash()), monthly);
            return new Budget(income, costs, fixed, cash, null);
        }

        private CashPath yearly(long opening, long[][] monthly) {
            CashPath.Maker maker = new CashPath.Maker(january(scenario.transfer()), december());
            for (int y = 0; y < results.length; y++) {
                int year = results[y].year();
                if (year >= scenario.transfer()) {
                    maker.income(january(year), Allocation.split(income[y], EVEN));
                    maker.costs(january(year), monthly[y]);
                    (with ? results[y].after() : results[y].before())
                            .forEach((level, amounts) -> maker.publicMoney(
                                    january(year).plusMonths(lag(level, year)), Allocation.split(amounts[p], EVEN)));
                }
            }
            return maker.yearly(opening);
        }

        /**
         * What the forecast knows comes and goes on its days; only what differs from it is spread over the months that are left
         * of each year.
         */
        private CashPath forecast(KnownCash known, long[][] monthly) {
            YearMonth first = YearMonth.from(known.day());
            YearMonth open = known.day().equals(first.atEndOfMonth()) ? first.plusMonths(1) : first;
            CashPath.Maker maker = new CashPath.Maker(first, december());
            for (int year = open.getYear(); year <= scenario.last(); year++) {
                YearMonth from = open.getYear() == year ? open : january(year);
                long[] even = new long[MONTHS - from.getMonthValue() + 1];
                Arrays.fill(even, 1);
                for (FunderLevel level : frame.levels()) {
                    long more = publicMoney(level, year)
                            - recipient.received(level).in(year).map(Cents::of).orElse(0L);
                    maker.publicMoney(from.plusMonths(lag(level, year)), Allocation.split(more, even));
                }
                int y = year - scenario.first();
                if (year >= scenario.transfer() && y >= 0) {
                    maker.income(from, Allocation.split(income[y] - base(year), even));
                    long[] more = monthly[y].clone();
                    long[] budgeted = plainCosts(year);
                    Arrays.setAll(more, month -> more[month] - budgeted[month]);
                    maker.costs(from, Arrays.copyOfRange(more, MONTHS - even.length, MONTHS));
                }
            }
            LocalDate start = january(scenario.transfer()).atDay(1);
            return maker.forecast(known, known.day().isAfter(start) ? known.day() : start, later());
        }

        private long publicMoney(FunderLevel level, int year) {
            if (year <= scenario.reference() || year < scenario.first()) {
                return frame.before(p, level, year);
            }
            YearResult result = results[year - scenario.first()];
            return YearResult.amounts(with ? result.after() : result.before(), level)[p];
        }

        /** Moves payments that come late; none where nothing does. */
        private Optional<UnaryOperator<KnownCash.Movement>> later() {
            boolean late = with && scenario.measures().stream().anyMatch(each -> each.model() == Model.PAYMENT_LAG);
            return late
                    ? Optional.of(each -> each.level() == null || each.amount().isNegative()
                            ? each
                            : each.later(lag(each.level(), each.day().getYear())))
                    : Optional.empty();
        }

        private static YearMonth january(int year) {
            return YearMonth.of(year, 1);
        }

        private YearMonth december() {
            return YearMonth.of(scenario.last(), MONTHS);
        }

        private int lag(FunderLevel level, int year) {
            return late && year >= scenario.transfer()
                    ? scenario.of(Model.PAYMENT_LAG, year).stream()
                            .filter(each -> each.word("level").equals(level.name()) && each.concerns(recipient))
                            .mapToInt(each -> each.count("months", 0))
                            .sum()
                    : 0;
        }

        private long base(int year) {
            return recipient.privateIncome().lastKnown(year).map(Cents::of).orElse(0L);
        }

        private long income(int year, int y) {
            long base = base(year);
            if (!with || year <= scenario.reference()) {
                return base;
            }
            long income = base;
            for (Measure measure : scenario.of(Model.PRIVATE, year)) {
                if (measure.concerns(recipient)) {
                    long more = Cents.share(measure.number("increase", year, Fraction.ZERO), base);
                    long reaction = reaction(measure, year, y);
                    if (measure.gives("ceiling")) {
                        reaction =
                                Math.min(reaction, Cents.share(measure.number("ceiling", year, Fraction.ZERO), base));
                    }
                    income = Cents.sum(income, more, reaction);
                }
            }
            return income;
        }

        private long reaction(Measure measure, int year, int y) {
            int lag = measure.count("lag", 0);
            int from = y - lag;
            if (from < 0 || year - lag <= scenario.reference()) {
                return 0;
            }
            long loss = Math.max(0, results[from].publicBefore(p) - results[from].publicAfter(p));
            return Cents.share(measure.number("elasticity", year, Fraction.ZERO), loss);
        }

        private long[] monthlyCosts(int year, int y) {
            Fraction prices = frame.prices(year);
            long[] fixedMonths = Allocation.split(priced(recipient.fixedCosts(), year, prices), EVEN);
            long[] variableMonths = Allocation.split(priced(recipient.variableCosts(), year, prices), EVEN);
            List<Measure> measures = scenario.of(Model.COSTS, year).stream()
                    .filter(each -> with && each.concerns(recipient))
                    .toList();
            Fraction lossShare = measures.isEmpty() ? Fraction.ZERO : lossShare(y, year);
            long[] months = new long[MONTHS];
            for (int month = 0; month < MONTHS; month++) {
                int since = (year - scenario.transfer()) * MONTHS + month;
                long fixedCost = fixedMonths[month];
                long variableCost = variableMonths[month];
                if (with && since >= 0) {
                    for (Measure measure : measures) {
                        if (since >= measure.count("notice", 0)) {
                            fixedCost -= Cents.share(measure.number("cut", year, Fraction.ZERO), fixedCost);
                            Fraction follow = measure.number("follow", year, Fraction.ZERO);
                            variableCost -= Cents.share(follow.times(lossShare), variableCost);
                        }
                    }
                }
                fixed[y] = Math.addExact(fixed[y], fixedCost);
                months[month] = Math.addExact(fixedCost, variableCost);
            }
            return months;
        }

        /** Costs as the budget has them, without inflation and without measures. */
        private long[] plainCosts(int year) {
            long[] months = Allocation.split(priced(recipient.fixedCosts(), year, Fraction.ONE), EVEN);
            long[] variable = Allocation.split(priced(recipient.variableCosts(), year, Fraction.ONE), EVEN);
            Arrays.setAll(months, month -> Math.addExact(months[month], variable[month]));
            return months;
        }

        /** The loss of public money as a share of all income before it. */
        private Fraction lossShare(int y, int year) {
            long before = results[y].publicBefore(p);
            long loss = Math.max(0, before - results[y].publicAfter(p));
            long all = Math.addExact(before, base(year));
            return all <= 0 ? Fraction.ZERO : Fraction.of(loss, all);
        }

        private static long priced(YearlyAmounts costs, int year, Fraction prices) {
            return costs.lastKnown(year)
                    .map(amount -> Cents.share(prices, Cents.of(amount)))
                    .orElse(0L);
        }

        private static final long[] EVEN = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    }
}
