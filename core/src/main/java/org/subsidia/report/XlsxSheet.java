package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/** One table on one sheet. */
final class XlsxSheet {
    private static final int HEADER = 4;
    private static final int TITLE_SIZE = 14;
    private static final double LINE = 16;
    private static final int NARROWEST = 9;
    private static final int WIDEST = 50;
    private static final int WIDEST_HEADER = 24;
    private static final int MEASURED = 2_000;
    /** A wide table keeps its first column in sight. */
    private static final int WIDE = 6;

    /** So many characters can be read across a page. */
    private static final int PAGE = 220;

    private static final String HEADER_FILL = "E3E8EF";
    private static final String RULE = "7A8699";
    private static final String QUIET = "5B6675";

    /** A spreadsheet computes in binary and keeps fifteen digits; what has more is written as text. */
    private static final int DIGITS = 15;

    /** Days before are counted wrongly by every spreadsheet: its 29 February 1900 never was. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Worksheet sheet;
    private final Table table;
    private final Locale locale;
    private final CellText text;
    private final XlsxFormulas formulas;

    XlsxSheet(Worksheet sheet, Table table, Locale locale) {
        this.sheet = sheet;
        this.table = table;
        this.locale = locale;
        this.text = new CellText(locale);
        this.formulas = new XlsxFormulas(table, HEADER + 1);
    }

    /** What the formulas give, by the name of their cell, for readers that do not compute. */
    Map<String, String> results() {
        return formulas.results();
    }

    void write(Message source, LocalDate asOf) {
        sheet.value(0, 0, XlsxText.cell(table.caption().in(locale)));
        sheet.style(0, 0).bold().fontSize(TITLE_SIZE).set();
        sheet.value(1, 0, XlsxText.cell(Message.of("REPORT-SOURCES", source).in(locale)));
        sheet.value(2, 0, Message.of("REPORT-AS-OF", asOf).in(locale));
        sheet.range(1, 0, 2, 0).style().fontColor(QUIET).set();
        int columns = table.columns().size();
        int total = 0;
        int lines = 1;
        for (int c = 0; c < columns; c++) {
            int width = width(c);
            total += width;
            lines = Math.max(lines, (header(c).length() + width - 1) / width);
            sheet.width(c, width);
            header(c, table.columns().get(c));
        }
        sheet.rowHeight(HEADER, lines * LINE);
        int row = HEADER + 1;
        for (List<Cell> cells : table.rows()) {
            write(row++, cells, false);
        }
        sheet.freezePane(columns > WIDE ? 1 : 0, HEADER + 1);
        sheet.setAutoFilter(HEADER, 0, Math.max(HEADER, row - 1), columns - 1);
        if (table.totals().isPresent()) {
            write(row, table.totals().get(), true);
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.repeatRows(HEADER);
        // what is wider than one page can hold readably goes on on the next one
        if (total <= PAGE) {
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        } else {
            sheet.repeatCols(0);
        }
    }

    private void header(int column, Column of) {
        sheet.value(HEADER, column, header(column));
        sheet.style(HEADER, column)
                .bold()
                .wrapText(true)
                .verticalAlignment("center")
                .horizontalAlignment(of.type().isNumeric() ? "right" : "left")
                .fillColor(HEADER_FILL)
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, RULE)
                .set();
    }

    private String header(int column) {
        Column of = table.columns().get(column);
        String words = of.header().in(locale);
        return XlsxText.cell(
                of.unit().map(unit -> words + " (" + unit.in(locale) + ')').orElse(words));
    }

    private void write(int row, List<Cell> cells, boolean total) {
        for (int c = 0; c < cells.size(); c++) {
            int column = c;
            Cell cell = cells.get(c);
            if (cell instanceof Cell.Empty && !total) {
                continue;
            }
            String format = value(row, c, cell);
            if (format != null) {
                formulas.at(row, c).ifPresent(formula -> sheet.formula(row, column, formula));
            }
            if (total) {
                var style = sheet.style(row, c)
                        .bold()
                        .borderStyle(BorderSide.TOP, BorderStyle.THIN)
                        .borderColor(BorderSide.TOP, RULE);
                (format == null ? style : style.format(format)).set();
            } else if (format != null) {
                sheet.style(row, c).format(format).set();
            }
        }
    }

    /** Writes the value and answers the number format that it needs. */
    private @Nullable String value(int row, int column, Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return number(row, column, amount.money().getAmount(), money(amount.money()));
        } else if (cell instanceof Cell.Share share) {
            return number(row, column, share.share(), "0.0%");
        } else if (cell instanceof Cell.Count count) {
            return number(row, column, BigDecimal.valueOf(count.count()), "#,##0");
        } else if (cell instanceof Cell.Decimal decimal) {
            return number(row, column, decimal.number(), null);
        } else if (cell instanceof Cell.Day day && !day.date().isBefore(FIRST_DAY)) {
            sheet.value(row, column, day.date());
            return isFrench() ? "dd/mm/yyyy" : "[$-809]d mmm yyyy";
        } else if (cell instanceof Cell.Day day) {
            sheet.value(row, column, day.date().toString());
        } else if (cell instanceof Cell.Month month) {
            sheet.value(row, column, month.month().atDay(1));
            return isFrench() ? "[$-40C]mmm yyyy" : "[$-809]mmm yyyy";
        } else if (!(cell instanceof Cell.Empty)) {
            sheet.value(row, column, XlsxText.cell(text.full(cell)));
        }
        return null;
    }

    private boolean isFrench() {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    private @Nullable String number(int row, int column, BigDecimal number, @Nullable String format) {
        if (number.stripTrailingZeros().precision() > DIGITS) {
            sheet.value(row, column, number.toPlainString());
            return null;
        }
        sheet.value(row, column, number);
        return format;
    }

    private static String money(Money money) {
        CurrencyUnit currency = money.getCurrencyUnit();
        String places = currency.getDecimalPlaces() > 0 ? "." + "0".repeat(currency.getDecimalPlaces()) : "";
        return "#,##0" + places + "\\ \"" + (currency.equals(CurrencyUnit.EUR) ? "€" : currency.getCode()) + '"';
    }

    /** Wide enough for the cells; headers wrap. */
    private int width(int column) {
        int widest = Math.min(WIDEST_HEADER, header(column).length());
        for (List<Cell> row :
                table.rows().subList(0, Math.min(MEASURED, table.rows().size()))) {
            widest = Math.max(widest, text.full(row.get(column)).length());
        }
        if (table.totals().isPresent()) {
            widest =
                    Math.max(widest, text.full(table.totals().get().get(column)).length());
        }
        return Math.max(NARROWEST, Math.min(WIDEST, widest + 3));
    }
}
