package org.subsidia.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes one table as CSV. Numbers are plain decimals with a point, shares 0..1, days ISO 8601; the row of totals is left
 * out, so that a column can be summed. Text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CsvRenderer {
    private CsvRenderer() {}

    /**
     * How the file is written.
     *
     * @param separator between fields
     * @param mark whether the file begins with a byte order mark, which tells spreadsheets that it is UTF-8
     * @param headers whether the first line holds headers in words; else stable field names
     */
    public record Options(char separator, boolean mark, boolean headers) {
        /** For programs: commas, no mark, field names. */
        public static final Options PROGRAM = new Options(',', false, false);
        /** For spreadsheets in France: semicolons, a mark, headers in words. */
        public static final Options SPREADSHEET = new Options(';', true, true);
    }

    /**
     * One table.
     *
     * @param table what to write
     * @param locale language of headers and words: French, else English
     * @param options how
     * @param out where to; to be encoded as UTF-8
     * @throws IOException if {@code out} does
     */
    public static void write(Table table, Locale locale, Options options, Appendable out) throws IOException {
        if (options.mark()) {
            out.append('\ufeff');
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(options.separator())
                .setQuoteMode(QuoteMode.MINIMAL)
                .setRecordSeparator("\r\n")
                .get();
        CSVPrinter printer = new CSVPrinter(out, format);
        for (Column column : table.columns()) {
            printer.print(options.headers() ? text(column.header().in(locale)) : column.name());
        }
        printer.println();
        for (List<Cell> row : table.rows()) {
            for (Cell cell : row) {
                printer.print(field(cell, locale));
            }
            printer.println();
        }
    }

    private static String field(Cell cell, Locale locale) {
        if (cell instanceof Cell.Legal legal) {
            return text(legal.version().value());
        } else if (cell instanceof Cell.Amount amount) {
            return amount.money().getAmount().toPlainString();
        } else if (cell instanceof Cell.Share share) {
            return share.share().toPlainString();
        } else if (cell instanceof Cell.Count count) {
            return BigDecimal.valueOf(count.count()).toPlainString();
        } else if (cell instanceof Cell.Decimal decimal) {
            return decimal.number().toPlainString();
        } else if (cell instanceof Cell.Day day) {
            return day.date().toString();
        } else if (cell instanceof Cell.Month month) {
            return month.month().toString();
        } else if (cell instanceof Cell.Moment moment) {
            return moment.time().toString();
        }
        return text(new CellText(locale).full(cell));
    }

    private static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
