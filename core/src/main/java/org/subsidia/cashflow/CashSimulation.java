package org.subsidia.cashflow;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.RuleReference;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;

/**
 * What a forecast may come to: its payments on days drawn from their delays, its applications awarded or not, many times.
 *
 * <p>Balances are those at the ends of months, in exact cents. What leaves by the budget is taken as forecast; only the money of
 * funders is drawn. Two simulations with the same seed draw the same numbers for the same grant, whatever else the portfolio
 * holds, so that stressed and unstressed runs can be compared.
 */
public final class CashSimulation {
    private static final int ALL = 1 << Draws.BITS;
    private static final long MONTHS_OF_YEAR = 12;

    private final CashForecast forecast;
    private final SimulationOptions options;
    private final CashKernel.Job job;
    private final int follow;
    private final CashKernel.Outcome outcome;
    private final Fraction correlation;
    private final List<RuleReference> rules;

    private CashSimulation(
            CashForecast forecast,
            SimulationOptions options,
            CashKernel.Job job,
            int follow,
            CashKernel.Outcome outcome,
            Fraction correlation,
            List<RuleReference> rules) {
        this.forecast = forecast;
        this.options = options;
        this.job = job;
        this.follow = follow;
        this.outcome = outcome;
        this.correlation = correlation;
        this.rules = rules;
    }

    /**
     * Simulates one forecast.
     *
     * @param forecast the forecast
     * @param laws the law base, for the assumed correlation
     * @param options how
     * @return the simulation; none where the forecast knows no balance to start from
     * @throws ArithmeticException if the amounts are too large to be added in cents
     */
    public static Optional<CashSimulation> of(CashForecast forecast, LawBase laws, SimulationOptions options) {
        return of(List.of(forecast), laws, options).get(0);
    }

    /**
     * Simulates many forecasts, several at once where the options say so. A funder is late for all of them in the same runs.
     *
     * @param forecasts the forecasts
     * @param laws the law base, for the assumed correlation
     * @param options how
     * @return one a forecast; none where that knows no balance to start from
     * @throws ArithmeticException if the amounts are too large to be added in cents
     */
    public static List<Optional<CashSimulation>> of(
            List<CashForecast> forecasts, LawBase laws, SimulationOptions options) {
        List<Optional<CashKernel.Job>> jobs = forecasts.stream()
                .map(forecast -> job(forecast, options.seed()))
                .toList();
        List<CashKernel.Job> known = jobs.stream().flatMap(Optional::stream).toList();
        Rule<Fraction> assumed = forecasts.isEmpty()
                ? null
                : laws.at(forecasts.get(0).options().asAt()).share("cashflow.funder-correlation");
        Fraction share = options.following().orElseGet(() -> assumed == null ? Fraction.ZERO : assumed.value());
        int follow =
                share.times(Fraction.of(ALL)).value(0, RoundingMode.HALF_UP).intValueExact();
        CashKernel.Outcome[] outcomes = run(known, options, follow, true);
        List<RuleReference> rules =
                assumed == null || options.following().isPresent() ? List.of() : List.of(assumed.reference());
        List<Optional<CashSimulation>> all = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < forecasts.size(); i++) {
            Optional<CashSimulation> one = Optional.empty();
            if (jobs.get(i).isPresent()) {
                CashKernel.Job job = jobs.get(i).get();
                CashKernel.Outcome outcome = outcomes[next++];
                one = Optional.of(new CashSimulation(forecasts.get(i), options, job, follow, outcome, share, rules));
            }
            all.add(one);
        }
        return all;
    }

    /** Runs jobs on so many threads; which thread runs which makes no difference. */
    static CashKernel.Outcome[] run(List<CashKernel.Job> jobs, SimulationOptions options, int follow, boolean band) {
        CashKernel.Outcome[] outcomes = new CashKernel.Outcome[jobs.size()];
        int[] ranks = options.ranks();
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            CashKernel kernel = new CashKernel();
            for (int i = next.getAndIncrement(); i < outcomes.length; i = next.getAndIncrement()) {
                outcomes[i] = kernel.run(jobs.get(i), options.runs(), follow, ranks, band);
            }
        };
        int helpers = Math.min(options.threads(), outcomes.length) - 1;
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> threads = IntStream.range(0, Math.max(0, helpers))
                .mapToObj(i -> new Thread(work, "cash-simulation-" + i))
                .toList();
        threads.forEach(thread -> {
            thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
            thread.start();
        });
        work.run();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a simulation failed", failed);
        }
        return outcomes;
    }

    private static Optional<CashKernel.Job> job(CashForecast forecast, long seed) {
        return Amounts.of(forecast.opening()).map(opening -> new JobMaking(forecast, seed).make(opening));
    }

    /** {@return what was simulated} */
    public CashForecast forecast() {
        return forecast;
    }

    /** {@return how it was simulated} */
    public SimulationOptions options() {
        return options;
    }

    /** {@return the share of payments whose delay followed that of their funder} */
    public Fraction correlation() {
        return correlation;
    }

    /** {@return the assumptions of the law base that the draws themselves used} */
    public List<RuleReference> rules() {
        return rules;
    }

    /**
     * The balance at the end of each month that such a share of the runs does not exceed.
     *
     * @param index which of the quantiles asked for, from 0
     * @return one amount a month
     */
    public List<Money> band(int index) {
        return LongStream.of(outcome.band()[index]).mapToObj(this::money).toList();
    }

    /** {@return for each month the share of runs in which it ends below zero} */
    public List<Fraction> belowZero() {
        return IntStream.of(outcome.below()).mapToObj(this::share).toList();
    }

    /** {@return the share of runs in which some month ends below zero} */
    public Fraction everBelowZero() {
        int[] first = outcome.firstBelow();
        return share(options.runs() - first[first.length - 1]);
    }

    /**
     * The lowest balance of a run at the end of a month, such that a share of the runs does not exceed it.
     *
     * @param index which of the quantiles asked for, from 0
     * @return the amount
     */
    public Money lowest(int index) {
        return money(outcome.lows()[index]);
    }

    /**
     * What must be borrowed or found so that, but for such a share of the runs, no month ends below zero.
     *
     * @param index which of the quantiles asked for, from 0
     * @return the amount, zero or more
     */
    public Money financingNeed(int index) {
        return money(Math.max(0, -outcome.lows()[index]));
    }

    /**
     * What a bridging loan costs that is exceeded in such a share of the runs: each month's overdraft at its end, for a month.
     *
     * @param index which of the quantiles asked for, from 0
     * @return the amount, zero or more, rounded half up to cents
     */
    public Money bridgingCost(int index) {
        return monthly(forecast.bridgingRate()).times(overdraft(index), RoundingMode.HALF_UP);
    }

    /** The overdrafts of all months together that are exceeded in a share of the runs. */
    Money overdraft(int index) {
        return money(outcome.overdrafts()[index]);
    }

    static Fraction monthly(Fraction yearly) {
        return yearly.dividedBy(Fraction.of(MONTHS_OF_YEAR));
    }

    /** {@return for each month the share of runs in which it is the lowest, the first of equal ones} */
    public List<Fraction> lowestIn() {
        return IntStream.of(outcome.lowestIn()).mapToObj(this::share).toList();
    }

    /** {@return the month that is most often the lowest} */
    public YearMonth lowestMonth() {
        int[] counts = outcome.lowestIn();
        int best = IntStream.range(0, counts.length)
                .reduce((a, b) -> counts[b] > counts[a] ? b : a)
                .orElse(0);
        return forecast.axis().month(best);
    }

    /**
     * The month in which the cash runs out, such that it has run out by then in a share of the runs.
     *
     * @param index which of the quantiles asked for, from 0
     * @return the month; none where in fewer runs it runs out at all
     */
    public Optional<YearMonth> runway(int index) {
        int rank = options.ranks()[index];
        int before = 0;
        for (int month = 0; month < forecast.axis().length(); month++) {
            before += outcome.firstBelow()[month];
            if (before > rank) {
                return Optional.of(forecast.axis().month(month));
            }
        }
        return Optional.empty();
    }

    /** The share of runs in which some month up to this one ended below zero. */
    Fraction outBy(int month) {
        return share(IntStream.of(outcome.firstBelow()).limit(month + 1L).sum());
    }

    /** {@return where its figures come from} */
    public SimulationWhy why() {
        return new SimulationWhy(this, job, follow);
    }

    private Fraction share(int count) {
        return Fraction.of(count, options.runs());
    }

    private Money money(long cents) {
        CurrencyUnit currency = forecast.currency();
        return Money.ofMinor(currency, cents);
    }
}
