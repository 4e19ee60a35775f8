package org.subsidia.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.RecordId;

/** Programmes and calls by id. Immutable. Files of others are read by the room {@code io.catalogue}. */
public final class Catalogue {
    private final SortedMap<RecordId, CatalogueEntry> entries;

    private Catalogue(SortedMap<RecordId, CatalogueEntry> entries) {
        this.entries = Collections.unmodifiableSortedMap(entries);
    }

    /** {@return the catalogue that comes with the library} */
    public static Catalogue standard() {
        return Shipped.CATALOGUE;
    }

    /**
     * The catalogue of these entries.
     *
     * @param entries in any order; of two with one id the last stays
     * @return the catalogue
     */
    public static Catalogue of(Iterable<CatalogueEntry> entries) {
        SortedMap<RecordId, CatalogueEntry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        return new Catalogue(byId);
    }

    /**
     * This catalogue with another laid over it.
     *
     * @param other its entries replace those of the same id
     * @return the catalogue of both
     */
    public Catalogue with(Catalogue other) {
        SortedMap<RecordId, CatalogueEntry> both = new TreeMap<>(entries);
        both.putAll(other.entries);
        return new Catalogue(both);
    }

    /** {@return all entries: funders, then programmes, then calls, each by id} */
    public Collection<CatalogueEntry> entries() {
        return entries.values();
    }

    /** {@return the programmes by id} */
    public List<Programme> programmes() {
        return entries.values().stream().flatMap(e -> e.programme().stream()).toList();
    }

    /** {@return the calls by id} */
    public List<Call> calls() {
        return entries.values().stream().flatMap(e -> e.call().stream()).toList();
    }

    /** {@return the funders by id} */
    public List<Funder> funders() {
        return entries.values().stream().flatMap(e -> e.funder().stream()).toList();
    }

    /**
     * One entry.
     *
     * @param id of a programme, a call or a funder
     * @return the entry, if there is one
     */
    public Optional<CatalogueEntry> find(RecordId id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * The programme of an entry, then what that is part of, and so on.
     *
     * @param entry a programme, which comes first itself, or a call
     * @return the programmes from the inside out, as far as the catalogue knows them
     */
    public List<Programme> chain(CatalogueEntry entry) {
        Optional<Programme> first =
                entry.programme().or(() -> entry.call().map(Call::programme).flatMap(this::programme));
        // a parent that leads back to its child ends the chain
        return Stream.iterate(first, Optional::isPresent, p -> p.map(Programme::parent)
                        .flatMap(this::programme))
                .limit(entries.size())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<Programme> programme(ProgrammeId id) {
        return find(id).flatMap(CatalogueEntry::programme);
    }

    /**
     * The funder of an entry, or of the nearest programme of its {@link #chain} that has one.
     *
     * @param entry any entry; a funder is its own
     * @return the funder, if the catalogue knows it
     */
    public Optional<Funder> funderOf(CatalogueEntry entry) {
        return Stream.concat(
                        entry.call().map(Call::funder).stream(),
                        chain(entry).stream().flatMap(p -> Optional.ofNullable(p.funder()).stream()))
                .findFirst()
                .flatMap(this::find)
                .flatMap(CatalogueEntry::funder)
                .or(entry::funder);
    }

    /**
     * Looks for entries.
     *
     * @param query what for
     * @return the entries, by kind of record and id
     */
    public List<CatalogueEntry> search(CatalogueQuery query) {
        Search search = new Search(this, query);
        return entries.values().stream().filter(search::finds).toList();
    }

    /**
     * Brings entries into a portfolio, with the programmes and funders that they refer to.
     *
     * <p>A chosen record replaces the one of its id; what it refers to is added where it is missing and left alone where it is
     * there. A funder that the portfolio has under another id (same SIREN, or the Region of the same code) is not added again.
     *
     * @param selection the ids of the entries wanted; those that the catalogue does not have are passed over
     * @param portfolio the portfolio that receives them
     * @return one batch of only what changes; empty the second time
     */
    public Edit toEdits(Collection<? extends RecordId> selection, Portfolio portfolio) {
        return new Transfer(this, portfolio).of(selection);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Catalogue catalogue && entries.equals(catalogue.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "catalogue of " + entries.size() + " entries";
    }

    private static final class Shipped {
        static final Catalogue CATALOGUE = ShippedFiles.read();
    }
}
