package org.subsidia.io.scdl;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.CsvDialect;
import org.subsidia.io.tabular.CsvPart;
import org.subsidia.io.tabular.RowSink;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.tabular.TabularFormat;
import org.subsidia.io.tabular.TabularRow;

/**
 * A published file of subsidies whose header was found.
 *
 * <pre>{@code
 * Reading<ScdlFile> file = ScdlFile.open(path, ScdlOptions.standard());
 * file.value().ifPresent(f -> {
 *     ScdlSummary summary = f.rows(row -> sum.add(row.publishedAmount()), findings::add);
 * });
 * }</pre>
 *
 * <p>Nothing stays open between calls, and rows can be read as often as wanted.
 */
public final class ScdlFile {
    private static final int HEAD_ROWS = 60;
    private static final int LEAST_SCORE = 5;

    private final TabularFile file;
    private final ScdlOptions options;
    private final int sheet;
    private final ScdlInterpreter interpreter;
    private final long firstDataLine;
    private final List<Finding> findings;

    private ScdlFile(
            TabularFile file,
            ScdlOptions options,
            int sheet,
            ScdlInterpreter interpreter,
            long firstDataLine,
            List<Finding> findings) {
        this.file = file;
        this.options = options;
        this.sheet = sheet;
        this.interpreter = interpreter;
        this.firstDataLine = firstDataLine;
        this.findings = List.copyOf(findings);
    }

    private record Candidate(TabularFile file, int sheet, TabularRow row, int score) {}

    /**
     * Looks at a file: what it is, how it is written, which row is the header and what its columns hold.
     *
     * @param path the file, CSV or XLSX
     * @param options how it is read
     * @return the file and the choices made, or why it cannot be read
     */
    public static Reading<ScdlFile> open(Path path, ScdlOptions options) {
        Reading<TabularFile> tabular = TabularFile.open(path, options.limits());
        if (!tabular.isRead()) {
            return Reading.refused(tabular.findings());
        }
        List<Finding> findings = new ArrayList<>(tabular.findings());
        TabularFile first = tabular.get();
        Candidate best = best(first, null);
        if (best == null || best.score < 2 * LEAST_SCORE) {
            for (TabularFile other : first.withOtherSeparators()) {
                best = best(other, best);
            }
        }
        if (best == null || best.score < LEAST_SCORE) {
            findings.add(Finding.error(first.place(), "SCDL-HDR-NONE"));
            return Reading.refused(findings);
        }
        if (best.file != first) {
            findings.removeIf(
                    f -> f.code().equals("TAB-SEPARATOR-CHOSEN") || f.code().equals("TAB-SEPARATOR-NONE"));
            findings.add(Finding.info(first.place(), "SCDL-HDR-SEPARATOR"));
        }
        return open(best, options, findings);
    }

    private static Reading<ScdlFile> open(Candidate best, ScdlOptions options, List<Finding> findings) {
        TabularFile file = best.file;
        Place place = file.place();
        TabularRow row = best.row;
        if (file.format() == TabularFormat.XLSX) {
            findings.add(Finding.info(place, "SCDL-HDR-SHEET", file.sheets().get(best.sheet)));
        }
        Reading<ScdlHeader> header = ScdlHeader.read(place, row.line(), row.cells());
        findings.addAll(header.findings());
        if (!header.isRead()) {
            return Reading.refused(findings);
        }
        if (row.line() > 1) {
            findings.add(Finding.info(place.line(row.line()), "SCDL-HDR-BELOW", row.line()));
        }
        findings.add(Finding.info(
                place,
                "SCDL-HDR-VERSION",
                header.get().version().label(),
                header.get().columns().size()));
        ScdlInterpreter interpreter = ScdlInterpreter.of(header.get(), place, file.format());
        long[] firstLine = new long[1];
        file.read(
                best.sheet,
                next -> {
                    firstLine[0] = next.line() > row.line() ? next.line() : 0;
                    return firstLine[0] == 0;
                },
                finding -> {});
        if (firstLine[0] == 0) {
            findings.add(Finding.warning(place, "SCDL-FILE-NO-ROWS"));
        }
        return Reading.of(new ScdlFile(file, options, best.sheet, interpreter, firstLine[0], findings), findings);
    }

    private static @Nullable Candidate best(TabularFile file, @Nullable Candidate before) {
        Candidate best = before;
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            for (TabularRow row : file.head(sheet, HEAD_ROWS)) {
                int score = ScdlHeader.score(row.cells());
                if (best == null || score > best.score) {
                    best = new Candidate(file, sheet, row, score);
                }
            }
        }
        return best;
    }

    /** {@return the file} */
    public Path path() {
        return file.path();
    }

    /** {@return the file as a place of findings} */
    public Place place() {
        return file.place();
    }

    /** {@return CSV or XLSX} */
    public TabularFormat format() {
        return file.format();
    }

    /** {@return charset, separator and byte order mark of a CSV file, empty for a workbook} */
    public Optional<CsvDialect> dialect() {
        return file.dialect();
    }

    /** {@return the charset of a CSV file, empty for a workbook} */
    public Optional<Charset> charset() {
        return dialect().map(CsvDialect::charset);
    }

    /** {@return the name of the sheet that holds the data, empty for CSV} */
    public String sheet() {
        return file.sheets().get(sheet);
    }

    /** {@return which column holds what} */
    public ScdlHeader header() {
        return interpreter.header();
    }

    /** {@return the version with these columns} */
    public ScdlVersion version() {
        return header().version();
    }

    /** {@return the interpreter of the records below the header} */
    public ScdlInterpreter interpreter() {
        return interpreter;
    }

    /** {@return the line on which the first record starts, from 1; 0 if there is none} */
    public long firstDataLine() {
        return firstDataLine;
    }

    /** {@return the offset in bytes behind the header's line end, from which another reader can go on; CSV only} */
    public OptionalLong firstDataOffset() {
        return file.offsetAfter(header().line());
    }

    /** The file for a reader that cuts its records by itself, if that is possible. */
    Optional<CsvPart> part() {
        return CsvPart.of(file);
    }

    ScdlOptions options() {
        return options;
    }

    /** {@return the choices made when the file was opened} */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Reads the records below the header as they stand.
     *
     * @param sink takes the records that are not blank, and says when it has enough
     * @param found takes records that cannot be cut into cells, and why reading had to stop
     * @return whether the end of the file was reached or the sink had enough
     */
    public boolean records(RowSink sink, Consumer<Finding> found) {
        long headerLine = header().line();
        return file.read(sheet, row -> row.line() <= headerLine || sink.accept(row), finding -> {
            if (finding.place().line() == 0 || finding.place().line() > headerLine) {
                found.accept(finding);
            }
        });
    }

    /**
     * Reads and interprets all records.
     *
     * @param rows takes each row that can be trusted
     * @param found takes each finding as it is made: repairs, rows kept out, duplicates, reversals
     * @return counts and totals; the choices made at opening are among the findings that it counts
     */
    public ScdlSummary rows(Consumer<? super ScdlRow> rows, Consumer<? super Finding> found) {
        return interpret((cells, line, reading) -> reading.value().ifPresent(rows), found);
    }

    /** Takes each record with what became of it. */
    @FunctionalInterface
    interface Interpreted {
        void accept(List<String> cells, long line, Reading<ScdlRow> reading);
    }

    ScdlSummary interpret(Interpreted sink, Consumer<? super Finding> found) {
        ScdlSummary.Builder summary = new ScdlSummary.Builder(options.examples());
        findings.forEach(summary::found);
        Repetitions repetitions = new Repetitions(options.remembered());
        Consumer<Finding> count = finding -> {
            summary.found(finding);
            found.accept(finding);
        };
        boolean complete = records(
                record -> {
                    Reading<ScdlRow> reading = interpreter.interpret(record.line(), record.cells());
                    reading.findings().forEach(count);
                    if (reading.isRead()) {
                        repetitions.meet(reading.get(), place(), count);
                        summary.kept(reading.get(), isRepaired(reading));
                    } else {
                        summary.refused();
                    }
                    sink.accept(record.cells(), record.line(), reading);
                    return true;
                },
                finding -> {
                    count.accept(finding);
                    if (finding.severity() == Severity.ERROR && finding.place().line() > 0) {
                        summary.refused();
                        sink.accept(List.of(), finding.place().line(), Reading.refused(finding));
                    }
                });
        return summary.build(complete);
    }

    static boolean isRepaired(Reading<ScdlRow> reading) {
        return reading.findings().stream().anyMatch(f -> f.severity() == Severity.INFO);
    }
}
