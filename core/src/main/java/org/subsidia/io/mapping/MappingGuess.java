package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.tabular.TabularRow;

/**
 * What a table seems to be, from the words above its columns (French or English) and from its cells.
 *
 * @param mapping what an import would go by; empty if no line of headers was recognised
 * @param columns what each column seems to be, and how sure that is, in their order
 * @param findings what was chosen, and what could not be
 */
public record MappingGuess(Optional<Mapping> mapping, List<ColumnGuess> columns, List<Finding> findings) {
    private static final int SAMPLE = 200;
    private static final int HEADERS_WITHIN = 25;
    private static final int MOST_SHEETS = 30;
    /** Two kinds this close, as parts of the better one’s score, cannot be told apart. */
    private static final double CLOSE = 0.1;

    /** How much less the first of several rows of headers may score. */
    private static final double AGAIN = 0.3;

    /** Copies the lists. */
    public MappingGuess {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    /**
     * Guesses the mapping of a file: kind, sheet, line of the headers, and columns.
     *
     * @param file the file
     * @param kind what its rows are; empty: guessed too, among the kinds of records
     * @return the guess
     */
    public static MappingGuess of(TabularFile file, Optional<TableKind> kind) {
        List<SheetGuess> guesses = new ArrayList<>();
        List<String> sheets = file.sheets();
        for (int i = 0; i < Math.min(sheets.size(), MOST_SHEETS); i++) {
            guess(sheets.get(i), file.head(i, SAMPLE), kind).forEach(guesses::add);
        }
        return choose(guesses, file.place());
    }

    /**
     * Guesses the mapping of rows that are in memory.
     *
     * @param table the rows
     * @param kind what they are; empty: guessed too, among the kinds of records
     * @return the guess
     */
    public static MappingGuess of(TableRows table, Optional<TableKind> kind) {
        List<TabularRow> sample =
                table.rows().subList(0, Math.min(SAMPLE, table.rows().size()));
        return choose(guess(table.sheet(), sample, kind), table.place());
    }

    private static List<SheetGuess> guess(String sheet, List<TabularRow> rows, Optional<TableKind> kind) {
        List<TableKind> kinds = kind.map(List::of)
                .orElse(Arrays.stream(TableKind.values())
                        .filter(TableKind::isRecords)
                        .toList());
        List<SheetGuess> best = new ArrayList<>();
        for (TableKind one : kinds) {
            List<SheetGuess> tables = new ArrayList<>();
            for (int row = 0; row < Math.min(rows.size(), HEADERS_WITHIN); row++) {
                SheetGuess guess = SheetGuess.of(one, sheet, rows, row);
                if (guess.isTable()) {
                    tables.add(guess);
                }
            }
            // headers that stand again further down have fewer cells that contradict them below
            double most = tables.stream().mapToDouble(SheetGuess::score).max().orElse(0);
            tables.stream()
                    .filter(guess -> guess.score() >= most * (1 - AGAIN))
                    .findFirst()
                    .ifPresent(best::add);
        }
        return best;
    }

    private static MappingGuess choose(List<SheetGuess> guesses, Place place) {
        List<SheetGuess> ranked = guesses.stream()
                .sorted(Comparator.comparingDouble(SheetGuess::score).reversed())
                .toList();
        if (ranked.isEmpty()) {
            return new MappingGuess(Optional.empty(), List.of(), List.of(Finding.error(place, "MAP-GUESS-NONE")));
        }
        SheetGuess first = ranked.get(0);
        List<Finding> findings = new ArrayList<>();
        Optional<SheetGuess> rival = ranked.stream()
                .filter(other -> other.kind() != first.kind())
                .filter(other -> other.score() > first.score() * (1 - CLOSE))
                .findFirst();
        if (rival.isPresent()) {
            findings.add(Finding.error(
                    place,
                    "MAP-GUESS-UNSURE",
                    first.kind().label(),
                    rival.get().kind().label()));
        }
        findings.add(Finding.info(
                place.line(first.headerLine()),
                "MAP-GUESS-KIND",
                first.kind().label(),
                first.sheet(),
                first.headerLine()));
        Mapping mapping = first.mapping(place, findings);
        Place header = place.line(first.headerLine());
        for (ColumnGuess column : first.columns()) {
            Place where = header.column(column.position(), column.header());
            findings.add(column.field()
                    .map(field -> Finding.info(
                            where,
                            "MAP-GUESS-COLUMN",
                            column.position(),
                            column.header(),
                            field.label(),
                            column.score()))
                    .orElseGet(() -> Finding.info(where, "MAP-GUESS-UNPLACED", column.position(), column.header())));
        }
        return new MappingGuess(Optional.of(mapping), first.columns(), findings);
    }

    /** {@return the columns that stand for no field} */
    public List<ColumnGuess> unplaced() {
        return columns.stream().filter(column -> column.field().isEmpty()).toList();
    }
}
