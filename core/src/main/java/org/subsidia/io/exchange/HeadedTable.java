package org.subsidia.io.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.identity.Spelling;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.tabular.TabularRow;

/**
 * A sheet whose header was found: rows by the names of their columns, wherever the header stands and however it is spelt.
 *
 * <p>Case, accents and punctuation of headers do not count, so that straight and typographic apostrophes are the same. A header
 * line that comes again among the rows is passed over, with a finding; a row with more cells than the header has columns is
 * shifted, and refused.
 */
public final class HeadedTable {
    /** A header further down than this is none. */
    private static final int DEEPEST_HEADER = 30;

    private final TabularFile file;
    private final int sheet;
    private final long headerLine;
    private final List<String> header;
    private final Map<String, Integer> columns;

    private HeadedTable(
            TabularFile file, int sheet, long headerLine, List<String> header, Map<String, Integer> columns) {
        this.file = file;
        this.sheet = sheet;
        this.headerLine = headerLine;
        this.header = header;
        this.columns = columns;
    }

    /**
     * A column that a format knows.
     *
     * @param id what the program calls it
     * @param required whether a sheet without it is none of this format
     * @param headers its spellings; one that ends with {@code *} is the beginning of a longer one
     */
    public record Field(String id, boolean required, List<String> headers) {
        /** Copies the spellings. */
        public Field {
            headers = List.copyOf(headers);
        }

        /**
         * A column that must be there.
         *
         * @param id what the program calls it
         * @param headers its spellings
         * @return the column
         */
        public static Field needed(String id, String... headers) {
            return new Field(id, true, List.of(headers));
        }

        /**
         * A column that may be absent.
         *
         * @param id what the program calls it
         * @param headers its spellings
         * @return the column
         */
        public static Field optional(String id, String... headers) {
            return new Field(id, false, List.of(headers));
        }

        private boolean matches(String key) {
            return headers.stream()
                    .anyMatch(one ->
                            one.endsWith("*") ? key.startsWith(Spelling.key(one)) : key.equals(Spelling.key(one)));
        }
    }

    /**
     * Looks for a header in a sheet.
     *
     * @param file the file
     * @param sheet the sheet’s index, from 0
     * @param fields the columns of the format
     * @return the table; none where no row has all needed columns
     */
    public static Optional<HeadedTable> find(TabularFile file, int sheet, List<Field> fields) {
        for (TabularRow row : file.head(sheet, DEEPEST_HEADER)) {
            Map<String, Integer> columns = columns(row, fields);
            if (fields.stream().filter(Field::required).allMatch(field -> columns.containsKey(field.id()))) {
                return Optional.of(new HeadedTable(file, sheet, row.line(), row.cells(), columns));
            }
        }
        return Optional.empty();
    }

    /**
     * The needed columns that the best row of a sheet lacks: what to tell of a sheet that is none of a format.
     *
     * @param file the file
     * @param sheet the sheet’s index, from 0
     * @param fields the columns of the format
     * @return the first spelling of each column that is missing
     */
    public static List<String> missing(TabularFile file, int sheet, List<Field> fields) {
        List<String> best = fields.stream()
                .filter(Field::required)
                .map(field -> field.headers().get(0))
                .toList();
        for (TabularRow row : file.head(sheet, DEEPEST_HEADER)) {
            Map<String, Integer> columns = columns(row, fields);
            List<String> missing = fields.stream()
                    .filter(field -> field.required() && !columns.containsKey(field.id()))
                    .map(field -> field.headers().get(0))
                    .toList();
            best = missing.size() < best.size() ? missing : best;
        }
        return best;
    }

    private static Map<String, Integer> columns(TabularRow row, List<Field> fields) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String key = Spelling.key(row.cells().get(i));
            if (key.isEmpty()) {
                continue;
            }
            for (Field field : fields) {
                if (!columns.containsKey(field.id()) && field.matches(key)) {
                    columns.put(field.id(), i);
                    break;
                }
            }
        }
        return columns;
    }

    /**
     * Whether the sheet has a column.
     *
     * @param field the column’s id
     * @return whether
     */
    public boolean has(String field) {
        return columns.containsKey(field);
    }

    /** {@return the headers as they are written} */
    public List<String> header() {
        return header;
    }

    /**
     * Reads the rows below the header.
     *
     * @param rows takes each that is neither blank nor the header again
     * @param findings takes what is wrong with the table; an error without a line when reading had to stop
     */
    public void read(Consumer<CellRow> rows, Consumer<Finding> findings) {
        file.read(
                sheet,
                row -> {
                    if (row.line() > headerLine && !row.isBlank()) {
                        if (isHeader(row)) {
                            findings.accept(
                                    Finding.info(file.place().line(row.line()), "XCH-HEADER-AGAIN", row.line()));
                        } else {
                            rows.accept(new CellRow(row, file.place(), header, columns));
                        }
                    }
                    return true;
                },
                findings);
    }

    private boolean isHeader(TabularRow row) {
        Map<String, String> cells = new HashMap<>();
        List<String> same = new ArrayList<>();
        columns.forEach((field, at) -> {
            String cell = at < row.cells().size() ? Spelling.key(row.cells().get(at)) : "";
            cells.put(field, cell);
            if (!cell.isEmpty() && cell.equals(Spelling.key(header.get(at)))) {
                same.add(field);
            }
        });
        return same.size() * 2 > cells.size();
    }

    /** {@return the file as a place of findings} */
    public Place place() {
        return file.place();
    }
}
