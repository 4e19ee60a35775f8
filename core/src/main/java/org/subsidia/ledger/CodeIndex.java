package org.subsidia.ledger;

/** Dense numbers, from 0 in order of appearance, for party codes. */
final class CodeIndex {
    private final LongColumn codes = new LongColumn();
    private int[] slots = new int[16];
    private int mask = slots.length - 1;

    int size() {
        return codes.size();
    }

    long code(int index) {
        return codes.get(index);
    }

    /** The number of a code, or -1. */
    int find(long code) {
        for (int slot = Hash.of(code) & mask; ; slot = (slot + 1) & mask) {
            int index = slots[slot] - 1;
            if (index < 0 || codes.get(index) == code) {
                return index;
            }
        }
    }

    /** The number of a code, a new one if there is none yet. */
    int findOrAdd(long code) {
        int index = find(code);
        return index >= 0 ? index : add(code);
    }

    private int add(long code) {
        if (codes.size() >= Hash.capacity(slots.length)) {
            slots = new int[Hash.grown(slots.length)];
            mask = slots.length - 1;
            for (int i = 0; i < codes.size(); i++) {
                put(i);
            }
        }
        int index = codes.append(code);
        put(index);
        return index;
    }

    private void put(int index) {
        int slot = Hash.of(codes.get(index)) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index + 1;
    }
}
