package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.identity.Spelling;
import org.subsidia.io.tabular.TabularRow;

/** One sheet seen as a table of one kind, with its headers in one row. */
final class SheetGuess {
    private static final int LEAST = 50;
    private static final int OTHERS = 3;
    private static final int SAMPLE = 5;
    /** What a missing field that no record can do without takes off the score. */
    private static final int MISSING = 70;

    private static final int NAMED = 30;

    private record Candidate(int column, TableField field, int score) {}

    private final TableKind kind;
    private final String sheet;
    private final TabularRow header;
    private final List<TabularRow> below;
    private final Map<Integer, Candidate> placed = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();

    private SheetGuess(TableKind kind, String sheet, TabularRow header, List<TabularRow> below) {
        this.kind = kind;
        this.sheet = sheet;
        this.header = header;
        this.below = below;
    }

    static SheetGuess of(TableKind kind, String sheet, List<TabularRow> rows, int headerIndex) {
        SheetGuess guess =
                new SheetGuess(kind, sheet, rows.get(headerIndex), rows.subList(headerIndex + 1, rows.size()));
        guess.place();
        return guess;
    }

    private void place() {
        for (int column = 0; column < header.cells().size(); column++) {
            String text = CellReader.text(header.cells().get(column));
            boolean words = text.chars().anyMatch(Character::isLetter) || text.contains("%");
            if (!words || header.isNumber(column)) {
                continue;
            }
            for (TableField field : kind.fields()) {
                int likeness = HeaderLikeness.of(text, Vocabulary.standard().headers(kind, field));
                // an id taken for a name, or the other way round, would make records of nothing
                likeness = field.type() == FieldType.ID && likeness < HeaderLikeness.CLOSE ? 0 : likeness;
                int score = likeness < LEAST ? 0 : CellLikeness.weigh(likeness, field, column, below);
                if (score >= LEAST) {
                    candidates.add(new Candidate(column, field, score));
                }
            }
        }
        // ties go to the field that comes first in the catalogue, then to the column that comes first
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        Set<String> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!placed.containsKey(candidate.column())
                    && !taken.contains(candidate.field().id())) {
                placed.put(candidate.column(), candidate);
                taken.add(candidate.field().id());
            }
        }
    }

    TableKind kind() {
        return kind;
    }

    String sheet() {
        return sheet;
    }

    long headerLine() {
        return header.line();
    }

    /** Whether enough is recognised: two columns, or all there are. */
    boolean isTable() {
        return placed.size() >= 2 || (placed.size() == 1 && header.cells().size() == 1);
    }

    double score() {
        int sum = placed.values().stream().mapToInt(Candidate::score).sum();
        Set<String> fields = new HashSet<>();
        placed.values().forEach(candidate -> {
            fields.add(candidate.field().id());
            fields.add(candidate.field().group());
        });
        long missing = MappingCheck.needed(kind).stream()
                .filter(needed -> !needed.equals("structure") && !fields.contains(needed))
                .count();
        boolean named = !sheet.isEmpty()
                && Spelling.key(sheet).contains(Spelling.key(kind.label().in(Locale.FRENCH)));
        return sum - missing * MISSING + (named ? NAMED : 0);
    }

    List<ColumnGuess> columns() {
        return IntStream.range(0, header.cells().size())
                .filter(column -> placed.containsKey(column)
                        || !header.cells().get(column).isBlank()
                        || !sample(column).isEmpty())
                .mapToObj(this::column)
                .toList();
    }

    private ColumnGuess column(int column) {
        Optional<Candidate> best = Optional.ofNullable(placed.get(column));
        List<TableField> others = candidates.stream()
                .filter(candidate -> candidate.column() == column
                        && best.filter(candidate::equals).isEmpty())
                .limit(OTHERS)
                .map(Candidate::field)
                .toList();
        return new ColumnGuess(
                column + 1,
                CellReader.text(header.cells().get(column)),
                best.map(Candidate::field),
                best.map(Candidate::score).orElse(0),
                others,
                sample(column));
    }

    private List<String> sample(int column) {
        return below.stream()
                .map(row -> SkippedRows.cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(SAMPLE)
                .toList();
    }

    /** The mapping, with the conventions that headers in French suggest where no cell decides. */
    Mapping mapping(Place file, List<Finding> findings) {
        List<MappedColumn> columns = new ArrayList<>();
        boolean french = isFrench();
        for (int column = 0; column < header.cells().size(); column++) {
            Candidate candidate = placed.get(column);
            if (candidate == null) {
                continue;
            }
            String text = CellReader.text(header.cells().get(column));
            MappedColumn mapped = MappedColumn.of(text, candidate.field().id());
            String key = Spelling.key(text);
            boolean repeated = header.cells().stream()
                            .filter(other ->
                                    Spelling.key(CellReader.text(other)).equals(key))
                            .count()
                    > 1;
            mapped = repeated || key.isEmpty() ? mapped.at(column + 1) : mapped;
            boolean date = candidate.field().type() == FieldType.DATE;
            if (date && french && kind == TableKind.MOVEMENTS && hasShortYears(column)) {
                // what the bank has booked is of this century
                findings.add(
                        Finding.info(file.line(header.line()).column(column + 1, text), "MAP-GUESS-SHORT-YEAR", text));
                columns.add(mapped.with(DateStyle.DAY_FIRST_SHORT_YEAR));
                continue;
            }
            boolean undecided = french && date && dates(column) == 0;
            if (undecided) {
                findings.add(Finding.warning(
                        file.line(header.line()).column(column + 1, text), "MAP-GUESS-DAY-FIRST", text));
            }
            columns.add(undecided ? mapped.with(DateStyle.DAY_FIRST) : mapped);
        }
        return new Mapping(kind, sheet, header.line(), columns, Map.of(), List.of());
    }

    /** 1 if a cell decides the order of day and month, 0 if some need it and none does, -1 if none needs it. */
    private int dates(int column) {
        int result = -1;
        for (TabularRow row : below) {
            String cell = SkippedRows.cell(row, column);
            if (DateText.proof(cell) != DateStyle.UNSTATED) {
                return 1;
            }
            boolean needs = DateText.read(cell, DateStyle.UNSTATED).findings().stream()
                    .anyMatch(finding -> finding.code().equals("MAP-DATE-AMBIGUOUS"));
            result = needs ? 0 : result;
        }
        return result;
    }

    private boolean hasShortYears(int column) {
        return below.stream().anyMatch(row -> DateText.isShort(SkippedRows.cell(row, column)));
    }

    /** Whether more headers are French labels or spellings than English ones. */
    private boolean isFrench() {
        long french = header.cells().stream()
                .filter(cell -> HeaderLikeness.isFrench(CellReader.text(cell)))
                .count();
        return french * 2 >= placed.size() || french >= 2;
    }
}
