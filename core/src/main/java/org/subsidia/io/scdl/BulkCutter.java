package org.subsidia.io.scdl;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.subsidia.io.tabular.CsvPart;

/**
 * Cuts a CSV file into blocks of whole records, and stops in front of a record that is not written by the rules.
 *
 * <p>By the rules (RFC 4180) a quote opens a cell only as its first character, is doubled inside, and closes it in front of a
 * separator or a line end; lines end in LF or CR LF; there are no other control characters but tabulators. Where a record
 * breaks them, other readers decide where it ends, and tell where to go on.
 */
final class BulkCutter implements Closeable {
    private static final long QUOTES = BulkWord.repeated('"');

    private final FileChannel channel;
    private final byte separator;
    private long offset;
    private long line;
    private boolean ended;

    /** State of the scan of one buffer. */
    private int boundary;

    private long linesBefore;
    private long lines;
    private boolean broken;
    private boolean quoted;

    BulkCutter(Path file, char separator, CsvPart.Position start) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.separator = (byte) separator;
        goOn(start);
    }

    /** Where the next record starts. */
    CsvPart.Position position() {
        return new CsvPart.Position(offset, line);
    }

    /** Whether nothing is left. */
    boolean isAtEnd() {
        return ended;
    }

    /** Reads on where another reader stopped. */
    void goOn(CsvPart.Position from) {
        offset = from.offset();
        line = from.line();
    }

    /** Nothing more is wanted of this file. */
    void stop() {
        ended = true;
    }

    /**
     * Fills a block with the next records.
     *
     * @return false if there is none that keeps the rules: at the end, or in front of a record that breaks them
     */
    boolean next(BulkBlock block) throws IOException {
        int wanted = BulkBlock.SIZE;
        int length = fill(block.bytes, 0, wanted);
        scan(block.bytes, length, length < wanted);
        if (boundary == 0 && length == wanted && !broken) {
            return false;
        }
        if (boundary == 0) {
            ended = length == 0;
            return false;
        }
        boolean whole = length < wanted && boundary >= length;
        block.end = boundary;
        block.line = line;
        offset += Math.min(boundary, length);
        line += linesBefore;
        ended = whole;
        return true;
    }

    private int fill(byte[] bytes, int from, int wanted) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(bytes, from, wanted - from);
        long at = offset + from;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        return target.position();
    }

    /** Finds the end of the last record that keeps the rules. */
    private void scan(byte[] bytes, int length, boolean last) {
        boundary = 0;
        linesBefore = 0;
        lines = 0;
        broken = false;
        quoted = false;
        int end = length;
        if (last && length > 0 && bytes[length - 1] != '\n') {
            bytes[end++] = '\n';
        }
        Arrays.fill(bytes, end, end + BulkWord.PADDING, (byte) ' ');
        int done = 0;
        for (int i = 0; i < end && !broken; i += 8) {
            long marks = BulkWord.marks(BulkWord.at(bytes, i), QUOTES);
            while (marks != 0) {
                int at = i + BulkWord.first(marks);
                marks &= marks - 1;
                if (at >= done && at < end) {
                    done = meet(bytes, at, end, last);
                }
            }
        }
    }

    /** Looks at one marked byte; returns where to look on. */
    private int meet(byte[] bytes, int at, int end, boolean last) {
        byte b = bytes[at];
        if (b == '"') {
            return quote(bytes, at, end, last);
        }
        if (b == '\n') {
            lines++;
            if (!quoted) {
                boundary = at + 1;
                linesBefore = lines;
            }
        } else if (b >= 0 && b < ' ' && b != '\t' && !(b == '\r' && at + 1 < end && bytes[at + 1] == '\n')) {
            broken = true;
            return end;
        }
        return at + 1;
    }

    private int quote(byte[] bytes, int at, int end, boolean last) {
        if (!quoted) {
            quoted = at == 0 || bytes[at - 1] == separator || bytes[at - 1] == '\n';
            return at + 1;
        }
        if (at + 1 == end && !last) {
            return end;
        }
        byte next = bytes[at + 1];
        if (next == '"') {
            return at + 2;
        }
        quoted = false;
        broken = next != separator && next != '\n' && next != '\r';
        return broken ? end : at + 1;
    }

    /** Lets go of the file; what was read of it stays good. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written, so that nothing is lost
            ended = true;
        }
    }
}
