package org.subsidia.io.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.FileFindings;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * A file of rows: CSV or XLSX, whatever its name says.
 *
 * <p>Opening looks at the first 256 KiB (of a workbook: at the whole archive, counting what it unpacks to), so that what is
 * something else is refused with one sentence; reading streams. Nothing stays open between calls.
 *
 * <pre>{@code
 * Reading<TabularFile> file = TabularFile.open(path, Limits.standard());
 * file.value().ifPresent(f -> f.read(0, row -> { …; return true; }, findings::add));
 * }</pre>
 */
public final class TabularFile {
    private final Path path;
    private final Limits limits;
    private final @Nullable CsvDialect dialect;
    private final List<String> sheets;

    private TabularFile(Path path, Limits limits, @Nullable CsvDialect dialect, List<String> sheets) {
        this.path = path;
        this.limits = limits;
        this.dialect = dialect;
        this.sheets = List.copyOf(sheets);
    }

    /**
     * Looks at a file.
     *
     * @param path the file
     * @param limits how much is read before it is refused
     * @return the file with the choices made (charset, separator), or why it holds no rows
     */
    public static Reading<TabularFile> open(Path path, Limits limits) {
        Place place = place(path);
        try {
            Optional<Finding> missing = FileFindings.missing(path);
            if (missing.isPresent()) {
                return Reading.refused(missing.get());
            }
            if (Files.size(path) > limits.maxBytes()) {
                return Reading.refused(Finding.error(place, "TAB-LIMIT-BYTES", limits.maxBytes()));
            }
            Head head = Head.of(path);
            FileKind kind = head.kind();
            if (!kind.code().isEmpty()) {
                return Reading.refused(Finding.error(place, kind.code()));
            }
            if (kind == FileKind.ZIP) {
                ZipGuard.check(path, limits, place);
                return Reading.of(new TabularFile(path, limits, null, XlsxRows.sheets(path, place)));
            }
            List<Finding> findings = new ArrayList<>();
            CsvDialect dialect = head.dialect(place, findings);
            return Reading.of(new TabularFile(path, limits, dialect, List.of("")), findings);
        } catch (UnreadableException e) {
            return Reading.refused(e.finding());
        } catch (IOException e) {
            return Reading.refused(FileFindings.unreadable(place, e));
        }
    }

    /** {@return the file} */
    public Path path() {
        return path;
    }

    /** {@return the file as a place of findings: its last name, without folders} */
    public Place place() {
        return place(path);
    }

    /** {@return whether it is CSV or a workbook} */
    public TabularFormat format() {
        return dialect == null ? TabularFormat.XLSX : TabularFormat.CSV;
    }

    /** {@return how the CSV file is written, empty for a workbook} */
    public Optional<CsvDialect> dialect() {
        return Optional.ofNullable(dialect);
    }

    /** {@return the names of the sheets in order; a CSV file has one, without a name} */
    public List<String> sheets() {
        return sheets;
    }

    /** {@return the same CSV file read with each of the other separators; none for a workbook} */
    public List<TabularFile> withOtherSeparators() {
        if (dialect == null) {
            return List.of();
        }
        char chosen = dialect.separator();
        CsvDialect same = dialect;
        return Separators.ALL.stream()
                .filter(separator -> separator != chosen)
                .map(separator -> new TabularFile(path, limits, same.withSeparator(separator), sheets))
                .toList();
    }

    /**
     * The first rows of a sheet; what is wrong with them is found again when the sheet is read.
     *
     * @param sheet its index, from 0
     * @param count at most so many
     * @return the rows that are not blank
     */
    public List<TabularRow> head(int sheet, int count) {
        List<TabularRow> rows = new ArrayList<>();
        read(
                sheet,
                row -> {
                    rows.add(row);
                    return rows.size() < count;
                },
                finding -> {});
        return rows;
    }

    /**
     * Reads a sheet from its first row to its last.
     *
     * @param sheet its index, from 0
     * @param sink takes the rows that are not blank, and says when it has enough
     * @param findings takes what is wrong: rows that cannot be cut are kept out; the last one is an error without a row
     *     when reading had to stop
     * @return whether the end of the sheet was reached or the sink had enough
     */
    public boolean read(int sheet, RowSink sink, Consumer<Finding> findings) {
        try {
            if (dialect == null) {
                XlsxRows.read(path, sheet, limits, place(), sink, findings);
                return true;
            }
            try (CsvRows rows = csv(dialect, findings)) {
                for (TabularRow row = rows.next(); row != null; row = rows.next()) {
                    if (!sink.accept(row)) {
                        return true;
                    }
                }
            }
            return true;
        } catch (UnreadableException e) {
            findings.accept(e.finding());
        } catch (IOException e) {
            findings.accept(FileFindings.unreadable(place(), e));
        }
        return false;
    }

    /**
     * Where in a CSV file the record behind a row starts, so that another reader can go on from there.
     *
     * @param line the line of the row
     * @return the offset in bytes from the start of the file; empty for workbooks, UTF-16 and unknown rows
     */
    public OptionalLong offsetAfter(long line) {
        if (dialect == null || dialect.charset().equals(StandardCharsets.UTF_16)) {
            return OptionalLong.empty();
        }
        try (CsvRows rows = csv(dialect, finding -> {})) {
            for (TabularRow row = rows.next(); row != null && row.line() <= line; row = rows.next()) {
                if (row.line() == line) {
                    return OptionalLong.of(rows.endOffset());
                }
            }
        } catch (UnreadableException | IOException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    private CsvRows csv(CsvDialect how, Consumer<Finding> findings) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        try {
            byte[] mark = in.readNBytes(how.markLength());
            InputStream text =
                    how.charset().equals(StandardCharsets.UTF_16) ? new Utf16Stream(in, mark[0] == (byte) 0xff) : in;
            LineSource source = new LineSource(text, how.markLength(), place(), limits);
            return new CsvRows(source, how, limits, place(), findings);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    Limits limits() {
        return limits;
    }

    private static Place place(Path path) {
        Path name = path.getFileName();
        return Place.file(name == null ? path.toString() : name.toString());
    }
}
