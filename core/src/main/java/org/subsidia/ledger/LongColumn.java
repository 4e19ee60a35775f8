package org.subsidia.ledger;

import java.util.Arrays;

/** Growing sequence of longs in pieces of equal size: growing copies nothing and leaves nothing behind. */
final class LongColumn {
    private static final int SHIFT = 12;
    private static final int PIECE = 1 << SHIFT;
    private static final int MASK = PIECE - 1;

    private long[][] pieces = new long[4][];
    private int size;

    int size() {
        return size;
    }

    long get(int index) {
        return pieces[index >>> SHIFT][index & MASK];
    }

    void set(int index, long value) {
        pieces[index >>> SHIFT][index & MASK] = value;
    }

    /** Adds exactly. */
    void add(int index, long amount) {
        long[] piece = pieces[index >>> SHIFT];
        piece[index & MASK] = Math.addExact(piece[index & MASK], amount);
    }

    int append(long value) {
        int piece = size >>> SHIFT;
        if ((size & MASK) == 0) {
            pieces = piece == pieces.length ? Arrays.copyOf(pieces, piece * 2) : pieces;
            pieces[piece] = new long[PIECE];
        }
        pieces[piece][size & MASK] = value;
        return size++;
    }
}
