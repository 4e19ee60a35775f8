package org.subsidia.transfer;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

/**
 * How much of the whole gap each measure makes: put into force one after the other in the author's order, and on average over
 * all orders (the value of Shapley). Both add up to the whole.
 *
 * @param whole the gap of all structures and years since the transfer
 * @param cash what all measures change of the cash at the end, of the structures whose cash is known
 * @param measures one a measure, in the author's order
 * @param stages what there is with no measure, with the first, with the first two, and so on up to all
 * @param exact whether all orders were averaged; else so many were drawn with the scenario's seed
 * @param orders how many orders
 */
public record Effects(Money whole, Money cash, List<Effect> measures, List<Stage> stages, boolean exact, long orders) {
    /** Up to so many measures all subsets are run. */
    public static final int MOST_EXACT = 8;

    private static final int DRAWN = 200;

    /**
     * The effect of one measure.
     *
     * @param measure the measure
     * @param inOrder what it adds when put into force after those before it
     * @param averaged what it adds on average over the orders, rounded so that all add up to the whole
     * @param cashInOrder what it adds to the cash at the end, when put into force after those before it
     * @param cashAveraged the same on average
     * @param turns what it adds on average by its place in the order
     */
    public record Effect(
            Measure measure, Money inOrder, Money averaged, Money cashInOrder, Money cashAveraged, List<Turn> turns) {
        /** Copies the list. */
        public Effect {
            turns = List.copyOf(turns);
        }
    }

    /**
     * What there is with the measures up to one of them.
     *
     * @param gap the gap of all structures and years since the transfer
     * @param cash the cash at the end, of the structures whose cash is known
     */
    public record Stage(Money gap, Money cash) {}

    /**
     * What a measure adds in the orders in which it comes at one place.
     *
     * @param place the first is 1
     * @param share of those orders in all
     * @param gap what it adds to the gap on average, rounded
     * @param cash what it adds to the cash at the end on average, rounded
     */
    public record Turn(int place, Fraction share, Money gap, Money cash) {}

    /** Copies the lists. */
    public Effects {
        measures = List.copyOf(measures);
        stages = List.copyOf(stages);
    }

    /**
     * The effects of a scenario's measures.
     *
     * @param scenario at least one measure
     * @param population one on which it runs
     * @param laws the law
     * @return the effects
     */
    public static Effects of(Scenario scenario, Population population, LawBase laws) {
        return of(scenario, population, laws, () -> false);
    }

    /**
     * The effects of a scenario's measures, which are many runs.
     *
     * @param scenario at least one measure
     * @param population one on which it runs
     * @param laws the law
     * @param cancelled whether nobody wants the answer any more; asked before each run, on any thread
     * @return the effects
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public static Effects of(Scenario scenario, Population population, LawBase laws, BooleanSupplier cancelled) {
        return new Runs(scenario, new Variants(scenario, population, laws, cancelled)).effects();
    }

    private static final class Runs {
        private final Scenario scenario;
        private final Variants variants;
        private final List<Measure> measures;
        private final Map<Set<String>, Worth> worths = new HashMap<>();

        Runs(Scenario scenario, Variants variants) {
            this.scenario = scenario;
            this.variants = variants;
            this.measures = scenario.measures();
        }

        Effects effects() {
            boolean exact = measures.size() <= MOST_EXACT;
            Worth before = worth(Set.of());
            Worth all = worth(new HashSet<>(ids()));
            long[][] columns = new long[4][];
            Mean[][] means = new Mean[2][];
            for (int which = 0; which < 2; which++) {
                boolean cash = which == 1;
                long whole = all.of(cash) - before.of(cash);
                means[which] = exact ? exactly(cash) : drawn(cash);
                columns[2 * which] = inOrder(ids(), cash);
                columns[2 * which + 1] =
                        roundedTo(Stream.of(means[which]).map(Mean::whole).toArray(Fraction[]::new), whole);
            }
            List<Effect> effects = new ArrayList<>();
            for (int m = 0; m < measures.size(); m++) {
                effects.add(new Effect(
                        measures.get(m),
                        Cents.money(columns[0][m]),
                        Cents.money(columns[1][m]),
                        Cents.money(columns[2][m]),
                        Cents.money(columns[3][m]),
                        turns(means[0][m], means[1][m])));
            }
            long orders = exact ? factorial(measures.size()).longValueExact() : DRAWN;
            return new Effects(
                    Cents.money(all.gap - before.gap),
                    Cents.money(all.cash - before.cash),
                    effects,
                    stages(),
                    exact,
                    orders);
        }

        private List<Stage> stages() {
            List<Stage> stages = new ArrayList<>();
            Set<String> active = new HashSet<>();
            stages.add(worth(Set.of()).stage());
            for (String id : ids()) {
                active.add(id);
                stages.add(worth(new HashSet<>(active)).stage());
            }
            return stages;
        }

        private static List<Turn> turns(Mean gap, Mean cash) {
            List<Turn> turns = new ArrayList<>();
            for (int place = 0; place < gap.added.length; place++) {
                Fraction share = gap.shares[place];
                if (share.signum() > 0) {
                    turns.add(new Turn(place + 1, share, gap.at(place), cash.at(place)));
                }
            }
            return turns;
        }

        /** What a measure adds, by its place in the order: summed over orders, each by its share. */
        private static final class Mean {
            private final Fraction[] added;
            private final Fraction[] shares;

            Mean(int places) {
                added = new Fraction[places];
                shares = new Fraction[places];
                Arrays.fill(added, Fraction.ZERO);
                Arrays.fill(shares, Fraction.ZERO);
            }

            void add(int place, Fraction share, long cents) {
                added[place] = added[place].plus(share.times(Fraction.of(cents)));
                shares[place] = shares[place].plus(share);
            }

            Fraction whole() {
                return Stream.of(added).reduce(Fraction.ZERO, Fraction::plus);
            }

            Money at(int place) {
                return Cents.money(added[place].dividedBy(shares[place]).times(1, RoundingMode.HALF_UP));
            }
        }

        private static Mean[] means(int measures) {
            Mean[] means = new Mean[measures];
            Arrays.setAll(means, m -> new Mean(measures));
            return means;
        }

        /** What a set of measures makes, in cents. */
        private record Worth(long gap, long cash) {
            long of(boolean wantsCash) {
                return wantsCash ? cash : gap;
            }

            Stage stage() {
                return new Stage(Cents.money(gap), Cents.money(cash));
            }
        }

        private List<String> ids() {
            return measures.stream().map(Measure::id).toList();
        }

        private Worth worth(Set<String> active) {
            Worth known = worths.get(active);
            if (known == null) {
                Simulation run = variants.run(scenario.only(active)).get();
                known = new Worth(run.gap(), run.cash());
                worths.put(active, known);
            }
            return known;
        }

        /** What each adds, in the order of the ids; the result is in the author's order. */
        private long[] inOrder(List<String> order, boolean cash) {
            Map<String, Long> added = new LinkedHashMap<>();
            Set<String> active = new HashSet<>();
            long last = worth(Set.of()).of(cash);
            for (String id : order) {
                active.add(id);
                long next = worth(new HashSet<>(active)).of(cash);
                added.put(id, next - last);
                last = next;
            }
            return measures.stream()
                    .mapToLong(each -> added.getOrDefault(each.id(), 0L))
                    .toArray();
        }

        /** Σ over subsets S without m of |S|! (n − |S| − 1)! / n! × (v(S ∪ m) − v(S)). */
        private Mean[] exactly(boolean cash) {
            int n = measures.size();
            Mean[] means = means(n);
            for (int m = 0; m < n; m++) {
                for (int subset = 0; subset < 1 << n; subset++) {
                    if ((subset >> m & 1) == 0) {
                        int size = Integer.bitCount(subset);
                        Fraction weight = new Fraction(factorial(size).multiply(factorial(n - size - 1)), factorial(n));
                        long added = worth(active(subset | 1 << m)).of(cash)
                                - worth(active(subset)).of(cash);
                        means[m].add(size, weight, added);
                    }
                }
            }
            return means;
        }

        private Set<String> active(int subset) {
            Set<String> active = new HashSet<>();
            for (int m = 0; m < measures.size(); m++) {
                if ((subset >> m & 1) == 1) {
                    active.add(measures.get(m).id());
                }
            }
            return active;
        }

        private Mean[] drawn(boolean cash) {
            CounterRandom random = new CounterRandom(scenario.seed());
            Mean[] means = means(measures.size());
            for (int draw = 0; draw < DRAWN; draw++) {
                List<String> order = new ArrayList<>(ids());
                for (int i = order.size() - 1; i > 0; i--) {
                    Collections.swap(order, i, random.below(i + 1, draw, i));
                }
                long[] added = inOrder(order, cash);
                for (int m = 0; m < means.length; m++) {
                    means[m].add(order.indexOf(measures.get(m).id()), Fraction.of(1, DRAWN), added[m]);
                }
            }
            return means;
        }

        /** Rounded so that the sums from the first to each are right: the last makes the whole. */
        private static long[] roundedTo(Fraction[] values, long whole) {
            long[] rounded = new long[values.length];
            Fraction exact = Fraction.ZERO;
            long given = 0;
            for (int i = 0; i < values.length; i++) {
                exact = exact.plus(values[i]);
                long until = i == values.length - 1 ? whole : exact.times(1, RoundingMode.HALF_UP);
                rounded[i] = until - given;
                given = until;
            }
            return rounded;
        }

        private static BigInteger factorial(int n) {
            BigInteger product = BigInteger.ONE;
            for (int i = 2; i <= n; i++) {
                product = product.multiply(BigInteger.valueOf(i));
            }
            return product;
        }
    }
}
