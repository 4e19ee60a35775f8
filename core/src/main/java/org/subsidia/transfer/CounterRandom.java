package org.subsidia.transfer;

import java.math.RoundingMode;
import org.subsidia.money.Fraction;

/**
 * Random numbers that are a function of seed, run and parameter: any run can be drawn alone, in any order, on any thread.
 *
 * <p>The mixing is SplitMix64 by Steele, Lea and Flood.
 *
 * @param seed of the scenario
 */
public record CounterRandom(long seed) {
    private static final int BITS = 30;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /**
     * A share in [0, 1) with 30 bits.
     *
     * @param run which run
     * @param parameter which of its parameters
     * @return the share
     */
    public Fraction share(long run, long parameter) {
        long mixed = mix(mix(mix(seed + GOLDEN) + run * GOLDEN) + parameter * GOLDEN);
        return Fraction.of(mixed >>> (Long.SIZE - BITS), 1L << BITS);
    }

    /**
     * A whole number in [0, bound).
     *
     * @param bound at least 1, far below 2^30
     * @param run which run
     * @param parameter which of its parameters
     * @return the number
     */
    public int below(int bound, long run, long parameter) {
        Fraction share = share(run, parameter);
        return share.times(Fraction.of(bound)).value(0, RoundingMode.FLOOR).intValueExact();
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
