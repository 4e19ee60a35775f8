package org.subsidia.ledger;

/** What the open-addressing tables of this room share. */
final class Hash {
    private static final int LARGEST = 1 << 30;

    private Hash() {}

    /** Spreads every bit of the value over the low bits. */
    static int of(long value) {
        long mixed = (value ^ (value >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) ((mixed >>> 32) ^ (mixed >>> 15));
    }

    /** How many entries a table of so many slots takes: with linear probing, three quarters. */
    static int capacity(int slots) {
        return slots - slots / 4;
    }

    static int grown(int slots) {
        if (slots >= LARGEST) {
            throw new IllegalStateException("more than " + capacity(LARGEST) + " distinct groups");
        }
        return slots * 2;
    }
}
