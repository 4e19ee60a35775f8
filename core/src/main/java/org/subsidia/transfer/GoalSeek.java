package org.subsidia.transfer;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

/**
 * The smallest value of a number of the scenario for which enough structures are well off, and the proof that the next smaller
 * one is not enough.
 *
 * @param parameter the number, such as {@code compensation.rate}
 * @param goal what well off means
 * @param target the share of structures that should be
 * @param step the distance between two values that are told apart
 * @param smallest the smallest value that is enough; null: none up to {@code most}
 * @param reached the share of structures that is well off at it, or at {@code most}
 * @param failing the value one step below, which is not enough; null: the smallest value possible is enough
 * @param reachedBelow the share of structures that is well off there; null with {@code failing}
 * @param most the greatest value tried
 * @param judged how many structures could be judged: the others lack cash or budget
 */
public record GoalSeek(
        String parameter,
        Goal goal,
        Fraction target,
        Fraction step,
        @Nullable Fraction smallest,
        Fraction reached,
        @Nullable Fraction failing,
        @Nullable Fraction reachedBelow,
        Fraction most,
        int judged) {
    private static final Fraction CENT = Fraction.percent(1);
    private static final Fraction BASIS_POINT = CENT.times(CENT);

    /** A value that was tried makes a scenario that cannot be run on these structures. */
    public static final class NotRun extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final transient List<Finding> reasons;

        private NotRun(List<Finding> reasons) {
            super(reasons.toString());
            this.reasons = reasons;
        }

        /** {@return why not} */
        public List<Finding> findings() {
            return reasons;
        }
    }

    /** What a structure that is well off has. */
    public sealed interface Goal {}

    /**
     * Cash for at least so many months from the first day of the transfer.
     *
     * @param months 1 to 120
     */
    public record Runway(int months) implements Goal {}

    /**
     * Private money of at least this share of all income in the last year.
     *
     * @param share 0 to 1
     */
    public record PrivateShare(Fraction share) implements Goal {}

    /**
     * Seeks by halving. A greater value is supposed to be at least as good, as it is for a rate, a top-up or an increase of
     * private income; the proof at the value found and one step below is run, not supposed.
     *
     * @param scenario on what
     * @param population on whom
     * @param laws the law
     * @param parameter a number of the scenario
     * @param goal what well off means
     * @param target the share of structures that should be
     * @return what was found
     * @throws NotRun if a value that was tried makes a scenario that cannot be run
     * @throws IllegalArgumentException if the scenario has no such number
     */
    public static GoalSeek of(
            Scenario scenario, Population population, LawBase laws, String parameter, Goal goal, Fraction target) {
        ParameterName name = ParameterName.of(parameter, scenario);
        Parameter sought = scenario.measure(name.measure())
                .flatMap(each -> each.model().parameter(name.parameter()))
                .orElseThrow();
        Fraction step =
                switch (sought.kind()) {
                    case EUROS -> CENT;
                    case COUNT -> Fraction.ONE;
                    default -> BASIS_POINT;
                };
        Fraction most = sought.most() == null ? greatest(population) : sought.most();
        return new Search(
                        scenario,
                        population,
                        new Variants(scenario, population, laws),
                        parameter,
                        goal,
                        target,
                        step,
                        most)
                .run();
    }

    /** More than all that the population ever cost cannot be needed. */
    private static Fraction greatest(Population population) {
        long sum = 100;
        for (Recipient recipient : population.recipients()) {
            for (YearlyAmounts costs : new YearlyAmounts[] {recipient.fixedCosts(), recipient.variableCosts()}) {
                sum = Math.addExact(
                        sum,
                        costs.lastKnown(Integer.MAX_VALUE - 1).map(Cents::of).orElse(0L));
            }
        }
        return Fraction.of(sum, 100);
    }

    private record Search(
            Scenario scenario,
            Population population,
            Variants variants,
            String parameter,
            Goal goal,
            Fraction target,
            Fraction step,
            Fraction most) {

        GoalSeek run() {
            long high = most.dividedBy(step).times(1, RoundingMode.DOWN);
            Share best = share(high);
            if (!best.isEnough(target)) {
                return result(null, best, null, best.judged);
            }
            long low = -1;
            while (high - low > 1) {
                long middle = low + (high - low) / 2;
                Share reached = share(middle);
                if (reached.isEnough(target)) {
                    high = middle;
                    best = reached;
                } else {
                    low = middle;
                }
            }
            return result(high, best, low < 0 ? null : share(low), best.judged);
        }

        private GoalSeek result(@Nullable Long smallest, Share reached, @Nullable Share below, int judged) {
            return new GoalSeek(
                    parameter,
                    goal,
                    target,
                    step,
                    smallest == null ? null : step.times(Fraction.of(smallest)),
                    reached.share(),
                    below == null || smallest == null ? null : step.times(Fraction.of(smallest - 1)),
                    below == null ? null : below.share(),
                    most,
                    judged);
        }

        private Share share(long steps) {
            Scenario tried = scenario.with(parameter, step.times(Fraction.of(steps)));
            Reading<Simulation> run = variants.run(tried);
            Simulation simulation = run.value().orElseThrow(() -> new NotRun(run.findings()));
            int good = 0;
            int judged = 0;
            for (int p = 0; p < population.recipients().size(); p++) {
                Optional<Boolean> answer = isWellOff(simulation, p);
                judged += answer.isPresent() ? 1 : 0;
                good += answer.orElse(false) ? 1 : 0;
            }
            return new Share(good, judged);
        }

        private Optional<Boolean> isWellOff(Simulation simulation, int p) {
            Budget budget = simulation.budgetAfter(p);
            if (goal instanceof Runway runway) {
                return budget.balance().length == 0
                        ? Optional.empty()
                        : Optional.of(budget.runway()
                                .filter(each -> each < runway.months())
                                .isEmpty());
            }
            int last = simulation.scenario().last();
            if (!budget.isKnown()) {
                return Optional.empty();
            }
            long own = budget.income()[last - simulation.scenario().first()];
            long all = Math.addExact(own, simulation.result(last).publicAfter(p));
            Fraction share = ((PrivateShare) goal).share();
            return all <= 0
                    ? Optional.empty()
                    : Optional.of(Fraction.of(own, all).compareTo(share) >= 0);
        }
    }

    private record Share(int good, int judged) {
        Fraction share() {
            return judged == 0 ? Fraction.ZERO : Fraction.of(good, judged);
        }

        boolean isEnough(Fraction target) {
            return judged > 0 && share().compareTo(target) >= 0;
        }
    }
}
