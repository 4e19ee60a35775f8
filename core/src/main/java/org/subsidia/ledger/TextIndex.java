package org.subsidia.ledger;

import java.util.Arrays;

/** Dense numbers, from 0 in order of appearance, for texts. */
final class TextIndex {
    private final TextArena arena = new TextArena();
    private final IntColumn addresses = new IntColumn();
    private int[] slots = new int[32];

    int size() {
        return addresses.size();
    }

    String text(int index) {
        return arena.text(addresses.get(index));
    }

    /** The number of a text, a new one if there is none yet. */
    int findOrAdd(String text) {
        byte[] bytes = TextArena.bytes(text);
        int mask = slots.length - 1;
        int slot = Hash.of(Arrays.hashCode(bytes)) & mask;
        while (slots[slot] != 0) {
            if (arena.holds(addresses.get(slots[slot] - 1), bytes, 0, bytes.length)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return add(bytes);
    }

    private int add(byte[] text) {
        if (size() >= Hash.capacity(slots.length)) {
            slots = new int[Hash.grown(slots.length)];
            for (int i = 0; i < size(); i++) {
                put(i, TextArena.bytes(text(i)));
            }
        }
        int index = addresses.append(arena.append(text, 0, text.length));
        put(index, text);
        return index;
    }

    private void put(int index, byte[] text) {
        int mask = slots.length - 1;
        int slot = Hash.of(Arrays.hashCode(text)) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index + 1;
    }
}
