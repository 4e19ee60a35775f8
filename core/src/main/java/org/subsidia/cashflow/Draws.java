package org.subsidia.cashflow;

/**
 * Random numbers that are counted, not drawn one after the other: the number of a run depends on the key and the run alone, so
 * that any thread may make it, in any order. Whole numbers only, so that every processor and runtime makes the same.
 */
final class Draws {
    /** Numbers have this many bits. */
    static final int BITS = 16;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Draws() {}

    /** A key of 64 bits for something that has a name and a number; other names have other keys. */
    static long key(long seed, String what, String name, long number) {
        long key = mix(seed + GOLDEN);
        for (String text : new String[] {what, name}) {
            for (int i = 0; i < text.length(); i++) {
                key = mix(key ^ text.charAt(i));
            }
            key = mix(key + GOLDEN);
        }
        return mix(key ^ number);
    }

    /** The finaliser of SplitMix64: every bit depends on every bit. */
    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** What enters {@link #bits} of a run: no two runs have the same. */
    static int counter(int run) {
        return run * 0x9E3779B1;
    }

    /** 32 bits of a run, in operations that processors do on many runs at once. */
    static int bits(int counter, int keyLow, int keyHigh) {
        int x = counter + keyLow;
        x = (x ^ (x >>> 16)) * 0x7FEB352D;
        x = (x ^ (x >>> 15)) + keyHigh;
        x = x * 0x846CA68B;
        return x ^ (x >>> 16);
    }

    /** 32 bits of each run. */
    static void fill(int[] into, int offset, int[] counters, int count, long key) {
        int low = (int) key;
        int high = (int) (key >>> 32);
        for (int i = 0; i < count; i++) {
            into[offset + i] = bits(counters[i], low, high);
        }
    }
}
