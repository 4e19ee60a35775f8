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
 * @param exact whether all orders were averaged; else so many were drawn with the scenario's seed
 * @param orders how many orders
 */
public record Effects(Money whole, Money cash, List<Effect> measures, boolean exact, long orders) {
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
     */
    public record Effect(Measure measure, Money inOrder, Money averaged, Money cashInOrder, Money cashAveraged) {}

    /** Copies the list. */
    public Effects {
        measures = List.copyOf(measures);
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
            for (int which = 0; which < 2; which++) {
                boolean cash = which == 1;
                long whole = all.of(cash) - before.of(cash);
                columns[2 * which] = inOrder(ids(), cash);
                columns[2 * which + 1] = roundedTo(exact ? exactly(cash) : drawn(cash), whole);
            }
            List<Effect> effects = new ArrayList<>();
            for (int m = 0; m < measures.size(); m++) {
                effects.add(new Effect(
                        measures.get(m),
                        Cents.money(columns[0][m]),
                        Cents.money(columns[1][m]),
                        Cents.money(columns[2][m]),
                        Cents.money(columns[3][m])));
            }
            long orders = exact ? factorial(measures.size()).longValueExact() : DRAWN;
            return new Effects(
                    Cents.money(all.gap - before.gap), Cents.money(all.cash - before.cash), effects, exact, orders);
        }

        /** What a set of measures makes, in cents. */
        private record Worth(long gap, long cash) {
            long of(boolean wantsCash) {
                return wantsCash ? cash : gap;
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
        private Fraction[] exactly(boolean cash) {
            int n = measures.size();
            Fraction[] values = new Fraction[n];
            for (int m = 0; m < n; m++) {
                values[m] = Fraction.ZERO;
                for (int subset = 0; subset < 1 << n; subset++) {
                    if ((subset >> m & 1) == 0) {
                        int size = Integer.bitCount(subset);
                        Fraction weight = new Fraction(factorial(size).multiply(factorial(n - size - 1)), factorial(n));
                        long added = worth(active(subset | 1 << m)).of(cash)
                                - worth(active(subset)).of(cash);
                        values[m] = values[m].plus(weight.times(Fraction.of(added)));
                    }
                }
            }
            return values;
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

        private Fraction[] drawn(boolean cash) {
            CounterRandom random = new CounterRandom(scenario.seed());
            Fraction[] values = new Fraction[measures.size()];
            Arrays.fill(values, Fraction.ZERO);
            for (int draw = 0; draw < DRAWN; draw++) {
                List<String> order = new ArrayList<>(ids());
                for (int i = order.size() - 1; i > 0; i--) {
                    Collections.swap(order, i, random.below(i + 1, draw, i));
                }
                long[] added = inOrder(order, cash);
                for (int m = 0; m < values.length; m++) {
                    values[m] = values[m].plus(Fraction.of(added[m], DRAWN));
                }
            }
            return values;
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
