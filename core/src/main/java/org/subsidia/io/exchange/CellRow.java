package org.subsidia.io.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.money.AmountReader;
import org.subsidia.money.DecimalMark;

/** A row of a {@link HeadedTable}: cells by the ids of their columns, and what was found on reading them. For one thread. */
public final class CellRow {
    private static final Set<String> NOTHING = Set.of("#", "n/a", "na", "-", "null", "non renseigné", "nc");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern FRENCH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: .*)?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.0)?");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;

    private final TabularRow row;
    private final Place file;
    private final List<String> header;
    private final Map<String, Integer> columns;
    private final List<Finding> findings = new ArrayList<>();

    CellRow(TabularRow row, Place file, List<String> header, Map<String, Integer> columns) {
        this.row = row;
        this.file = file;
        this.header = header;
        this.columns = columns;
    }

    /** {@return the line on which the row starts, from 1} */
    public long line() {
        return row.line();
    }

    /** {@return the place of the row} */
    public Place place() {
        return file.line(row.line());
    }

    /**
     * The place of a cell.
     *
     * @param field the column’s id
     * @return the place; that of the row where the sheet has no such column
     */
    public Place place(String field) {
        Integer at = columns.get(field);
        return at == null ? place() : place().column(at + 1, header.get(at).strip());
    }

    /** {@return whether cells with something in them stand beyond the last column of the header} */
    public boolean isShifted() {
        return row.cells().stream().skip(header.size()).anyMatch(cell -> !cell.isBlank());
    }

    /**
     * A cell.
     *
     * @param field the column’s id
     * @return its text without blanks around it; empty where it says nothing ({@code #}, {@code N/A}, a hyphen)
     */
    public String text(String field) {
        String text = raw(field);
        return NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }

    /** A cell as it is written, blanks tidied. */
    String raw(String field) {
        Integer at = columns.get(field);
        return at == null || at >= row.cells().size()
                ? ""
                : row.cells().get(at).replaceAll("[\\s\u00a0\u202f]+", " ").strip();
    }

    /**
     * The cell to the right of a column, where that has no header of its own: the words that stand beside a code.
     *
     * @param field the id of the column with the code
     * @return the words; empty where the next column has a header
     */
    public String beside(String field) {
        int at = columns.getOrDefault(field, row.cells().size()) + 1;
        boolean named = at < header.size() && !header.get(at).isBlank();
        return named || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    /**
     * A cell that may be empty.
     *
     * @param field the column’s id
     * @return its text, if it says something
     */
    public Optional<String> find(String field) {
        return Optional.of(text(field)).filter(text -> !text.isEmpty());
    }

    /**
     * A cell that must not be empty; an empty one is an error.
     *
     * @param field the column’s id
     * @return its text
     */
    public Optional<String> need(String field) {
        Optional<String> text = find(field);
        if (text.isEmpty()) {
            findings.add(Finding.error(place(field), "XCH-CELL-EMPTY", name(field)));
        }
        return text;
    }

    /**
     * An amount in euros.
     *
     * @param field the column’s id
     * @param mark what begins its decimals where the amount alone does not say; of a number of a workbook it is the point
     * @return the amount; none for an empty cell and, with an error, for one that cannot be read
     */
    public Optional<Money> money(String field, DecimalMark mark) {
        Optional<String> text = find(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean number = row.isNumber(columns.getOrDefault(field, -1));
        Reading<Money> reading = AmountReader.read(text.get(), number ? DecimalMark.POINT : mark);
        return value(reading, field);
    }

    /**
     * A day: ISO 8601, day first with slashes, or the serial number of a spreadsheet.
     *
     * @param field the column’s id
     * @return the day; none for an empty cell and, with an error, for one that cannot be read
     */
    public Optional<LocalDate> day(String field) {
        Optional<String> text = find(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = read(text.get());
        if (day.isEmpty()) {
            findings.add(Finding.error(place(field), "XCH-DATE", name(field), text.get()));
        }
        return day;
    }

    /**
     * A day as the formats write it.
     *
     * @param text ISO 8601, day first, or a serial number
     * @return the day, between 1950 and 2100
     */
    public static Optional<LocalDate> read(String text) {
        try {
            Matcher iso = ISO.matcher(text);
            Matcher french = FRENCH.matcher(text);
            Matcher serial = SERIAL.matcher(text);
            LocalDate day;
            if (iso.matches()) {
                day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            } else if (french.matches()) {
                day = LocalDate.of(number(french, 3), number(french, 2), number(french, 1));
            } else if (serial.matches()) {
                day = EPOCH.plusDays(number(serial, 1));
            } else {
                return Optional.empty();
            }
            return Optional.of(day).filter(d -> d.getYear() >= FIRST_YEAR && d.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private <T> Optional<T> value(Reading<T> reading, String field) {
        findings.addAll(reading.at(place(field)).findings());
        return reading.value();
    }

    /** The header of a column as the file writes it. */
    private String name(String field) {
        Integer at = columns.get(field);
        return at == null ? field : header.get(at).strip();
    }

    /**
     * Adds something that was found in the row.
     *
     * @param finding what
     */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** {@return what was found in the row so far} */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** {@return whether something was found that keeps the row out} */
    public boolean isRefused() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /**
     * The cells of some columns, for a hash: never more than an import uses, so that no personal data is in it.
     *
     * @param fields the columns’ ids
     * @return their texts
     */
    public List<String> cells(List<String> fields) {
        return fields.stream().map(this::text).toList();
    }
}
