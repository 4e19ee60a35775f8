package org.subsidia.io.tabular;

/**
 * Counts the shared strings ({@code <si>}) of an XML part: a reader holds each as an object, which costs many times the bytes
 * that a short one takes in the file.
 */
final class StringCount {
    private long count;
    private boolean inName;
    private char before = ' ';
    private char last = ' ';
    private int length;

    /** The strings met so far. */
    long accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            accept((char) (bytes[i] & 0xff));
        }
        return count;
    }

    private void accept(char c) {
        if (c == '<') {
            inName = true;
            length = 0;
        } else if (inName && (c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
            count += length == 2 && before == 's' && last == 'i' ? 1 : 0;
            inName = false;
        } else if (inName) {
            // what stands before a colon is a prefix
            length = c == ':' ? 0 : length + 1;
            before = last;
            last = c;
        }
    }
}
