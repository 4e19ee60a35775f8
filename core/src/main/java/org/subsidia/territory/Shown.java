package org.subsidia.territory;

/** A raw text as a message may repeat it. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String raw) {
        return raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST) + '…';
    }
}
