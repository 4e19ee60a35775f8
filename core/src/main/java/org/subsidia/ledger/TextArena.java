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

    /** Keeps a text; what is longer than some thousand bytes is cut. */
    int append(String text) {
        return append(bytes(text));
    }

    /** The bytes under which a text is kept. */
    static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return bytes;
        }
        int end = LONGEST;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    int append(byte[] text) {
        if (used + 2 + text.length > PIECE) {
            if (count == 1 << (32 - SHIFT)) {
                throw new IllegalStateException("more than 4 GB of distinct names");
            }
            pieces = count == pieces.length ? Arrays.copyOf(pieces, count * 2) : pieces;
            pieces[count++] = new byte[PIECE];
            used = 0;
        }
        byte[] piece = pieces[count - 1];
        int at = used;
        piece[at] = (byte) (text.length >>> 8);
        piece[at + 1] = (byte) text.length;
        System.arraycopy(text, 0, piece, at + 2, text.length);
        used += 2 + text.length;
        return ((count - 1) << SHIFT) | at;
    }

    String text(int address) {
        byte[] piece = pieces[address >>> SHIFT];
        int at = address & (PIECE - 1);
        return new String(piece, at + 2, length(piece, at), StandardCharsets.UTF_8);
    }

    boolean holds(int address, byte[] text) {
        byte[] piece = pieces[address >>> SHIFT];
        int at = address & (PIECE - 1);
        return length(piece, at) == text.length
                && Arrays.equals(piece, at + 2, at + 2 + text.length, text, 0, text.length);
    }

    private static int length(byte[] piece, int at) {
        return ((piece[at] & 0xFF) << 8) | (piece[at + 1] & 0xFF);
    }
}
