package org.subsidia.io.fec;

import java.util.Arrays;

/**
 * What is known of each entry, or of each letter, under a number of 64 bits that stands for its name: the balance in cents, the
 * smallest line, a date and some marks. Open addressing over plain arrays: 29 bytes for each place, so that the three million
 * entries of a file of a gigabyte need about 150 MB, and lines may come in any order.
 */
final class EntryTable {
    private static final int FULL_PER_MILLE = 700;

    private long[] keys = new long[1 << 12];
    private long[] balances = new long[1 << 12];
    private long[] lines = new long[1 << 12];
    private int[] dates = new int[1 << 12];
    private byte[] marks = new byte[1 << 12];
    private int size;

    /** The place of a key, made if there is none. */
    int at(long name, long line) {
        long key = name == 0 ? 1 : name;
        if ((long) size * 1000 >= (long) keys.length * FULL_PER_MILLE) {
            grow();
        }
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            lines[slot] = line;
            size++;
        }
        lines[slot] = Math.min(lines[slot], line);
        return slot;
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int length = Math.multiplyExact(keys.length, 2);
        long[] newKeys = new long[length];
        int[] to = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                to[i] = slot(newKeys, keys[i]);
                newKeys[to[i]] = keys[i];
            }
        }
        balances = moved(balances, to, length);
        lines = moved(lines, to, length);
        int[] newDates = new int[length];
        byte[] newMarks = new byte[length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                newDates[to[i]] = dates[i];
                newMarks[to[i]] = marks[i];
            }
        }
        dates = newDates;
        marks = newMarks;
        keys = newKeys;
    }

    private long[] moved(long[] values, int[] to, int length) {
        long[] target = new long[length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                target[to[i]] = values[i];
            }
        }
        return target;
    }

    void add(int slot, long cents) {
        balances[slot] = Math.addExact(balances[slot], cents);
    }

    void mark(int slot, int bits) {
        marks[slot] |= (byte) bits;
    }

    boolean isMarked(int slot, int bits) {
        return (marks[slot] & bits) == bits;
    }

    int date(int slot) {
        return dates[slot];
    }

    void date(int slot, int date) {
        dates[slot] = date;
    }

    long balance(int slot) {
        return balances[slot];
    }

    long line(int slot) {
        return lines[slot];
    }

    int size() {
        return size;
    }

    /** The places in use, by line. */
    int[] used(java.util.function.IntPredicate wanted, int most) {
        int[] found = java.util.stream.IntStream.range(0, keys.length)
                .filter(i -> keys[i] != 0 && wanted.test(i))
                .toArray();
        long[] order = Arrays.stream(found)
                .mapToLong(i -> lines[i])
                .sorted()
                .limit(most)
                .toArray();
        return Arrays.stream(found)
                .filter(i -> order.length > 0 && lines[i] <= order[order.length - 1])
                .boxed()
                .sorted(java.util.Comparator.comparingLong(i -> lines[i]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    long sum(java.util.function.IntPredicate wanted) {
        long sum = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && wanted.test(i)) {
                sum = Math.addExact(sum, balances[i]);
            }
        }
        return sum;
    }

    long count(java.util.function.IntPredicate wanted) {
        return java.util.stream.IntStream.range(0, keys.length)
                .filter(i -> keys[i] != 0 && wanted.test(i))
                .count();
    }
}
