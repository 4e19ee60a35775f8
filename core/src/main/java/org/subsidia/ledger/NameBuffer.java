package org.subsidia.ledger;

import java.nio.charset.StandardCharsets;

/** A name on its way from a row to the ledger, so that readers of millions of names make no object of each. */
public final class NameBuffer {
    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    /** An empty name. */
    public NameBuffer() {
        // nothing is in it yet
    }

    /**
     * Takes a name.
     *
     * @param name the name, perhaps empty
     */
    public void set(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        set(text, 0, text.length);
    }

    /**
     * Takes a name where it stands.
     *
     * @param utf8 text in UTF-8; it is read before the row is done with
     * @param start where the name starts
     * @param end behind its last byte
     */
    public void set(byte[] utf8, int start, int end) {
        bytes = utf8;
        from = start;
        to = end;
    }

    boolean isEmpty() {
        return from == to;
    }

    int keepIn(TextArena arena) {
        return arena.append(bytes, from, to);
    }

    boolean isIn(TextArena arena, int address) {
        return arena.holds(address, bytes, from, to);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
