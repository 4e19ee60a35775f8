package org.subsidia.io.tabular;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import org.subsidia.finding.FileFindings;
import org.subsidia.finding.Finding;

/**
 * A CSV file read from the middle, for a reader that cuts the greater part of it by itself and leaves the rest to the same
 * rules as everywhere.
 */
public final class CsvPart {
    private final TabularFile file;
    private final CsvDialect dialect;

    private CsvPart(TabularFile file, CsvDialect dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    /**
     * The start of a record.
     *
     * @param offset in bytes from the start of the file
     * @param line its line in the file, from 1
     */
    public record Position(long offset, long line) {}

    /**
     * A file that can be read from the middle.
     *
     * @param file any file
     * @return the file, if it is CSV in a charset that has ASCII
     */
    public static Optional<CsvPart> of(TabularFile file) {
        return file.dialect()
                .filter(dialect -> !dialect.charset().equals(StandardCharsets.UTF_16))
                .map(dialect -> new CsvPart(file, dialect));
    }

    /**
     * What to say of a file that the system does not let read on.
     *
     * @param failure what the system says
     * @return the error
     */
    public Finding unreadable(IOException failure) {
        return FileFindings.unreadable(file.place(), failure);
    }

    /** {@return how the file is written} */
    public CsvDialect dialect() {
        return dialect;
    }

    /**
     * Where the record behind a row starts.
     *
     * @param line the line on which the row starts
     * @return the start of what follows, if the file has the row
     */
    public Optional<Position> after(long line) {
        return read(new Position(dialect.markLength(), 1), row -> row.line() < line, finding -> {});
    }

    /**
     * Reads records of the file one after the other.
     *
     * @param start where the first of them starts
     * @param sink takes the rows that are not blank, and says when it has enough
     * @param findings takes what is wrong, as in {@link TabularFile#read}
     * @return where to read on, if the sink had enough before the file ended
     */
    public Optional<Position> read(Position start, RowSink sink, Consumer<Finding> findings) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            in.skipNBytes(start.offset());
            return read(in, start, sink, findings);
        } catch (IOException e) {
            findings.accept(FileFindings.unreadable(file.place(), e));
            return Optional.empty();
        }
    }

    /**
     * Reads records that are in memory.
     *
     * @param bytes the text in the file's charset
     * @param from where the first record starts
     * @param to behind the last record
     * @param line of the first record in the file
     * @param sink takes the rows that are not blank
     * @param findings takes what is wrong, as in {@link TabularFile#read}
     */
    public void read(byte[] bytes, int from, int to, long line, RowSink sink, Consumer<Finding> findings) {
        try (InputStream in = new ByteArrayInputStream(bytes, from, to - from)) {
            read(in, new Position(0, line), sink, findings);
        } catch (IOException e) {
            findings.accept(FileFindings.unreadable(file.place(), e));
        }
    }

    private Optional<Position> read(InputStream in, Position start, RowSink sink, Consumer<Finding> findings)
            throws IOException {
        LineSource source = new LineSource(in, start.offset(), start.line(), file.place(), file.limits());
        try (CsvRows rows = new CsvRows(source, dialect, file.limits(), file.place(), findings)) {
            for (TabularRow row = rows.next(); row != null; row = rows.next()) {
                if (!sink.accept(row)) {
                    return Optional.of(new Position(rows.endOffset(), rows.endLine() + 1));
                }
            }
        } catch (UnreadableException e) {
            findings.accept(e.finding());
        }
        return Optional.empty();
    }
}
