package org.subsidia.io.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/** The physical lines of a stream of bytes, ended by LF, CR LF or CR, with their numbers and offsets. */
final class LineSource implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final Place place;
    private final Limits limits;
    private byte[] buffer = new byte[BLOCK];
    private long base;
    private int filled;
    private int from;
    private int to;
    private int next;
    private long number;
    private boolean ended;

    /** Reads a stream whose first bytes, {@code skipped} of them, were read before. */
    LineSource(InputStream in, long skipped, Place place, Limits limits) {
        this(in, skipped, 1, place, limits);
    }

    /** Reads on where the line of a number starts. */
    LineSource(InputStream in, long skipped, long firstLine, Place place, Limits limits) {
        this.number = firstLine - 1;
        this.in = in;
        this.base = skipped;
        this.place = place;
        this.limits = limits;
    }

    /** Goes to the next line, if there is one. */
    boolean advance() throws IOException, UnreadableException {
        from = next;
        int length = 0;
        while (from + length < filled || fill()) {
            byte b = buffer[from + length];
            if (b == '\n') {
                return end(length, 1);
            }
            if (b == '\r') {
                boolean pair = (from + length + 1 < filled || fill()) && buffer[from + length + 1] == '\n';
                return end(length, pair ? 2 : 1);
            }
            length++;
        }
        return length > 0 && end(length, 0);
    }

    private boolean end(int length, int terminator) {
        to = from + length;
        next = to + terminator;
        number++;
        return true;
    }

    /** Reads on behind what is held of the current line, which moves to the front of the buffer; false at the end. */
    private boolean fill() throws IOException, UnreadableException {
        if (ended) {
            return false;
        }
        int held = filled - from;
        if (held > limits.maxRecordLength()) {
            throw new UnreadableException(
                    Finding.error(place.line(number + 1), "TAB-LIMIT-LINE", number + 1, limits.maxRecordLength()));
        }
        byte[] target = held > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, from, target, 0, held);
        buffer = target;
        base += from;
        from = 0;
        filled = held;
        Stopping.check(place);
        int length = in.read(buffer, filled, buffer.length - filled);
        if (length <= 0) {
            ended = true;
            return false;
        }
        filled += length;
        if (base + filled > limits.maxBytes()) {
            throw new UnreadableException(Finding.error(place, "TAB-LIMIT-BYTES", limits.maxBytes()));
        }
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The number of the current line, from 1. */
    long number() {
        return number;
    }

    /** Where in the file the line after the current one starts. */
    long nextOffset() {
        return base + next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
