package org.subsidia.io.tabular;

import java.nio.charset.StandardCharsets;

/**
 * Looks through the bytes of an XML part for what no spreadsheet program writes: a document type or an entity, bytes that are
 * not a superset of ASCII, and a cell address of more than three letters, for which a reader would reserve memory.
 */
final class PartScan {
    private static final byte[][] BANNED = {
        "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII), "<!ENTITY".getBytes(StandardCharsets.US_ASCII)
    };
    private static final int MAX_COLUMN_LETTERS = 3;

    private enum Place {
        TEXT,
        TAG_NAME,
        OTHER_TAG,
        CELL_TAG,
        ATTRIBUTE_R,
        BEFORE_QUOTE,
        ADDRESS
    }

    private final int[] matched = new int[BANNED.length];
    private boolean started;
    private Place place = Place.TEXT;
    private int letters;
    private byte last = ' ';

    /** Whether the part may go on. */
    boolean accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (!started && b != '<' && b != (byte) 0xef && !isBlank(b)) {
                return false;
            }
            started = true;
            if (b == 0 || isBanned(b) || !isAddressSane(b)) {
                return false;
            }
            last = b;
        }
        return true;
    }

    private boolean isBanned(byte b) {
        byte upper = b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
        for (int i = 0; i < BANNED.length; i++) {
            byte[] word = BANNED[i];
            matched[i] = upper == word[matched[i]] ? matched[i] + 1 : upper == word[0] ? 1 : 0;
            if (matched[i] == word.length) {
                return true;
            }
        }
        return false;
    }

    private boolean isAddressSane(byte b) {
        if (place != Place.ADDRESS && (b == '<' || b == '>')) {
            place = b == '<' ? Place.TAG_NAME : Place.TEXT;
            return true;
        }
        switch (place) {
            case TAG_NAME -> place = isBlank(b) ? (last == 'c' ? Place.CELL_TAG : Place.OTHER_TAG) : place;
            case CELL_TAG -> place = b == 'r' && isBlank(last) ? Place.ATTRIBUTE_R : place;
            case ATTRIBUTE_R -> {
                letters = 0;
                place = b == '=' ? Place.BEFORE_QUOTE : isBlank(b) ? place : Place.CELL_TAG;
            }
            case BEFORE_QUOTE -> place = isBlank(b) ? place : Place.ADDRESS;
            case ADDRESS -> {
                if (b == '"' || b == '\'') {
                    place = Place.CELL_TAG;
                    return true;
                }
                letters += b >= '0' && b <= '9' ? 0 : 1;
                return b != '&' && letters <= MAX_COLUMN_LETTERS;
            }
            default -> {
                return true;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
