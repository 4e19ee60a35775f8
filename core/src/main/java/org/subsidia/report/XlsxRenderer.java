package org.subsidia.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.subsidia.finding.Message;

/**
 * Writes tables as an XLSX workbook (Office Open XML, ISO/IEC 29500), a sheet a table.
 *
 * <p>Cells are typed: amounts are numbers with the format of their currency, shares are percentages, days are dates. Each sheet
 * says what it shows, from where, and as of which day; the row of headers stays in sight and filters; totals, where a table has
 * them, are its last row. Totals and shares are formulas with their results, so that a reader can trace and change them. Text that a spreadsheet would take for a formula gets an apostrophe before it. Equal tables are
 * written as equal bytes.
 */
public final class XlsxRenderer {
    private static final int MOST_ROWS = 1_000_000;

    private XlsxRenderer() {}

    /**
     * All tables of a report.
     *
     * @param report the report
     * @param source where its data comes from
     * @param locale language of headers and words: French, else English
     * @param out where to; not closed
     * @throws IOException if {@code out} does
     */
    public static void write(Report report, Message source, Locale locale, OutputStream out) throws IOException {
        write(report.tables().toList(), source, report.asOf(), locale, out);
    }

    /**
     * Some tables.
     *
     * @param tables at least one; a table of more than a million rows is refused, since no spreadsheet holds it
     * @param source where their data comes from
     * @param asOf the day at which they hold
     * @param locale language of headers and words: French, else English
     * @param out where to; not closed
     * @throws IOException if {@code out} does
     */
    public static void write(List<Table> tables, Message source, LocalDate asOf, Locale locale, OutputStream out)
            throws IOException {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a workbook has a sheet");
        }
        for (Table table : tables) {
            if (table.rows().size() > MOST_ROWS) {
                throw new IllegalArgumentException(
                        "too many rows for a spreadsheet: " + table.rows().size());
            }
        }
        Path draft = Files.createTempFile("subsidia-", ".xlsx");
        try {
            List<Map<String, String>> results;
            try (OutputStream file = Files.newOutputStream(draft)) {
                results = write(tables, source, asOf, locale, new Workbook(file, "Subsidia", null));
            }
            SameBytes.copy(draft, asOf, results, out);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes the sheets and answers what the formulas of each give. */
    private static List<Map<String, String>> write(
            List<Table> tables, Message source, LocalDate asOf, Locale locale, Workbook workbook) throws IOException {
        List<Map<String, String>> results = new ArrayList<>();
        try (workbook) {
            Set<String> names = new LinkedHashSet<>();
            for (Table table : tables) {
                Worksheet sheet =
                        workbook.newWorksheet(XlsxText.sheetName(table.caption().in(locale), names));
                XlsxSheet written = new XlsxSheet(sheet, table.readable(), locale);
                written.write(source, asOf);
                results.add(written.results());
                sheet.finish();
            }
        }
        return results;
    }
}
