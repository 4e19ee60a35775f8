package org.subsidia.io.scdl;

import java.nio.charset.Charset;
import org.subsidia.identity.Siret;

/** Reads cells that are written exactly as the standard wants them, from bytes and without making objects. */
final class BulkCells {
    /** The answer where a cell is not written exactly so. */
    static final long NOT_PLAIN = -1;

    /** The share of a beneficiary who has all, in ten-thousandths. */
    static final int WHOLE = 10_000;

    private static final int CACHE_BITS = 15;
    private static final int LONGEST_AMOUNT = 12;
    private static final long LARGEST_AMOUNT = 10_000_000_000L;
    private static final int PERSON_DIGITS = 12;
    private static final int LONGEST_TEXT = 256;
    private static final int LONGEST_CODE = 5;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;

    /** SIRETs found valid, each where its hash puts it: of the same few parties most are met again and again. */
    private final long[] valid = new long[1 << CACHE_BITS];

    private final char[] scratch = new char[14];
    private final BulkWords natures;
    private final BulkWords flags;

    BulkCells(Charset charset) {
        natures = new BulkWords(
                charset,
                "aide en numéraire",
                "aide en nature",
                "aide en numéraire;aide en nature",
                "aide en nature;aide en numéraire");
        flags = new BulkWords(charset, "non", "oui");
    }

    /** The cell as a number that is not negative, or {@link #NOT_PLAIN}; what is no number is 0. */
    long read(BulkKind kind, byte[] bytes, int from, int to) {
        return switch (kind) {
            case EMPTY -> from == to ? 0 : NOT_PLAIN;
            case CODE -> code(bytes, from, to);
            case SHORT_TEXT -> to - from <= LONGEST_TEXT ? text(bytes, from, to) : NOT_PLAIN;
            case TEXT -> text(bytes, from, to);
            case SIRET -> siret(bytes, from, to);
            case DAY -> to - from == 10 ? days(bytes, from, to) : NOT_PLAIN;
            case PERIOD -> from == to ? 0 : days(bytes, from, to);
            case AMOUNT -> cents(bytes, from, to);
            case SHARE -> share(bytes, from, to);
            case NATURE -> from == to || natures.has(bytes, from, to) ? 0 : NOT_PLAIN;
            case FLAG -> from == to || flags.has(bytes, from, to) ? 0 : NOT_PLAIN;
        };
    }

    /** Any text in which no number of a person can hide: that has thirteen digits or more, or twelve and a letter. */
    private static long text(byte[] bytes, int from, int to) {
        return to - from < PERSON_DIGITS || !hasDigits(bytes, from, to) || digits(bytes, from, to) < PERSON_DIGITS
                ? 0
                : NOT_PLAIN;
    }

    /**
     * Whether there may be a dozen digits with at most one blank or mark between two of them. They would reach at least four
     * bytes into one of every second eight bytes, and a digit is never more than three bytes from the next.
     */
    private static boolean hasDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i += 16) {
            if (BulkWord.digits(BulkWord.at(bytes, i)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int digits = 0;
        int last = to - 8;
        int i = from;
        for (; i < last; i += 8) {
            digits += BulkWord.digits(BulkWord.at(bytes, i));
        }
        digits += BulkWord.digits(BulkWord.at(bytes, last) >>> (8 * (i - last)));
        return digits;
    }

    private static long code(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_CODE || (from < to && bytes[from] == '0')) {
            return NOT_PLAIN;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NOT_PLAIN;
            }
        }
        return 0;
    }

    private long siret(byte[] bytes, int from, int to) {
        if (to - from != 14) {
            return NOT_PLAIN;
        }
        long first = BulkWord.number(BulkWord.at(bytes, from));
        long last = BulkWord.number(BulkWord.at(bytes, from + 6));
        if ((first | last) <= 0) {
            return NOT_PLAIN;
        }
        long siret = first * 1_000_000 + last % 1_000_000;
        int slot = (int) ((siret * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - CACHE_BITS));
        if (valid[slot] != siret) {
            for (int i = from; i < to; i++) {
                scratch[i - from] = (char) bytes[i];
            }
            if (!Siret.isValid(scratch, 0)) {
                return NOT_PLAIN;
            }
            valid[slot] = siret;
        }
        return siret;
    }

    /** The cents of digits without needless zeros in front, and perhaps a point and one or two more. */
    private static long cents(byte[] bytes, int from, int to) {
        if (from == to || to - from > LONGEST_AMOUNT || (bytes[from] == '0' && bytes[from + 1] != '.')) {
            return NOT_PLAIN;
        }
        long number = 0;
        int point = to;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
            } else if (bytes[i] == '.' && point == to && i > from) {
                point = i;
            } else {
                return NOT_PLAIN;
            }
        }
        int places = to - point - 1;
        if (places == 0 || places > 2) {
            return NOT_PLAIN;
        }
        long cents = places == 2 ? number : places == 1 ? number * 10 : number * 100;
        return cents > 0 && cents <= LARGEST_AMOUNT ? cents : NOT_PLAIN;
    }

    /** The first of one day or of two in order with a slash between, as a number: 20230115. */
    private static long days(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length != 10 && (length != 21 || bytes[from + 10] != '/')) {
            return NOT_PLAIN;
        }
        long first = NOT_PLAIN;
        long before = 0;
        for (int at = from; at < to; at += 11) {
            long day = day(BulkWord.at(bytes, at), BulkWord.at(bytes, at + 2));
            if (day < before) {
                return NOT_PLAIN;
            }
            first = at == from ? day : first;
            before = day;
        }
        return first;
    }

    /** A day of which the first eight characters are {@code 2023-01-} and the last eight {@code 23-01-15}. */
    private static long day(long start, long end) {
        if ((start & 0xFF00_00FF_0000_0000L) != 0x2D00_002D_0000_0000L) {
            return NOT_PLAIN;
        }
        long digits = (start & 0xFFFF_FFFFL) | ((start >>> 8) & 0xFFFF_0000_0000L) | (end & 0xFFFF_0000_0000_0000L);
        long number = BulkWord.number(digits);
        int year = (int) number / 10_000;
        int month = (int) number / 100 % 100;
        int day = (int) number % 100;
        boolean real = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= lastDay(year, month));
        return real ? number : NOT_PLAIN;
    }

    private static int lastDay(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return 30 + (month + month / 8) % 2;
    }

    /** The year of what {@link BulkKind#DAY} was read to. */
    static int year(long day) {
        return (int) (day / 10_000);
    }

    /** Ten-thousandths of a share written {@code 1}, or {@code 0.} and one to four digits. */
    private static int share(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= 1) {
            return length == 1 && bytes[from] == '1' ? WHOLE : (int) NOT_PLAIN;
        }
        if (length < 3 || length > 6 || bytes[from] != '0' || bytes[from + 1] != '.') {
            return (int) NOT_PLAIN;
        }
        int share = 0;
        for (int i = from + 2; i < from + 6; i++) {
            int digit = i < to ? bytes[i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return (int) NOT_PLAIN;
            }
            share = share * 10 + digit;
        }
        return share > 0 ? share : (int) NOT_PLAIN;
    }

    /** The share of an amount above zero, rounded half up to the cent. */
    static long part(long cents, long share) {
        return share == WHOLE ? cents : (cents * share + WHOLE / 2) / WHOLE;
    }
}
