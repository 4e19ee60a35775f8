package org.subsidia.io.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/**
 * Lines put together to records, and records cut into cells. A record without quotes is cut in place; one with quotes goes
 * through Commons CSV, one record at a time, so that a quote that is never closed costs its own line and no other.
 */
final class CsvRows implements Closeable {
    private static final int MAX_RECOVERIES = 1_000;

    private record Line(long number, String text, long endOffset) {}

    private final LineSource source;
    private final Charset charset;
    private final char separator;
    private final Limits limits;
    private final Place place;
    private final Consumer<Finding> findings;
    private final LineDecoder decoder = new LineDecoder();
    private final Deque<Line> pending = new ArrayDeque<>();
    private final Feed feed = new Feed();
    private final Iterator<CSVRecord> quoted;
    private int recoveries;
    private long rows;
    private long endOffset;
    private long endLine;

    CsvRows(LineSource source, CsvDialect dialect, Limits limits, Place place, Consumer<Finding> findings)
            throws IOException {
        this.source = source;
        this.charset = dialect.charset();
        this.separator = dialect.separator();
        this.limits = limits;
        this.place = place;
        this.findings = findings;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        this.quoted = format.parse(feed).iterator();
    }

    /** The next row that can be cut, or null at the end. */
    @Nullable
    TabularRow next() throws IOException, UnreadableException {
        Line line = take();
        while (line != null) {
            TabularRow row = line.text.isBlank() ? null : row(line);
            if (row != null) {
                if (++rows > limits.maxRows()) {
                    throw new UnreadableException(Finding.error(place, "TAB-LIMIT-ROWS", limits.maxRows()));
                }
                return row;
            }
            line = take();
        }
        return null;
    }

    /** Where in the file the last row ends. */
    long endOffset() {
        return endOffset;
    }

    /** The last line of the last row. */
    long endLine() {
        return endLine;
    }

    private @Nullable TabularRow row(Line first) throws IOException, UnreadableException {
        endOffset = first.endOffset;
        endLine = first.number;
        String text = first.text;
        boolean hasQuotes = text.indexOf('"') >= 0;
        if (hasQuotes) {
            String whole = whole(first);
            if (whole == null) {
                findings.accept(Finding.error(place.line(first.number), "TAB-QUOTE-UNCLOSED", first.number));
                return null;
            }
            text = whole;
        }
        if (text.indexOf('\0') >= 0) {
            findings.accept(Finding.error(place.line(first.number), "TAB-ROW-NUL", first.number));
            return null;
        }
        String[] cells = hasQuotes ? unquote(first.number, text) : cut(text);
        return check(first.number, cells) ? new TabularRow(first.number, Arrays.asList(cells)) : null;
    }

    private boolean check(long line, String[] cells) {
        if (cells.length > limits.maxColumns()) {
            findings.accept(
                    Finding.error(place.line(line), "TAB-LIMIT-COLUMNS", line, cells.length, limits.maxColumns()));
            return false;
        }
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].length() > limits.maxFieldLength()) {
                Place where = place.line(line).column(i + 1, null);
                findings.accept(Finding.error(
                        where, "TAB-LIMIT-FIELD", line, i + 1, cells[i].length(), limits.maxFieldLength()));
                return false;
            }
        }
        return true;
    }

    /** The record that starts on this line, or null if its quotes do not close; then the next line is read on its own. */
    private @Nullable String whole(Line first) throws IOException, UnreadableException {
        QuoteScan scan = new QuoteScan(separator);
        scan.line(first.text);
        if (!scan.isOpen()) {
            return first.text;
        }
        StringBuilder text = new StringBuilder(first.text);
        List<Line> taken = new ArrayList<>();
        while (scan.isOpen() && text.length() <= limits.maxRecordLength()) {
            Line line = take();
            if (line == null) {
                break;
            }
            taken.add(line);
            text.append('\n').append(line.text);
            scan.line(line.text);
        }
        if (!scan.isOpen() && !scan.hasTrailingText() && text.length() <= limits.maxRecordLength()) {
            endOffset = taken.get(taken.size() - 1).endOffset;
            endLine = taken.get(taken.size() - 1).number;
            return text.toString();
        }
        if (++recoveries > MAX_RECOVERIES) {
            throw new UnreadableException(Finding.error(place, "TAB-QUOTE-MANY", MAX_RECOVERIES));
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            pending.addFirst(taken.get(i));
        }
        return null;
    }

    private String[] unquote(long line, String text) {
        String[] cells = parse(text);
        if (cells.length == 1 && text.charAt(0) == '"' && cells[0].indexOf(separator) >= 0) {
            findings.accept(Finding.info(place.line(line), "TAB-ROW-QUOTED", line));
            return cells[0].indexOf('"') < 0 ? cut(cells[0]) : parse(cells[0]);
        }
        return cells;
    }

    private String[] parse(String text) {
        feed.set(text);
        return quoted.next().values();
    }

    private String[] cut(String text) {
        int count = 1;
        for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, i + 1)) {
            count++;
        }
        String[] cells = new String[count];
        int from = 0;
        for (int i = 0; i < count - 1; i++) {
            int to = text.indexOf(separator, from);
            cells[i] = text.substring(from, to);
            from = to + 1;
        }
        cells[count - 1] = text.substring(from);
        return cells;
    }

    private @Nullable Line take() throws IOException, UnreadableException {
        Line held = pending.poll();
        if (held != null) {
            return held;
        }
        if (!source.advance()) {
            return null;
        }
        String text = decoder.decode(source.bytes(), source.from(), source.to());
        if (decoder.isBroken()) {
            findings.accept(Finding.warning(place.line(source.number()), "TAB-CHARSET-BROKEN", source.number()));
        } else if (charset.equals(StandardCharsets.UTF_8) && decoder.hasStrays()) {
            findings.accept(Finding.warning(
                    place.line(source.number()), "TAB-CHARSET-LINE", source.number(), "windows-1252", charset.name()));
        } else if (charset.equals(LineDecoder.WINDOWS_1252) && decoder.hasUtf8()) {
            findings.accept(Finding.warning(
                    place.line(source.number()), "TAB-CHARSET-LINE", source.number(), "UTF-8", charset.name()));
        }
        return new Line(source.number(), text, source.nextOffset());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Hands Commons CSV one record and its line end, never more. */
    private static final class Feed extends Reader {
        private String text = "";
        private int at;

        void set(String record) {
            text = record + '\n';
            at = 0;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            int count = Math.min(length, text.length() - at);
            if (count <= 0) {
                return -1;
            }
            text.getChars(at, at + count, target, offset);
            at += count;
            return count;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
