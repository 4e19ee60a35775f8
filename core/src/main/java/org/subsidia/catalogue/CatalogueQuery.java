package org.subsidia.catalogue;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a catalogue; what is not said does not matter.
 *
 * @param kinds one of these; empty: any but funders
 * @param fund this fund of the Union, such as {@code FEDER}, in any spelling of capitals; null: any
 * @param region entries of the funder with this code of region, such as {@code 52}; null: any
 * @param at what runs, or is not yet closed, on this day; null: at any time
 * @param words all of these, in any order, capitals and accents set aside; empty: any
 */
public record CatalogueQuery(
        Set<CatalogueKind> kinds,
        @Nullable String fund,
        @Nullable String region,
        @Nullable LocalDate at,
        String words) {

    /** Copies the kinds. */
    public CatalogueQuery {
        kinds = Set.copyOf(kinds);
    }

    /** {@return the query that finds every programme and call} */
    public static CatalogueQuery everything() {
        return new CatalogueQuery(Set.of(), null, null, null, "");
    }

    /**
     * The same query for some kinds only.
     *
     * @param wanted the kinds; none: any but funders
     * @return the query
     */
    public CatalogueQuery kinds(CatalogueKind... wanted) {
        return new CatalogueQuery(Set.of(wanted), fund, region, at, words);
    }

    /**
     * The same query for one fund of the Union.
     *
     * @param wanted such as {@code FEDER}; null: any
     * @return the query
     */
    public CatalogueQuery fund(@Nullable String wanted) {
        return new CatalogueQuery(kinds, wanted, region, at, words);
    }

    /**
     * The same query for one Region.
     *
     * @param code of the Region, such as {@code 52}; null: any
     * @return the query
     */
    public CatalogueQuery region(@Nullable String code) {
        return new CatalogueQuery(kinds, fund, code, at, words);
    }

    /**
     * The same query for one day.
     *
     * @param day the day; null: any
     * @return the query
     */
    public CatalogueQuery at(@Nullable LocalDate day) {
        return new CatalogueQuery(kinds, fund, region, day, words);
    }

    /**
     * The same query for some words.
     *
     * @param wanted words of the name, number, fund, note or id
     * @return the query
     */
    public CatalogueQuery words(String wanted) {
        return new CatalogueQuery(kinds, fund, region, at, wanted);
    }
}
