package org.subsidia.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Short texts, kept as UTF-8 one behind the other. */
final class TextArena {
    private static final int SHIFT = 16;
    private static final int PIECE = 1 << SHIFT;
    private static final int LONGEST = 4096;

    private byte[][] pieces = new byte[4][];
    private int count;
    private int used = PIECE;

    /** Keeps a text in UTF-8; what is longer than some thousand bytes is cut. */
    int append(byte[] text, int from, int to) {
        int length = kept(text, from, to);
        if (used + 2 + length > PIECE) {
            if (count == 1 << (32 - SHIFT)) {
                throw new IllegalStateException("more than 4 GB of distinct names");
            }
            pieces = count == pieces.length ? Arrays.copyOf(pieces, count * 2) : pieces;
            pieces[count++] = new byte[PIECE];
            used = 0;
        }
        byte[] piece = pieces[count - 1];
        int at = used;
        piece[at] = (byte) (length >>> 8);
        piece[at + 1] = (byte) length;
        System.arraycopy(text, from, piece, at + 2, length);
        used += 2 + length;
        return ((count - 1) << SHIFT) | at;
    }

    /** The bytes of a text that are kept. */
    static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = kept(bytes, 0, bytes.length);
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** How many bytes are kept: at most so many, and no half characters. */
    private static int kept(byte[] text, int from, int to) {
        if (to - from <= LONGEST) {
            return to - from;
        }
        int end = from + LONGEST;
        while ((text[end] & 0xC0) == 0x80) {
            end--;
        }
        return end - from;
    }

    String text(int address) {
        byte[] piece = pieces[address >>> SHIFT];
        int at = address & (PIECE - 1);
        return new String(piece, at + 2, length(piece, at), StandardCharsets.UTF_8);
    }

    /** Whether this text was kept there. */
    boolean holds(int address, byte[] text, int from, int to) {
        byte[] piece = pieces[address >>> SHIFT];
        int at = address & (PIECE - 1);
        int length = length(piece, at);
        return length == kept(text, from, to)
                && Arrays.equals(piece, at + 2, at + 2 + length, text, from, from + length);
    }

    private static int length(byte[] piece, int at) {
        return ((piece[at] & 0xFF) << 8) | (piece[at + 1] & 0xFF);
    }
}
