package org.subsidia.io.fec;

/** The line at which a reader stands: its fields by position, without a copy. One cursor serves a whole file. */
final class FecCursor {
    private final FecLayout layout;
    private int[] starts = new int[64];
    private String text = "";
    private long number;
    private int count;

    FecCursor(FecLayout layout) {
        this.layout = layout;
    }

    void set(long line, String content) {
        text = content;
        number = line;
        count = 0;
        char separator = layout.separator();
        starts[0] = 0;
        for (int at = content.indexOf(separator); at >= 0; at = content.indexOf(separator, at + 1)) {
            if (++count == starts.length - 1) {
                starts = java.util.Arrays.copyOf(starts, starts.length * 2);
            }
            starts[count] = at + 1;
        }
        count++;
        starts[count] = content.length() + 1;
    }

    long number() {
        return number;
    }

    String text() {
        return text;
    }

    int count() {
        return count;
    }

    /** Where the field starts; −1 where the line has none. */
    int from(FecField field) {
        int position = layout.position(field);
        return position < 0 || position >= count ? -1 : starts[position];
    }

    /** Where the field ends; −1 where the line has none. */
    int to(FecField field) {
        int position = layout.position(field);
        return position < 0 || position >= count ? -1 : starts[position + 1] - 1;
    }

    int column(FecField field) {
        return layout.position(field) + 1;
    }

    /** Whether the field is missing, empty or blank. */
    boolean isEmpty(FecField field) {
        int to = to(field);
        for (int i = from(field); i < to; i++) {
            if (!FecAmount.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The field without space around it, empty where the line has none. */
    String text(FecField field) {
        int from = from(field);
        return from < 0 ? "" : text.substring(from, to(field)).strip();
    }

    /** A number of 64 bits that stands for the texts of some fields together. */
    long hash(FecField... fields) {
        long hash = 0xcbf29ce484222325L;
        for (FecField field : fields) {
            int to = to(field);
            for (int i = from(field); i < to; i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xffff) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}
