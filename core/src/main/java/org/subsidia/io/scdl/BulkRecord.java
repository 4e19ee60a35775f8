package org.subsidia.io.scdl;

/** Cuts one record of a block into cells, without copying them. */
final class BulkRecord {
    private static final long QUOTES = BulkWord.repeated('"');

    /** For the empty cells with which spreadsheets fill up, and to see that there are too many. */
    private static final int SPARE = 16;

    private final long separators;
    private final byte separator;
    /** Where each cell starts, without its quotes. */
    final int[] from;
    /** Where each cell ends, without its quotes. */
    final int[] to;
    /** How many cells there are; not fewer than there is room for where there are too many. */
    int cells;
    /** Over how many lines the record goes. */
    int lines;

    BulkRecord(char separator, int columns) {
        this.separator = (byte) separator;
        this.separators = BulkWord.repeated(separator);
        from = new int[columns + SPARE];
        to = new int[columns + SPARE];
    }

    /**
     * Cuts the record that starts here; the block keeps the rules, and ends with a line end.
     *
     * @return where the next record starts
     */
    int cut(byte[] bytes, int start) {
        int cell = 0;
        int at = start;
        lines = 1;
        while (true) {
            int end;
            if (bytes[at] == '"') {
                from[cell] = at + 1;
                end = closingQuote(bytes, at + 1);
                to[cell] = end;
                lines += lineEnds(bytes, from[cell], end);
                end++;
            } else {
                from[cell] = at;
                end = cellEnd(bytes, at);
                to[cell] = end;
            }
            byte stop = bytes[end];
            at = end + 1;
            if (stop != separator) {
                cells = cell + 1;
                return stop == '\r' ? at + 1 : at;
            }
            cell = Math.min(cell + 1, from.length - 1);
        }
    }

    /** Whether there are so many cells, and behind them only empty ones. */
    boolean has(int columns) {
        if (cells < columns || cells == from.length) {
            return false;
        }
        for (int i = columns; i < cells; i++) {
            if (from[i] != to[i]) {
                return false;
            }
        }
        return true;
    }

    private int cellEnd(byte[] bytes, int start) {
        int at = start;
        while (true) {
            long marks = BulkWord.marks(BulkWord.at(bytes, at), separators);
            while (marks != 0) {
                int found = at + BulkWord.first(marks);
                byte b = bytes[found];
                if (b == separator || b == '\n' || b == '\r') {
                    return found;
                }
                marks &= marks - 1;
            }
            at += 8;
        }
    }

    private static int lineEnds(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static int closingQuote(byte[] bytes, int start) {
        int at = start;
        while (true) {
            long marks = BulkWord.equal(BulkWord.at(bytes, at), QUOTES);
            if (marks == 0) {
                at += 8;
            } else {
                int found = at + BulkWord.first(marks);
                if (bytes[found + 1] != '"') {
                    return found;
                }
                at = found + 2;
            }
        }
    }
}
