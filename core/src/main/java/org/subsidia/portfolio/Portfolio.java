package org.subsidia.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;

/**
 * Structures, funders, programmes, calls, projects, grants and budget lines, each sorted by id: one immutable value.
 *
 * <p>Two portfolios with equal records are equal, however they came about.
 */
public final class Portfolio {
    private static final Portfolio EMPTY = new Portfolio(new EnumMap<>(RecordKind.class), Extras.NONE);

    /** Every kind has a map; maps are never changed once the portfolio exists, so that portfolios share them. */
    private final Map<RecordKind, SortedMap<RecordId, PortfolioRecord>> records;

    private final Extras extras;
    private volatile @Nullable Map<StructureId, List<Grant>> byStructure;
    private volatile @Nullable Map<FunderId, List<Grant>> byFunder;
    private volatile @Nullable Map<ProjectId, List<Grant>> byProject;

    private Portfolio(Map<RecordKind, SortedMap<RecordId, PortfolioRecord>> records, Extras extras) {
        for (RecordKind kind : RecordKind.values()) {
            records.putIfAbsent(kind, new TreeMap<>());
        }
        this.records = records;
        this.extras = extras;
    }

    /** {@return the portfolio without any record} */
    public static Portfolio empty() {
        return EMPTY;
    }

    /**
     * The portfolio of these records.
     *
     * @param records in any order; of two with one id the last stays
     * @return the portfolio
     */
    public static Portfolio of(Iterable<? extends PortfolioRecord> records) {
        Map<RecordKind, SortedMap<RecordId, PortfolioRecord>> maps = new EnumMap<>(RecordKind.class);
        records.forEach(record -> maps.computeIfAbsent(record.id().kind(), kind -> new TreeMap<>())
                .put(record.id(), record));
        return new Portfolio(maps, Extras.NONE);
    }

    /**
     * The next portfolio. Every edit can be applied; whether it makes sense is the question of {@link #check}.
     *
     * @param edit the change
     * @return the portfolio after it; this one stays as it is
     */
    public Portfolio apply(Edit edit) {
        Map<RecordKind, SortedMap<RecordId, PortfolioRecord>> next = new EnumMap<>(records);
        Set<RecordKind> copied = new LinkedHashSet<>();
        apply(edit, kind -> {
            if (copied.add(kind)) {
                next.put(kind, new TreeMap<>(map(kind)));
            }
            return of(next, kind);
        });
        return copied.isEmpty() ? this : new Portfolio(next, extras);
    }

    private static void apply(Edit edit, Function<RecordKind, SortedMap<RecordId, PortfolioRecord>> writable) {
        if (edit instanceof Edit.Put put) {
            RecordId id = put.record().id();
            writable.apply(id.kind()).put(id, put.record());
        } else if (edit instanceof Edit.Remove remove) {
            writable.apply(remove.id().kind()).remove(remove.id());
        } else if (edit instanceof Edit.Batch batch) {
            batch.edits().forEach(part -> apply(part, writable));
        }
    }

    /**
     * What would be wrong with the portfolio after an edit, and was not before: references to records that do not exist.
     *
     * @param edit the change
     * @return the findings, empty where the edit can be applied without harm
     */
    public List<Finding> check(Edit edit) {
        return References.brokenBy(edit, this);
    }

    /** {@return references to records that do not exist, in the order of the records} */
    public List<Finding> check() {
        return References.broken(this);
    }

    /**
     * The edit that leads to another portfolio.
     *
     * @param after the other portfolio
     * @return a batch without a label; {@code apply(it)} has the records of the other portfolio
     */
    public Edit editTo(Portfolio after) {
        return Difference.between(this, after);
    }

    /**
     * The edit that removes a record with what cannot be without it, and takes its id out of all others.
     *
     * <p>A structure takes its grants and budget lines with it.
     *
     * @param label what the edit is called
     * @param id the record
     * @return one batch; the record's own removal comes last
     */
    public Edit removal(String label, RecordId id) {
        return Removal.of(label, id, this);
    }

    /**
     * The record of this id.
     *
     * @param id any id
     * @return the record, if there is one
     */
    public Optional<PortfolioRecord> find(RecordId id) {
        return Optional.ofNullable(map(id.kind()).get(id));
    }

    /**
     * Whether there is a record of this id.
     *
     * @param id any id
     * @return whether there is one
     */
    public boolean contains(RecordId id) {
        return map(id.kind()).containsKey(id);
    }

    /**
     * The structure of this id.
     *
     * @param id its id
     * @return the structure, if there is one
     */
    public Optional<Structure> structure(StructureId id) {
        return find(id).map(Structure.class::cast);
    }

    /**
     * The funder of this id.
     *
     * @param id its id
     * @return the funder, if there is one
     */
    public Optional<Funder> funder(FunderId id) {
        return find(id).map(Funder.class::cast);
    }

    /**
     * The programme of this id.
     *
     * @param id its id
     * @return the programme, if there is one
     */
    public Optional<Programme> programme(ProgrammeId id) {
        return find(id).map(Programme.class::cast);
    }

    /**
     * The call of this id.
     *
     * @param id its id
     * @return the call, if there is one
     */
    public Optional<Call> call(CallId id) {
        return find(id).map(Call.class::cast);
    }

    /**
     * The project of this id.
     *
     * @param id its id
     * @return the project, if there is one
     */
    public Optional<Project> project(ProjectId id) {
        return find(id).map(Project.class::cast);
    }

    /**
     * The grant of this id.
     *
     * @param id its id
     * @return the grant, if there is one
     */
    public Optional<Grant> grant(GrantId id) {
        return find(id).map(Grant.class::cast);
    }

    /**
     * The budget line of this id.
     *
     * @param id its id
     * @return the budget line, if there is one
     */
    public Optional<BudgetLine> budgetLine(BudgetLineId id) {
        return find(id).map(BudgetLine.class::cast);
    }

    /** {@return the structures by id} */
    public List<Structure> structures() {
        return all(RecordKind.STRUCTURE, Structure.class);
    }

    /** {@return the funders by id} */
    public List<Funder> funders() {
        return all(RecordKind.FUNDER, Funder.class);
    }

    /** {@return the programmes by id} */
    public List<Programme> programmes() {
        return all(RecordKind.PROGRAMME, Programme.class);
    }

    /** {@return the calls by id} */
    public List<Call> calls() {
        return all(RecordKind.CALL, Call.class);
    }

    /** {@return the projects by id} */
    public List<Project> projects() {
        return all(RecordKind.PROJECT, Project.class);
    }

    /** {@return the grants by id} */
    public List<Grant> grants() {
        return all(RecordKind.GRANT, Grant.class);
    }

    /** {@return the budget lines by id} */
    public List<BudgetLine> budgetLines() {
        return all(RecordKind.BUDGET_LINE, BudgetLine.class);
    }

    /**
     * The records of a kind.
     *
     * @param kind which kind
     * @return the records by id, as a view
     */
    public Iterable<PortfolioRecord> records(RecordKind kind) {
        return Collections.unmodifiableCollection(map(kind).values());
    }

    /** {@return all records, by kind and id} */
    public Stream<PortfolioRecord> stream() {
        return Stream.of(RecordKind.values()).flatMap(kind -> map(kind).values().stream());
    }

    /**
     * How many records of a kind there are.
     *
     * @param kind which kind
     * @return the number
     */
    public int count(RecordKind kind) {
        return map(kind).size();
    }

    /** {@return whether there is no record} */
    public boolean isEmpty() {
        return records.values().stream().allMatch(Map::isEmpty);
    }

    /**
     * The grants that a structure receives.
     *
     * @param structure its id
     * @return the grants by id
     */
    public List<Grant> grantsOf(StructureId structure) {
        Map<StructureId, List<Grant>> index = byStructure;
        if (index == null) {
            index = index(grant -> List.of(grant.structure()));
            byStructure = index;
        }
        return index.getOrDefault(structure, List.of());
    }

    /**
     * The grants that name a funder as payer, decision maker or origin.
     *
     * @param funder its id
     * @return the grants by id
     */
    public List<Grant> grantsOf(FunderId funder) {
        Map<FunderId, List<Grant>> index = byFunder;
        if (index == null) {
            index = index(Grant::funders);
            byFunder = index;
        }
        return index.getOrDefault(funder, List.of());
    }

    /**
     * The grants of a project.
     *
     * @param project its id
     * @return the grants by id
     */
    public List<Grant> grantsOf(ProjectId project) {
        Map<ProjectId, List<Grant>> index = byProject;
        if (index == null) {
            index = index(grant -> Stream.ofNullable(grant.project()).toList());
            byProject = index;
        }
        return index.getOrDefault(project, List.of());
    }

    /**
     * The budget lines of a structure, of all years.
     *
     * @param structure its id
     * @return the lines by id
     */
    public List<BudgetLine> budgetOf(StructureId structure) {
        return budgetLines().stream()
                .filter(line -> line.structure().equals(structure))
                .toList();
    }

    /**
     * The budget lines of a structure in a year.
     *
     * @param structure its id
     * @param year the accounting year
     * @return the lines by id
     */
    public List<BudgetLine> budgetOf(StructureId structure, int year) {
        return budgetLines().stream()
                .filter(line -> line.year() == year && line.structure().equals(structure))
                .toList();
    }

    /** {@return fields of the document as a whole that this version does not know} */
    public Extras extras() {
        return extras;
    }

    /**
     * The same portfolio with other unknown fields of the document as a whole.
     *
     * @param other what is kept for the next save
     * @return the portfolio
     */
    public Portfolio withExtras(Extras other) {
        return new Portfolio(new EnumMap<>(records), other);
    }

    private <K> Map<K, List<Grant>> index(Function<Grant, List<K>> keys) {
        Map<K, List<Grant>> index = new HashMap<>();
        grants().forEach(grant -> keys.apply(grant).forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>())
                .add(grant)));
        index.replaceAll((key, grants) -> List.copyOf(grants));
        return index;
    }

    private <R extends PortfolioRecord> List<R> all(RecordKind kind, Class<R> type) {
        return map(kind).values().stream().map(type::cast).toList();
    }

    private SortedMap<RecordId, PortfolioRecord> map(RecordKind kind) {
        return of(records, kind);
    }

    private static SortedMap<RecordId, PortfolioRecord> of(
            Map<RecordKind, SortedMap<RecordId, PortfolioRecord>> maps, RecordKind kind) {
        SortedMap<RecordId, PortfolioRecord> map = maps.get(kind);
        if (map == null) {
            throw new IllegalStateException("every kind has a map: " + kind);
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Portfolio that && records.equals(that.records) && extras.equals(that.extras);
    }

    @Override
    public int hashCode() {
        return records.hashCode();
    }

    /** {@return how many records of each kind there are} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Portfolio");
        records.forEach((kind, map) -> text.append(' ').append(kind).append('=').append(map.size()));
        return text.toString();
    }
}
