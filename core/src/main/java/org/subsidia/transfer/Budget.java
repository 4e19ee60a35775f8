package org.subsidia.transfer;

import java.util.List;
import java.util.Optional;
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
 * @param balance at the end of each month from the transfer on
 * @param missing why there is none; null: there is
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record Budget(
        long[] income,
        long[] costs,
        long[] balance,
        @Nullable Message missing) {
    static final int MONTHS = 12;
    private static final long[] NOTHING = {};

    /** The budget with the measures. */
    static Budget of(Frame frame, YearResult[] results, int p, boolean withMeasures) {
        Recipient recipient = frame.recipients.get(p);
        Scenario scenario = frame.scenario;
        if (recipient.privateIncome().lastKnown(scenario.last()).isEmpty()) {
            return new Budget(NOTHING, NOTHING, NOTHING, Message.of("XFER-NO-INCOME", recipient.name()));
        }
        if (recipient.fixedCosts().lastKnown(scenario.last()).isEmpty()
                && recipient.variableCosts().lastKnown(scenario.last()).isEmpty()) {
            return new Budget(NOTHING, NOTHING, NOTHING, Message.of("XFER-NO-COSTS", recipient.name()));
        }
        return new Run(frame, results, p, withMeasures).budget();
    }

    boolean isKnown() {
        return missing == null;
    }

    /** Whole months before the balance falls below nothing; none where it never does or is not known. */
    Optional<Integer> runway() {
        for (int month = 0; month < balance.length; month++) {
            if (balance[month] < 0) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    /** One structure's months. */
    private static final class Run {
        private final Scenario scenario;
        private final YearResult[] results;
        private final Recipient recipient;
        private final int p;
        private final boolean with;
        private final long[] income;
        private final long[] costs;

        Run(Frame frame, YearResult[] results, int p, boolean with) {
            this.scenario = frame.scenario;
            this.results = results;
            this.recipient = frame.recipients.get(p);
            this.p = p;
            this.with = with;
            this.income = new long[results.length];
            this.costs = new long[results.length];
        }

        Budget budget() {
            int months = Math.max(0, scenario.last() - scenario.transfer() + 1) * MONTHS;
            long[] net = new long[months];
            for (int y = 0; y < results.length; y++) {
                int year = results[y].year();
                income[y] = income(year, y);
                long[] monthly = monthlyCosts(year, y);
                costs[y] = Cents.sum(monthly);
                int start = (year - scenario.transfer()) * MONTHS;
                if (start >= 0) {
                    book(net, Allocation.split(income[y], EVEN), start, 1);
                    book(net, monthly, start, -1);
                    bookPublic(net, y, year, start);
                }
            }
            if (recipient.openingCash() == null) {
                return new Budget(income, costs, NOTHING, null);
            }
            long balance = Cents.of(recipient.openingCash());
            for (int month = 0; month < months; month++) {
                balance = Math.addExact(balance, net[month]);
                net[month] = balance;
            }
            return new Budget(income, costs, net, null);
        }

        private void bookPublic(long[] net, int y, int year, int start) {
            (with ? results[y].after() : results[y].before())
                    .forEach((level, amounts) ->
                            book(net, Allocation.split(amounts[p], EVEN), start + lag(level, year), 1));
        }

        private int lag(FunderLevel level, int year) {
            return with
                    ? scenario.of(Model.PAYMENT_LAG, year).stream()
                            .filter(each -> each.word("level").equals(level.name()) && each.concerns(recipient))
                            .mapToInt(each -> each.count("months", 0))
                            .sum()
                    : 0;
        }

        private static void book(long[] net, long[] amounts, int start, int sign) {
            for (int month = 0; month < amounts.length && start + month < net.length; month++) {
                net[start + month] = Math.addExact(net[start + month], sign * amounts[month]);
            }
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
            Fraction prices =
                    Path.power(Fraction.ONE.plus(scenario.inflation()), Math.max(0, year - scenario.reference()));
            long fixed = priced(recipient.fixedCosts(), year, prices);
            long variable = priced(recipient.variableCosts(), year, prices);
            long[] fixedMonths = Allocation.split(fixed, EVEN);
            long[] variableMonths = Allocation.split(variable, EVEN);
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
                months[month] = Math.addExact(fixedCost, variableCost);
            }
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
