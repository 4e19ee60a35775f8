package org.subsidia.ledger;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/** The groups with the greatest amounts. */
final class Ranking {
    private Ranking() {}

    /**
     * The greatest first; of equal ones that whose key comes first.
     *
     * @param cents amount of each group
     * @param key what names a group alone
     * @param most how many at most
     */
    static int[] greatest(long[] cents, IntFunction<String> key, int most) {
        Comparator<Integer> greater = (a, b) -> Long.compare(cents[b], cents[a]);
        Comparator<Integer> order = greater.thenComparing(key::apply);
        PriorityQueue<Integer> best = new PriorityQueue<>(order.reversed());
        for (int i = 0; i < cents.length; i++) {
            best.add(i);
            if (best.size() > most) {
                best.remove();
            }
        }
        return best.stream().sorted(order).mapToInt(Integer::intValue).toArray();
    }
}
