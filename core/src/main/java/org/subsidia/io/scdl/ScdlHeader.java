package org.subsidia.io.scdl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;

/**
 * Which column of a file holds what.
 *
 * <p>Positions count from 0, as in the list of a record's cells. Findings give them from 1.
 */
public final class ScdlHeader {
    private final long line;
    private final List<String> names;
    private final Map<ScdlColumn, Integer> positions;
    private final Map<ScdlColumn, List<Integer>> others;

    private ScdlHeader(
            long line, List<String> names, Map<ScdlColumn, Integer> positions, Map<ScdlColumn, List<Integer>> others) {
        this.line = line;
        this.names = names;
        this.positions = Collections.unmodifiableMap(positions);
        this.others = others;
    }

    /**
     * Reads a header.
     *
     * @param place the file
     * @param line the line of the header, from 1
     * @param cells its cells
     * @return the header and what was found in it, or why rows below it cannot be read
     */
    public static Reading<ScdlHeader> read(Place place, long line, List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return new Builder(place.line(line), cells.subList(0, width)).read(line);
    }

    /** How many different columns a row would name if it were the header; words that mean little alone count little. */
    static int score(List<String> cells) {
        Set<ScdlColumn> strong = new HashSet<>();
        Set<ScdlColumn> weak = new HashSet<>();
        for (String cell : cells) {
            if (cell.length() > 200) {
                continue;
            }
            HeaderMatch match = HeaderSpellings.standard().match(cell);
            if (match.isFound()) {
                (match.rank() == HeaderMatch.Rank.TRIMMED || match.isAmbiguous() ? weak : strong)
                        .add(match.columns().get(0));
            }
        }
        weak.removeAll(strong);
        return strong.size() * 2 + weak.size();
    }

    /** {@return the line of the header in the file, from 1} */
    public long line() {
        return line;
    }

    /** {@return the headers as published, without empty ones at the end} */
    public List<String> names() {
        return names;
    }

    /** {@return how many cells a complete record has} */
    public int width() {
        return names.size();
    }

    /** {@return the columns that the file has} */
    public Set<ScdlColumn> columns() {
        return positions.keySet();
    }

    /**
     * Where a column stands.
     *
     * @param column which
     * @return its position from 0, empty if the file does not have it
     */
    public OptionalInt position(ScdlColumn column) {
        Integer position = positions.get(column);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** {@return the version with these columns} */
    public ScdlVersion version() {
        return ScdlVersion.of(positions.keySet());
    }

    /** {@return whether every record can be read at these positions alone: no column stands twice} */
    public boolean isSimple() {
        return others.isEmpty();
    }

    /** Further positions of a column that stands twice, its value where the first is empty. */
    List<Integer> others(ScdlColumn column) {
        return others.getOrDefault(column, List.of());
    }

    /** The column at a position, or null for one that means nothing here. */
    @Nullable
    ScdlColumn at(int position) {
        for (Map.Entry<ScdlColumn, Integer> entry : positions.entrySet()) {
            if (entry.getValue() == position) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Decides header by header, the surest first. */
    private static final class Builder {
        private final Place place;
        private final List<String> names;
        private final List<HeaderMatch> matches = new ArrayList<>();
        private final Map<ScdlColumn, Integer> positions = new EnumMap<>(ScdlColumn.class);
        private final Map<ScdlColumn, List<Integer>> others = new EnumMap<>(ScdlColumn.class);
        private final List<Finding> findings = new ArrayList<>();

        Builder(Place place, List<String> names) {
            this.place = place;
            this.names = List.copyOf(names);
            names.forEach(name -> matches.add(HeaderSpellings.standard().match(name)));
        }

        Reading<ScdlHeader> read(long line) {
            for (HeaderMatch.Rank rank : HeaderMatch.Rank.values()) {
                for (int i = 0; i < names.size(); i++) {
                    HeaderMatch match = matches.get(i);
                    if (match.rank() == rank && match.columns().size() == 1) {
                        place(i, match.columns().get(0));
                    }
                }
            }
            for (int i = 0; i < names.size(); i++) {
                if (matches.get(i).isAmbiguous()) {
                    place(i, choose(i, matches.get(i).columns()));
                }
            }
            report();
            List<Finding> reasons = missing();
            findings.addAll(reasons);
            boolean usable = reasons.stream().noneMatch(f -> f.severity() == Severity.ERROR);
            return usable
                    ? Reading.of(new ScdlHeader(line, names, positions, others), findings)
                    : Reading.refused(findings);
        }

        /** Of several columns the one whose name stands beside it, else the first that is free. */
        private ScdlColumn choose(int index, List<ScdlColumn> candidates) {
            List<ScdlColumn> free = candidates.stream()
                    .filter(column -> !positions.containsKey(column))
                    .toList();
            for (int neighbour : new int[] {index - 1, index + 1}) {
                for (ScdlColumn candidate : free) {
                    ScdlColumn name = candidate == ScdlColumn.ID_ATTRIBUANT
                            ? ScdlColumn.NOM_ATTRIBUANT
                            : candidate == ScdlColumn.ID_BENEFICIAIRE ? ScdlColumn.NOM_BENEFICIAIRE : null;
                    if (name != null && positions.getOrDefault(name, Integer.MIN_VALUE) == neighbour) {
                        return candidate;
                    }
                }
            }
            return free.isEmpty() ? candidates.get(0) : free.get(0);
        }

        private void place(int index, ScdlColumn column) {
            Integer first = positions.putIfAbsent(column, index);
            if (first == null) {
                return;
            }
            boolean same = matches.get(index).rank() == matches.get(first).rank();
            findings.add(Finding.warning(
                    where(index),
                    same ? "SCDL-HDR-DUPLICATE" : "SCDL-HDR-SHADOWED",
                    names.get(index),
                    column.header(),
                    names.get(first)));
            if (same) {
                others.computeIfAbsent(column, c -> new ArrayList<>()).add(index);
            }
        }

        private void report() {
            positions.forEach((column, index) -> {
                HeaderMatch match = matches.get(index);
                if (match.misleading()) {
                    findings.add(
                            Finding.warning(where(index), "SCDL-HDR-MISLEADING", names.get(index), column.header()));
                } else if (match.isAmbiguous()) {
                    findings.add(
                            Finding.warning(where(index), "SCDL-HDR-AMBIGUOUS", names.get(index), column.header()));
                } else if (match.rank() != HeaderMatch.Rank.EXACT) {
                    findings.add(Finding.info(where(index), "SCDL-HDR-ALIAS", names.get(index), column.header()));
                }
            });
            for (int i = 0; i < names.size(); i++) {
                if (!matches.get(i).isFound()) {
                    boolean blank = names.get(i).isBlank();
                    findings.add(Finding.info(
                            where(i), blank ? "SCDL-HDR-BLANK" : "SCDL-HDR-UNKNOWN", blank ? i + 1 : names.get(i)));
                }
            }
        }

        private List<Finding> missing() {
            List<Finding> reasons = new ArrayList<>();
            if (!positions.containsKey(ScdlColumn.MONTANT)) {
                reasons.add(Finding.error(place, "SCDL-HDR-NO-AMOUNT"));
            }
            if (Collections.disjoint(
                    positions.keySet(),
                    Set.of(ScdlColumn.NOM_BENEFICIAIRE, ScdlColumn.ID_BENEFICIAIRE, ScdlColumn.RNA_BENEFICIAIRE))) {
                reasons.add(Finding.error(place, "SCDL-HDR-NO-BENEFICIARY"));
            }
            for (ScdlColumn column : ScdlColumn.standard()) {
                boolean optional = column == ScdlColumn.REFERENCE_DECISION
                        || column == ScdlColumn.ID_RAE
                        || column == ScdlColumn.RNA_BENEFICIAIRE
                        || column == ScdlColumn.DISPOSITIF_AIDE
                        || column == ScdlColumn.MONTANT;
                if (!optional && !positions.containsKey(column)) {
                    reasons.add(Finding.warning(place, "SCDL-HDR-MISSING", column.header()));
                }
            }
            return reasons;
        }

        private Place where(int index) {
            return place.column(index + 1, names.get(index));
        }
    }
}
