package org.subsidia.io.scdl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at once. A test marks the byte in which it holds with its highest bit; bytes above the first mark may be marked
 * too, so that whoever looks further than the first mark looks at the byte itself.
 */
final class BulkWord {
    /** How many bytes behind the last one a reader of words may touch. */
    static final int PADDING = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long SPACES = ONES * ' ';
    private static final long ZEROS = ONES * '0';
    private static final long SIXES = ONES * 6;

    private BulkWord() {}

    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Eight times this character of ASCII. */
    static long repeated(char character) {
        return ONES * character;
    }

    /** Marks bytes that are the repeated character, or control characters. */
    static long marks(long word, long repeated) {
        long same = word ^ repeated;
        return (((same - ONES) & ~same) | ((word - SPACES) & ~word)) & HIGHS;
    }

    /** Marks bytes that are the repeated character. */
    static long equal(long word, long repeated) {
        long same = word ^ repeated;
        return (same - ONES) & ~same & HIGHS;
    }

    /** Marks bytes that are not ASCII, exactly. */
    static long high(long word) {
        return word & HIGHS;
    }

    /** How many of the eight are digits. */
    static int digits(long word) {
        long zeroBased = word ^ ZEROS;
        long others = (((zeroBased & ~HIGHS) + ONES * 0x76) | zeroBased) & HIGHS;
        return 8 - Long.bitCount(others);
    }

    /**
     * Whether the bytes are ASCII and characters of two or three bytes in UTF-8, which is all of French; a few good ones of
     * three are left out (Unicode, table 3-7: behind E0 and ED not every second byte may follow).
     *
     * @param open marks of the bytes that end a character which the word before started
     */
    static boolean isShortUtf8(long word, long open) {
        long tails = word & ~(word << 1) & HIGHS;
        long starts = word & (word << 1) & HIGHS;
        long three = starts & (word << 2);
        long overlong = starts & ~((word << 3) | (word << 4) | (word << 5) | (word << 6));
        boolean good = ((tails ^ ((starts << 8) | (three << 16) | open)) | overlong) == 0;
        return good && (three == 0 || !isHardUtf8(word, three));
    }

    /** Whether a character of three bytes starts with E0 or ED, or is one of four. */
    private static boolean isHardUtf8(long word, long three) {
        long four = three & (word << 3);
        long e0 = three & ~((word << 4) | (word << 5) | (word << 6) | (word << 7));
        long ed = three & (word << 4) & (word << 5) & ~(word << 6) & (word << 7);
        return (four | e0 | ed) != 0;
    }

    /** Marks the bytes of the next word that end a character which this word started. */
    static long openAtEnd(long word) {
        long starts = word & (word << 1) & HIGHS;
        return (starts >>> 56) | ((starts & (word << 2)) >>> 48);
    }

    /** The index, 0 to 7, of the first mark. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** The number that eight digits of ASCII write, or -1 if they are not all digits. */
    static long number(long word) {
        long digits = word - ZEROS;
        if (((digits | (digits + SIXES)) & 0xF0F0_F0F0_F0F0_F0F0L) != 0) {
            return -1;
        }
        long pairs = digits * 10 + (digits >>> 8);
        long even = (pairs & 0x0000_00FF_0000_00FFL) * 0x000F_4240_0000_0064L;
        long odd = ((pairs >>> 16) & 0x0000_00FF_0000_00FFL) * 0x0000_2710_0000_0001L;
        return (even + odd) >>> 32;
    }
}
