package org.subsidia.io.scdl;

/** A set of hashes that takes no more than it was allowed to. */
final class LongHashSet {
    private final int most;
    private long[] table = new long[1 << 10];
    private int size;
    private boolean zero;

    LongHashSet(int most) {
        this.most = most;
    }

    /** Adds a hash unless the set is full; true if it was not there before. */
    boolean add(long hash) {
        if (contains(hash)) {
            return false;
        }
        if (isFull()) {
            return true;
        }
        if (hash == 0) {
            zero = true;
        } else {
            if (size * 2 > table.length) {
                grow();
            }
            put(table, hash);
        }
        size++;
        return true;
    }

    boolean contains(long hash) {
        return hash == 0 ? zero : table[slot(table, hash)] == hash;
    }

    boolean isFull() {
        return size >= most;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        table = larger;
    }

    private static void put(long[] table, long hash) {
        table[slot(table, hash)] = hash;
    }

    private static int slot(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
