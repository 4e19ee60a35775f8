package org.subsidia.ledger;

import java.util.Arrays;

/** Growing sequence of ints in pieces of equal size. */
final class IntColumn {
    private static final int SHIFT = 12;
    private static final int PIECE = 1 << SHIFT;
    private static final int MASK = PIECE - 1;

    private int[][] pieces = new int[4][];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return pieces[index >>> SHIFT][index & MASK];
    }

    void set(int index, int value) {
        pieces[index >>> SHIFT][index & MASK] = value;
    }

    int append(int value) {
        int piece = size >>> SHIFT;
        if ((size & MASK) == 0) {
            pieces = piece == pieces.length ? Arrays.copyOf(pieces, piece * 2) : pieces;
            pieces[piece] = new int[PIECE];
        }
        pieces[piece][size & MASK] = value;
        return size++;
    }
}
