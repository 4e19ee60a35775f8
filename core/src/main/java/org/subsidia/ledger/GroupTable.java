package org.subsidia.ledger;

import java.util.Arrays;

/**
 * Sums by beneficiary, year and funder: four longs a group, found through a table of ints.
 *
 * <p>The words of a group stand side by side, since a row touches all of them: year and beneficiary; funder and number of
 * rows; published cents; attributed cents.
 */
final class GroupTable {
    private static final int WORDS = 4;
    private static final int SHIFT = 10;
    private static final int PIECE = 1 << SHIFT;
    private static final int MASK = PIECE - 1;
    private static final long WHO_MASK = (1L << PartyCode.BITS) - 1;
    private static final long ROWS_MASK = 0xFFFF_FFFFL;

    private long[][] pieces = new long[4][];
    private int size;
    private int[] slots = new int[1024];

    /** Only there so that no compiler drops the reading. */
    @SuppressWarnings("UnusedVariable")
    private long fetched;

    int size() {
        return size;
    }

    long beneficiary(int group) {
        return word(group, 0) & WHO_MASK;
    }

    int year(int group) {
        return (int) (word(group, 0) >>> PartyCode.BITS);
    }

    int funder(int group) {
        return (int) (word(group, 1) >>> 32);
    }

    long grants(int group) {
        return word(group, 1) & ROWS_MASK;
    }

    long published(int group) {
        return word(group, 2);
    }

    long attributed(int group) {
        return word(group, 3);
    }

    private long word(int group, int word) {
        return pieces[group >>> SHIFT][(group & MASK) * WORDS + word];
    }

    /**
     * Adds rows to a group.
     *
     * @return whether the group is new
     */
    boolean add(long beneficiary, int year, int funder, long rows, long published, long attributed) {
        long who = ((long) year << PartyCode.BITS) | beneficiary;
        int mask = slots.length - 1;
        int slot = hash(who, funder) & mask;
        while (slots[slot] != 0) {
            int group = slots[slot] - 1;
            long[] piece = pieces[group >>> SHIFT];
            int at = (group & MASK) * WORDS;
            if (piece[at] == who && (int) (piece[at + 1] >>> 32) == funder) {
                addTo(piece, at, rows, published, attributed);
                return false;
            }
            slot = (slot + 1) & mask;
        }
        append(who, funder, rows, published, attributed);
        return true;
    }

    /** The group that stands first where this one would; 0 if none does. */
    int likely(long beneficiary, int year, int funder) {
        return slots[hash(((long) year << PartyCode.BITS) | beneficiary, funder) & (slots.length - 1)];
    }

    /** Reads a word of each of these groups, so that the processor has them near. */
    void fetch(int[] likely, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            int group = Math.max(0, likely[i] - 1);
            sum += size == 0 ? 0 : word(group, 0);
        }
        fetched = sum;
    }

    private static void addTo(long[] piece, int at, long rows, long published, long attributed) {
        if ((piece[at + 1] & ROWS_MASK) + rows > ROWS_MASK) {
            throw new ArithmeticException("more than four billion rows in one group");
        }
        long newPublished = Math.addExact(piece[at + 2], published);
        piece[at + 3] = Math.addExact(piece[at + 3], attributed);
        piece[at + 2] = newPublished;
        piece[at + 1] += rows;
    }

    private void append(long who, int funder, long rows, long published, long attributed) {
        if (size >= Hash.capacity(slots.length)) {
            slots = new int[Hash.grown(slots.length)];
            for (int group = 0; group < size; group++) {
                put(group, hash(word(group, 0), funder(group)));
            }
        }
        int piece = size >>> SHIFT;
        if ((size & MASK) == 0) {
            pieces = piece == pieces.length ? Arrays.copyOf(pieces, piece * 2) : pieces;
            pieces[piece] = new long[PIECE * WORDS];
        }
        int at = (size & MASK) * WORDS;
        pieces[piece][at] = who;
        pieces[piece][at + 1] = (long) funder << 32;
        addTo(pieces[piece], at, rows, published, attributed);
        put(size, hash(who, funder));
        size++;
    }

    private void put(int group, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = group + 1;
    }

    private static int hash(long who, int funder) {
        return Hash.of(who + funder * 0xD6E8FEB86659FD93L);
    }
}
