package org.subsidia.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.report.CsvRenderer;
import org.subsidia.report.Explanations;
import org.subsidia.report.Findings;
import org.subsidia.report.HtmlRenderer;
import org.subsidia.report.JsonRenderer;
import org.subsidia.report.PdfRenderer;
import org.subsidia.report.Report;
import org.subsidia.report.Table;
import org.subsidia.report.TextRenderer;
import org.subsidia.report.XlsxRenderer;
import picocli.CommandLine.Option;

/** How a verb writes its report: {@code --format}, {@code --table} and {@code --output}. */
final class ReportOutput {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            descriptionKey = "format")
    private Format format = Format.text;

    @Option(names = "--table", paramLabel = "ID", descriptionKey = "table")
    private @Nullable String table;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--all-findings", descriptionKey = "allFindings")
    private boolean allFindings;

    @Option(names = "--explain", descriptionKey = "explain")
    private boolean explain;

    /** The forms in which a report is written. */
    enum Format {
        text,
        json,
        csv,
        html,
        /** Only into a file. */
        xlsx,
        /** Only into a file, and only where its optional library is there. */
        pdf,
        /** Only for calendars. */
        ics
    }

    /** Whether the result is text for a terminal. */
    boolean isText() {
        return format == Format.text;
    }

    /** Whether the result is for programs, as JSON. */
    boolean isJson() {
        return format == Format.json;
    }

    /** Whether the result is a page that people read from the top, on which a list of thousands would hide the rest. */
    boolean isForReading() {
        return format == Format.text || format == Format.html || format == Format.pdf;
    }

    /** Whether explanations were asked for. */
    boolean explains() {
        return explain;
    }

    /** Shows explanations on a terminal too: the verb was asked for them in another way. */
    void showExplanations() {
        explain = true;
    }

    /** Whether an iCalendar file is asked for, which the verb writes with {@link #writeBytes}. */
    boolean isCalendar() {
        return format == Format.ics;
    }

    /** The file that was asked for; none: standard output. */
    Optional<Path> file() {
        return Optional.ofNullable(output);
    }

    /** Writes the report to the file that was asked for, else to standard output; its findings to standard error. */
    void write(Console console, Report report) {
        FindingLines.print(console, report.findings(), allFindings);
        boolean tablesOnly = format == Format.xlsx || format == Format.csv;
        if (tablesOnly && report.tables().findAny().isEmpty()) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NO-TABLES")));
        }
        if (format == Format.xlsx || format == Format.pdf) {
            writeBytes(console, format == Format.xlsx ? workbook(console, report) : paper(console, report));
            return;
        }
        String text =
                switch (format) {
                    case text -> TextRenderer.render(forTerminal(report), console.locale(), TextRenderer.WIDTH);
                    case json -> JsonRenderer.render(report, console.locale());
                    case html -> HtmlRenderer.render(report, console.locale());
                    case csv -> csv(console, report);
                    case xlsx, pdf, ics ->
                        throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NO-CALENDAR")));
                };
        writeBytes(console, text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] workbook(Console console, Report report) {
        needFile("CLI-XLSX-OUTPUT");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Message subtitle = report.subtitle();
        try {
            XlsxRenderer.write(report, subtitle == null ? report.title() : subtitle, console.locale(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] paper(Console console, Report report) {
        needFile("CLI-PDF-OUTPUT");
        if (!PdfRenderer.isAvailable()) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NO-PDF")));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PdfRenderer.write(report, console.locale(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void needFile(String code) {
        if (output == null) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, code)));
        }
    }

    /** Writes to the file that was asked for, else to standard output. */
    void writeBytes(Console console, byte[] bytes) {
        Path file = output;
        if (file == null) {
            console.out().writeBytes(bytes);
            console.out().flush();
            return;
        }
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UnusableInput(List.of(
                    Finding.error(Place.file(file.toString()), "CLI-CANNOT-WRITE", file.toString(), reason(e))));
        }
    }

    /** Findings stand on standard error, and explanations are long: those who want them ask. */
    private Report forTerminal(Report report) {
        Report rest = report.without(Findings.class);
        return explain ? rest : rest.without(Explanations.class);
    }

    /** A CSV file holds one table: the one asked for, else the first. */
    private String csv(Console console, Report report) {
        List<Table> tables = report.tables().toList();
        List<String> ids = tables.stream().map(Table::id).toList();
        String wanted = table;
        Table chosen = wanted == null
                ? tables.get(0)
                : report.table(wanted)
                        .orElseThrow(() -> new UnusableInput(
                                List.of(Finding.error(Place.NOWHERE, "CLI-NO-TABLE", wanted, String.join(", ", ids)))));
        if (wanted == null && tables.size() > 1) {
            FindingLines.print(
                    console,
                    Finding.info(
                            Place.NOWHERE,
                            "CLI-OTHER-TABLES",
                            chosen.id(),
                            String.join(", ", ids.subList(1, ids.size()))));
        }
        StringBuilder text = new StringBuilder();
        try {
            CsvRenderer.write(chosen, console.locale(), CsvRenderer.Options.PROGRAM, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT)
                + (message == null ? "" : ": " + message);
    }
}
