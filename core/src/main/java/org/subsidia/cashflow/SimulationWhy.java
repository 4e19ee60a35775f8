package org.subsidia.cashflow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.time.MonthAxis;

/**
 * Where the figures of a simulation come from. A quantile is the figure of a run: that run is read back, payment by payment, with the
 * days that it drew, and adds up to it. A probability is a count of runs, with its error.
 *
 * <pre>{@code
 * SimulationWhy why = simulation.why();
 * CashRun run = why.run(why.runOf(0, month));
 * why.balance(0, month).check();
 * }</pre>
 */
public final class SimulationWhy {
    /** Of a normal distribution, 95 of 100 lie within so many standard deviations. */
    private static final BigDecimal DEVIATIONS = new BigDecimal("1.959964");

    private static final int PLACES = 6;
    private static final Message NUMBER = Message.of("CASH-UNIT-RUNS");

    private final CashSimulation simulation;
    private final CashForecast forecast;
    private final CashKernel.Job job;
    private final int follow;
    private final int runs;

    SimulationWhy(CashSimulation simulation, CashKernel.Job job, int follow) {
        this.simulation = simulation;
        this.forecast = simulation.forecast();
        this.job = job;
        this.follow = follow;
        this.runs = simulation.options().runs();
    }

    /**
     * A run, made again.
     *
     * @param number from 1
     * @return the run
     * @throws IllegalArgumentException if there is no such run
     */
    public CashRun run(int number) {
        if (number < 1 || number > runs) {
            throw new IllegalArgumentException("runs are numbered from 1 to " + runs + ", not " + number);
        }
        return new RunReader(forecast, job, follow).read(number - 1);
    }

    /**
     * The first run whose balance at the end of a month is the quantile.
     *
     * @param index which of the quantiles asked for, from 0
     * @param month which month, from 0
     * @return its number, from 1
     */
    public int runOf(int index, int month) {
        return first(
                new CashKernel().balances(job, runs, follow, month),
                simulation.band(index).get(month));
    }

    private static int first(long[] figures, Money wanted) {
        long cents = wanted.getAmountMinorLong();
        for (int run = 0; run < figures.length; run++) {
            if (figures[run] == cents) {
                return run + 1;
            }
        }
        throw new IllegalStateException("no run has " + wanted);
    }

    /**
     * Why a quantile of the balance at the end of a month is what it is.
     *
     * @param index which of the quantiles asked for, from 0
     * @param month which month, from 0
     * @return the balance, made by the run that has it, beside how far it may be off
     */
    public Explanation balance(int index, int month) {
        long[] all = new CashKernel().balances(job, runs, follow, month);
        Money value = simulation.band(index).get(month);
        CashRun run = run(first(all, value));
        return quantile(Message.of("CASH-SIM-BALANCE", words(month), percent(index)), index, all, sum(run, month));
    }

    /** A quantile that a run has: that run, the days that others might have had, and how it was drawn. */
    private Explanation quantile(Message label, int index, long[] all, Explanation run) {
        List<Explanation> parts = new ArrayList<>(List.of(run, interval(index, all)));
        parts.addAll(drawing());
        return Explanation.of(label, run.value(), Step.CHOICE, parts);
    }

    /** The quantiles between which the true one lies, if the model is right: order statistics, by the normal distribution. */
    private Explanation interval(int index, long[] all) {
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        Fraction share = simulation.options().quantiles().get(index);
        BigDecimal variance =
                share.times(Fraction.of(runs)).times(Fraction.ONE.minus(share)).value(PLACES, RoundingMode.HALF_UP);
        int reach = DEVIATIONS
                .multiply(variance.sqrt(MathContext.DECIMAL64))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        int rank = simulation.options().ranks()[index];
        return Explanation.leaf(
                Message.of("CASH-SIM-INTERVAL"),
                new Value.Statement(Message.of(
                        "CASH-SIM-BETWEEN",
                        money(sorted[Math.max(0, rank - reach)]),
                        money(sorted[Math.min(runs - 1, rank + reach)]))));
    }

    private Money money(long cents) {
        return Money.ofMinor(forecast.currency(), cents);
    }

    /** What a run has at the end of a month: what was there, what is certain, and the payments that have come. */
    private Explanation sum(CashRun run, int month) {
        LocalDate end = forecast.axis().month(month).atEndOfMonth();
        List<Explanation> parts = new ArrayList<>(List.of(forecast.opening()));
        parts.addAll(certain(month));
        for (int p = 0; p < run.payments().size(); p++) {
            DrawnPayment payment = run.payments().get(p);
            if (payment.hasCome(end)) {
                List<Explanation> drawn = new ArrayList<>(List.of(payment.drawn()));
                award(forecast.payments().get(p)).ifPresent(drawn::add);
                parts.add(new Explanation(
                        Message.of("CASH-SIM-PAYMENT", payment.label(), payment.day()),
                        new Value.Amount(payment.money()),
                        Step.CHOICE,
                        drawn,
                        List.of(),
                        List.of(payment.grant().value())));
            }
        }
        return Amounts.sum(
                Message.of("CASH-SIM-RUN", Integer.toString(run.number()), words(month)), forecast.currency(), parts);
    }

    /** What is not drawn, by kind and month, up to a month. */
    private List<Explanation> certain(int month) {
        CurrencyUnit currency = forecast.currency();
        Map<CashKind, Map<YearMonth, Money>> sums = new EnumMap<>(CashKind.class);
        for (CashLine line : forecast.lines()) {
            YearMonth when = YearMonth.from(line.day());
            if (!JobMaking.isDrawn(line) && !when.isAfter(forecast.axis().month(month))) {
                sums.computeIfAbsent(line.kind(), any -> new TreeMap<>()).merge(when, line.money(), Money::plus);
            }
        }
        List<Explanation> kinds = new ArrayList<>();
        sums.forEach((kind, months) -> {
            List<Explanation> parts = new ArrayList<>();
            months.forEach((when, money) -> parts.add(Amounts.given(words(when), money)));
            kinds.add(Amounts.sum(Message.of("CASH-SIM-CERTAIN", kind.label()), currency, parts));
        });
        return kinds;
    }

    /**
     * Why the lowest balance of a run is what it is, for a quantile of it.
     *
     * @param index which of the quantiles asked for, from 0
     * @return the balance, made by the run that has it
     */
    public Explanation lowest(int index) {
        long[] all = new CashKernel().lows(job, runs, follow);
        return quantile(Message.of("CASH-SIM-LOWEST", percent(index)), index, all, lowestOf(index, all));
    }

    private Explanation lowestOf(int index, long[] all) {
        Money value = simulation.lowest(index);
        CashRun run = run(first(all, value));
        return sum(run, run.balances().indexOf(value));
    }

    /**
     * Why so much must be found.
     *
     * @param index which of the quantiles asked for, from 0
     * @return the need, from the lowest balance of the run that has it
     */
    public Explanation financingNeed(int index) {
        long[] all = new CashKernel().lows(job, runs, follow);
        Explanation nothing = Amounts.given(Message.of("CASH-NOTHING"), Money.zero(forecast.currency()));
        Explanation need = Amounts.greatest(
                Message.of("CASH-NEED"),
                List.of(nothing, Amounts.difference(Message.of("CASH-NEED-LOWEST"), nothing, lowestOf(index, all))));
        return quantile(Message.of("CASH-SIM-NEED", percent(index)), index, all, need);
    }

    /**
     * Why a bridging loan costs so much.
     *
     * @param index which of the quantiles asked for, from 0; the cost is exceeded in that share of the runs
     * @return the cost, from the overdrafts of the run that has it
     */
    public Explanation bridgingCost(int index) {
        long[] all = new CashKernel().overdrafts(job, runs, follow);
        CashRun run = run(first(all, simulation.overdraft(index)));
        List<Explanation> months = new ArrayList<>();
        for (int month = 0; month < job.months(); month++) {
            Money balance = run.balances().get(month);
            if (balance.isNegative()) {
                months.add(Amounts.given(words(month), balance.negated()));
            }
        }
        Fraction yearly = forecast.bridgingRate();
        Explanation cost = Amounts.share(
                        Message.of("CASH-BRIDGING"),
                        Message.of(
                                "CASH-SIM-RATE", yearly.times(Fraction.of(100)).value(2)),
                        CashSimulation.monthly(yearly),
                        Amounts.sum(
                                Message.of("CASH-SIM-OVERDRAFTS", Integer.toString(run.number())),
                                forecast.currency(),
                                months))
                .withRules(forecast.bridgingRules());
        List<Explanation> parts = new ArrayList<>(List.of(cost));
        parts.addAll(drawing());
        return Explanation.of(Message.of("CASH-SIM-BRIDGING", percent(index)), cost.value(), Step.CHOICE, parts);
    }

    /**
     * Why the cash runs out in a month.
     *
     * @param index which of the quantiles asked for, from 0
     * @return the month, with the runs that have run out by its end; or that fewer do
     */
    public Explanation runway(int index) {
        Optional<YearMonth> month = simulation.runway(index);
        int until = month.map(one -> (int) forecast.axis().position(one)).orElse(job.months() - 1);
        Message label = Message.of("CASH-SIM-RUNWAY", percent(index));
        List<Explanation> parts = new ArrayList<>(List.of(
                share(Message.of("CASH-SIM-OUT", words(until)), simulation.outBy(until)),
                Amounts.share(
                        Message.of("CASH-SIM-WANTED"),
                        simulation.options().quantiles().get(index))));
        parts.addAll(drawing());
        Value value = month.<Value>map(one -> new Value.Statement(words(one)))
                .orElseGet(() -> new Value.Unknown(Message.of("CASH-SIM-HOLDS", words(until))));
        return Explanation.of(label, value, Step.CHOICE, parts);
    }

    /**
     * Why a month ends below zero with such a probability.
     *
     * @param month which month, from 0
     * @return the share of runs, with its error
     */
    public Explanation belowZero(int month) {
        return probability(
                Message.of("CASH-SIM-BELOW", words(month)),
                simulation.belowZero().get(month));
    }

    /** {@return why some month ends below zero with such a probability} */
    public Explanation everBelowZero() {
        return probability(Message.of("CASH-SIM-EVER"), simulation.everBelowZero());
    }

    private Explanation probability(Message label, Fraction share) {
        Explanation counted = share(label, share);
        BigDecimal p = share.value(PLACES, RoundingMode.HALF_UP);
        BigDecimal n = BigDecimal.valueOf(runs);
        MathContext exact = MathContext.DECIMAL64;
        BigDecimal error =
                p.multiply(BigDecimal.ONE.subtract(p)).divide(n, exact).sqrt(exact);
        // the interval of Wilson, which says something where no run, or every run, is below zero
        BigDecimal square = DEVIATIONS.multiply(DEVIATIONS);
        BigDecimal whole = BigDecimal.ONE.add(square.divide(n, exact));
        BigDecimal middle = p.add(square.divide(n.add(n), exact)).divide(whole, exact);
        BigDecimal quarter = square.divide(n.multiply(n).multiply(BigDecimal.valueOf(4)), exact);
        BigDecimal half =
                DEVIATIONS.multiply(error.pow(2).add(quarter).sqrt(exact)).divide(whole, exact);
        List<Explanation> parts = new ArrayList<>(List.of(
                counted,
                Explanation.leaf(Message.of("CASH-SIM-ERROR"), new Value.Share(rounded(error))),
                Explanation.leaf(
                        Message.of("CASH-SIM-INTERVAL"),
                        new Value.Statement(Message.of(
                                "CASH-SIM-BETWEEN-SHARES",
                                hundred(middle.subtract(half)),
                                hundred(middle.add(half)))))));
        parts.addAll(drawing());
        return Explanation.of(label, counted.value(), Step.CHOICE, parts);
    }

    private static BigDecimal rounded(BigDecimal share) {
        return share.max(BigDecimal.ZERO).min(BigDecimal.ONE).setScale(PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal hundred(BigDecimal share) {
        return rounded(share).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }

    /** So many of all runs. */
    private Explanation share(Message label, Fraction share) {
        BigDecimal count = share.times(Fraction.of(runs)).value(0, RoundingMode.HALF_UP);
        return Explanation.of(
                label,
                new Value.Share(share.value(PLACES, RoundingMode.HALF_UP)),
                Step.RATIO,
                List.of(
                        Explanation.leaf(Message.of("CASH-SIM-COUNT"), new Value.Quantity(count, NUMBER)),
                        Explanation.leaf(
                                Message.of("CASH-SIM-RUNS"), new Value.Quantity(BigDecimal.valueOf(runs), NUMBER))));
    }

    /** How it was drawn: runs, seed, and how payments of one funder hang together. */
    private List<Explanation> drawing() {
        return List.of(
                Explanation.leaf(
                        Message.of("CASH-SIM-DRAWN"),
                        new Value.Statement(Message.of(
                                "CASH-SIM-SEED",
                                runs,
                                Long.toString(simulation.options().seed()),
                                forecast.payments().size()))),
                Amounts.share(Message.of("CASH-SIM-FOLLOW"), simulation.correlation())
                        .withRules(simulation.rules()));
    }

    /**
     * What a payment is drawn from.
     *
     * @param grant of which grant
     * @param label the grant and what is paid
     * @param money how much, if the grant is awarded
     * @param state of the grant
     * @param probability of the award
     * @param first the first day on which it may come
     * @param middle half of the runs have it by then
     * @param last the last day
     * @param lag the delay behind these days, with its source
     * @param why all of it, with the assumptions used
     */
    public record Draw(
            GrantId grant,
            Message label,
            Money money,
            GrantState state,
            Fraction probability,
            LocalDate first,
            LocalDate middle,
            LocalDate last,
            Lag lag,
            Explanation why) {

        /** {@return the probability of the award, by the state of the grant} */
        public Explanation chance() {
            Message label = Message.of("CASH-PROBABILITY", state.label());
            return why.children().stream()
                    .filter(part -> part.label().equals(label))
                    .findFirst()
                    .orElseGet(() -> Amounts.share(Message.of("CASH-SURE", state.label()), probability));
        }
    }

    /** {@return what each payment is drawn from: its days by the delay and its source, and the award} */
    public List<Draw> drawn() {
        return forecast.payments().stream().map(SimulationWhy::draw).toList();
    }

    private static Draw draw(CashPayment payment) {
        LocalDate first = payment.days().get(0);
        LocalDate last = payment.days().get(payment.days().size() - 1);
        List<Explanation> parts = new ArrayList<>(List.of(
                Explanation.leaf(
                        Message.of("CASH-SIM-SPREAD"),
                        new Value.Statement(
                                first.equals(last)
                                        ? Message.of("CASH-SIM-SURE", first)
                                        : Message.of("CASH-SIM-DAYS", first, payment.middle(), last))),
                payment.why()));
        award(payment).ifPresent(parts::add);
        Explanation why = new Explanation(
                Message.of("CASH-SIM-DRAW", payment.label()),
                new Value.Amount(payment.money()),
                Step.CHOICE,
                parts,
                List.of(),
                List.of(payment.grant().value()));
        return new Draw(
                payment.grant(),
                payment.label(),
                payment.money(),
                payment.state(),
                payment.probability(),
                first,
                payment.middle(),
                last,
                payment.lag(),
                why);
    }

    private static Optional<Explanation> award(CashPayment payment) {
        return payment.probability().compareTo(Fraction.ONE) == 0
                ? Optional.empty()
                : Optional.of(Amounts.share(
                                Message.of("CASH-PROBABILITY", payment.state().label()), payment.probability())
                        .withRules(payment.probabilityRules()));
    }

    private Message words(int month) {
        MonthAxis axis = forecast.axis();
        return words(axis.month(month));
    }

    private static Message words(YearMonth month) {
        return Message.of("TIME-MONTH", month);
    }

    private String percent(int index) {
        BigDecimal percent = simulation
                .options()
                .quantiles()
                .get(index)
                .times(Fraction.of(100))
                .value(2)
                .stripTrailingZeros();
        return percent.toPlainString();
    }
}
