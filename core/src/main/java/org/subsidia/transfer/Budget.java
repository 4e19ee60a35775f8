package org.subsidia.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
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

    /** The budget with the measures, or without. */
    static Budget of(Frame frame, YearResult[] results, int p, boolean withMeasures) {
        return of(frame, results, p, withMeasures, false);
    }

    /** The same, and what each month’s cash is made of. */
    static Budget trailed(Frame frame, YearResult[] results, int p, boolean withMeasures) {
        return of(frame, results, p, withMeasures, true);
    }

    private static Budget of(Frame frame, YearResult[] results, int p, boolean withMeasures, boolean trailed) {
        Message missing = frame.ground.missing[p];
        return missing == null
                ? new Run(frame, results, p, withMeasures, trailed).budget()
                : none(frame.scenario, missing);
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
        private final Ground ground;
        private final YearResult[] results;
        private final Recipient recipient;
        private final int p;
        private final boolean with;
        private final boolean trailed;
        private final boolean late;
        private final long[] income;
        private final long[] costs;
        private final long[] fixed;

        Run(Frame frame, YearResult[] results, int p, boolean with, boolean trailed) {
            this.scenario = frame.scenario;
            this.frame = frame;
            this.ground = frame.ground;
            this.results = results;
            this.recipient = frame.recipients.get(p);
            this.p = p;
            this.with = with;
            this.trailed = trailed;
            this.late = with && frame.isLate();
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
            CashPath.Maker maker = new CashPath.Maker(january(scenario.transfer()), december(), trailed);
            for (int y = 0; y < results.length; y++) {
                int year = results[y].year();
                int month = (year - scenario.transfer()) * MONTHS;
                if (month >= 0) {
                    maker.income(month, MONTHS, income[y]);
                    maker.costs(month, monthly[y]);
                    long[][] columns = with ? results[y].columnsAfter() : results[y].columnsBefore();
                    for (int level = 0; level < columns.length; level++) {
                        int later = late ? lag(frame.levels().get(level), year) : 0;
                        maker.publicMoney(month + later, MONTHS, columns[level][p]);
                    }
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
            CashPath.Maker maker = new CashPath.Maker(first, december(), trailed);
            for (int year = open.getYear(); year <= scenario.last(); year++) {
                YearMonth from = open.getYear() == year ? open : january(year);
                int month = (int) first.until(from, ChronoUnit.MONTHS);
                int left = MONTHS - from.getMonthValue() + 1;
                for (FunderLevel level : frame.levels()) {
                    long more = publicMoney(level, year)
                            - recipient.received(level).in(year).map(Cents::of).orElse(0L);
                    maker.publicMoney(month + lag(level, year), left, more);
                }
                int y = year - scenario.first();
                if (year >= scenario.transfer() && y >= 0) {
                    maker.income(month, left, income[y] - Ground.lastKnown(recipient.privateIncome(), year));
                    long[] more = monthly[y].clone();
                    long[] budgeted = plainCosts(year);
                    Arrays.setAll(more, each -> more[each] - budgeted[each]);
                    maker.costs(month, Arrays.copyOfRange(more, MONTHS - left, MONTHS));
                }
            }
            LocalDate start = january(scenario.transfer()).atDay(1);
            return maker.forecast(known, known.day().isAfter(start) ? known.day() : start, later());
        }

        private long publicMoney(FunderLevel level, int year) {
            if (year <= scenario.reference() || year < scenario.first()) {
                return ground.before(p, level, year);
            }
            YearResult result = results[year - scenario.first()];
            return YearResult.amounts(with ? result.after() : result.before(), level)[p];
        }

        /** Moves payments that come late; none where nothing does. */
        private Optional<UnaryOperator<KnownCash.Movement>> later() {
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

        private long income(int year, int y) {
            long base = ground.income[y][p];
            if (!with || year <= scenario.reference()) {
                return base;
            }
            long income = base;
            for (Frame.Income each : frame.incomes(year)) {
                if (each.concerns(recipient)) {
                    long reaction = reaction(each, year, y);
                    Fraction ceiling = each.ceiling();
                    if (ceiling != null) {
                        reaction = Math.min(reaction, Cents.share(ceiling, base));
                    }
                    income = Math.addExact(income, Math.addExact(Cents.share(each.increase(), base), reaction));
                }
            }
            return income;
        }

        private long reaction(Frame.Income measure, int year, int y) {
            int from = y - measure.lag();
            if (from < 0 || year - measure.lag() <= scenario.reference()) {
                return 0;
            }
            return Cents.share(measure.elasticity(), loss(from));
        }

        private long loss(int y) {
            return Math.max(0, results[y].publicBefore(p) - results[y].publicAfter(p));
        }

        private long[] monthlyCosts(int year, int y) {
            long[] months = new long[MONTHS];
            long loss = 0;
            long all = 0;
            List<Frame.Saving> savings = with ? frame.savings(year) : List.of();
            if (!savings.isEmpty()) {
                savings = savings.stream()
                        .filter(each -> each.concerns(recipient))
                        .toList();
                // the loss of public money as a share of all income before it
                all = Math.addExact(results[y].publicBefore(p), ground.income[y][p]);
                loss = all <= 0 ? 0 : loss(y);
            }
            long plainFixed = -1;
            long plainVariable = -1;
            long fixedCost = 0;
            long variableCost = 0;
            for (int month = 0; month < MONTHS; month++) {
                int since = (year - scenario.transfer()) * MONTHS + month;
                long fixedMonth = Cents.evenPart(ground.fixedCosts[y][p], MONTHS, month);
                long variableMonth = Cents.evenPart(ground.variableCosts[y][p], MONTHS, month);
                // a month like the one before costs the same, unless a notice ends with it
                if (fixedMonth != plainFixed || variableMonth != plainVariable || ends(savings, since)) {
                    plainFixed = fixedMonth;
                    plainVariable = variableMonth;
                    fixedCost = fixedMonth;
                    variableCost = variableMonth;
                    for (Frame.Saving each : savings) {
                        if (since >= Math.max(0, each.notice())) {
                            fixedCost -= Cents.share(each.cut(), fixedCost);
                            if (loss > 0) {
                                variableCost -= Cents.share(each.follow(), loss, all, variableCost);
                            }
                        }
                    }
                }
                fixed[y] = Math.addExact(fixed[y], fixedCost);
                months[month] = Math.addExact(fixedCost, variableCost);
            }
            return months;
        }

        private static boolean ends(List<Frame.Saving> savings, int since) {
            for (Frame.Saving each : savings) {
                if (since == Math.max(0, each.notice())) {
                    return true;
                }
            }
            return false;
        }

        /** Costs as the budget has them, without inflation and without measures. */
        private long[] plainCosts(int year) {
            long fixedYear = Ground.lastKnown(recipient.fixedCosts(), year);
            long variableYear = Ground.lastKnown(recipient.variableCosts(), year);
            long[] months = new long[MONTHS];
            Arrays.setAll(
                    months,
                    month -> Math.addExact(
                            Cents.evenPart(fixedYear, MONTHS, month), Cents.evenPart(variableYear, MONTHS, month)));
            return months;
        }
    }
}
