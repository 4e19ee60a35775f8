package org.subsidia.io.tabular;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text of bytes that may be UTF-8, windows-1252 or both: a valid UTF-8 sequence is read as such, any other byte above 127 as
 * windows-1252. Counts what the last text was made of, so that the caller can tell a line of the other charset.
 */
final class LineDecoder {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String HIGH = high();

    private int sequences;
    private int strays;
    private int undefined;

    String decode(byte[] bytes, int from, int to) {
        sequences = 0;
        strays = 0;
        undefined = 0;
        int ascii = from;
        while (ascii < to && bytes[ascii] >= 0) {
            ascii++;
        }
        if (ascii == to) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        count(bytes, ascii, to);
        if (strays == 0) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        return sequences == 0 ? new String(bytes, from, to - from, WINDOWS_1252) : mixed(bytes, from, to);
    }

    /** Whether the last text had at least one character of more than one byte that is valid UTF-8. */
    boolean hasUtf8() {
        return sequences > 0;
    }

    /** Whether the last text had bytes that are not UTF-8. */
    boolean hasStrays() {
        return strays > 0;
    }

    /** Whether the last text had bytes that mean nothing in windows-1252 either; they became U+FFFD. */
    boolean isBroken() {
        return undefined > 0;
    }

    private void count(byte[] bytes, int from, int to) {
        for (int i = from; i < to; ) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = sequence(bytes, i, to);
            if (length > 0) {
                sequences++;
                i += length;
            } else {
                strays++;
                undefined += HIGH.charAt(bytes[i] & 0x7f) == '\ufffd' ? 1 : 0;
                i++;
            }
        }
    }

    private static String mixed(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; ) {
            int length = bytes[i] >= 0 ? 1 : sequence(bytes, i, to);
            if (length == 0) {
                text.append(HIGH.charAt(bytes[i] & 0x7f));
                i++;
            } else {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return text.toString();
    }

    /** Length of the well-formed UTF-8 sequence of two to four bytes at this place (Unicode, table 3-7), 0 if there is none. */
    private static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static String high() {
        byte[] bytes = new byte[128];
        for (int i = 0; i < 128; i++) {
            bytes[i] = (byte) (128 + i);
        }
        return new String(bytes, WINDOWS_1252);
    }
}
