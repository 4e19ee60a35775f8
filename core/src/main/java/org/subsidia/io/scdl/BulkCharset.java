package org.subsidia.io.scdl;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds the bytes that make a line worth a second look: those that do not belong to the charset of the file, or that mean
 * something in the other charset too. It may point at an innocent byte, never past a guilty one.
 */
enum BulkCharset {
    UTF_8 {
        @Override
        boolean isUsual(long word, long open) {
            return BulkWord.isShortUtf8(word, open);
        }

        @Override
        int length(byte[] bytes, int at) {
            int lead = bytes[at] & 0xFF;
            if (lead >= 0xC2 && lead < 0xE0) {
                return isTail(bytes[at + 1]) ? 2 : 0;
            }
            // E0 and ED have stricter rules (Unicode, table 3-7); they and four bytes hardly occur
            boolean three = lead > 0xE0 && lead < 0xF0 && lead != 0xED;
            return three && isTail(bytes[at + 1]) && isTail(bytes[at + 2]) ? 3 : 0;
        }
    },
    WINDOWS_1252 {
        @Override
        boolean isUsual(long word, long open) {
            return false;
        }

        @Override
        int length(byte[] bytes, int at) {
            int b = bytes[at] & 0xFF;
            boolean undefined = b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
            return undefined || (b >= 0xC2 && isTail(bytes[at + 1])) ? 0 : 1;
        }
    };

    /** The charset of a file that is read in blocks. */
    static BulkCharset of(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? UTF_8 : WINDOWS_1252;
    }

    /** Number of bytes of the character above ASCII at this place, 0 for one that deserves a second look. */
    abstract int length(byte[] bytes, int at);

    /** The index of the first byte of a part that deserves a second look, or the part's end. */
    int firstDoubt(byte[] bytes, int from, int to) {
        int at = from;
        long open = 0;
        while (at < to) {
            long word = BulkWord.at(bytes, at);
            if ((BulkWord.high(word) | open) == 0) {
                at += 8;
            } else if (isUsual(word, open)) {
                at += 8;
                open = BulkWord.openAtEnd(word);
            } else {
                // from the start of a character that the word before left open
                int next = open == 0 ? at : startBefore(bytes, at);
                int end = Math.min(at + 8, to);
                while (next < end) {
                    int length = bytes[next] >= 0 ? 1 : length(bytes, next);
                    if (length == 0) {
                        return next;
                    }
                    next += length;
                }
                at = next;
                open = 0;
            }
        }
        return to;
    }

    /** The start of the character that goes on here. */
    private static int startBefore(byte[] bytes, int at) {
        return isTail(bytes[at - 1]) ? at - 2 : at - 1;
    }

    /** Whether eight bytes are beyond doubt, given marks of those that end a character started before them. */
    abstract boolean isUsual(long word, long open);

    private static boolean isTail(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
