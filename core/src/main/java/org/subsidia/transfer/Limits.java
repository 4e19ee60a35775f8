package org.subsidia.transfer;

import java.math.BigInteger;
import java.util.Arrays;
import org.subsidia.money.Allocation;

/**
 * Amounts in proportion to weights, none below its floor and none above its ceiling: what one is lifted by the others give, and
 * what one may not have the others get. They add up to the total unless all stand at their ceilings. Where the total does not
 * even pay the floors, it is shared in proportion to them.
 */
final class Limits {
    private Limits() {}

    /** Shares cents. Who has no part has a floor and a ceiling of nothing; no floor lies above its ceiling. */
    static long[] share(long total, long[] weights, long[] floors, long[] ceilings) {
        if (Cents.sum(floors) > total) {
            return Allocation.split(total, floors);
        }
        long[] parts = new long[weights.length];
        long[] open = weights.clone();
        boolean[] settled = new boolean[weights.length];
        long left = total;
        // of those below their floor and those above their ceiling, the side that is further off is settled first
        while (true) {
            BigInteger all = BigInteger.valueOf(Cents.sum(open));
            BigInteger[] missing = new BigInteger[weights.length];
            BigInteger[] excess = new BigInteger[weights.length];
            for (int i = 0; i < weights.length; i++) {
                BigInteger part = BigInteger.valueOf(left).multiply(BigInteger.valueOf(open[i]));
                missing[i] =
                        settled[i] ? BigInteger.ZERO : off(floors[i], all, part).max(BigInteger.ZERO);
                excess[i] = settled[i]
                        ? BigInteger.ZERO
                        : off(ceilings[i], all, part).negate().max(BigInteger.ZERO);
            }
            int side = sum(missing).compareTo(sum(excess));
            boolean none = true;
            for (int i = 0; i < weights.length; i++) {
                boolean low = side >= 0 && missing[i].signum() > 0;
                boolean high = side <= 0 && excess[i].signum() > 0;
                if (low || high) {
                    none = false;
                    parts[i] = low ? floors[i] : ceilings[i];
                    left -= parts[i];
                    open[i] = 0;
                    settled[i] = true;
                }
            }
            if (none) {
                return all.signum() == 0 ? parts : added(parts, Allocation.split(left, open));
            }
        }
    }

    /** How far a limit lies above a part, both times the sum of the weights; where nobody has a weight, above nothing. */
    private static BigInteger off(long limit, BigInteger all, BigInteger part) {
        return BigInteger.valueOf(limit).multiply(all.max(BigInteger.ONE)).subtract(part);
    }

    private static BigInteger sum(BigInteger... numbers) {
        return Arrays.stream(numbers).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static long[] added(long[] parts, long[] more) {
        Arrays.setAll(parts, i -> parts[i] + more[i]);
        return parts;
    }
}
