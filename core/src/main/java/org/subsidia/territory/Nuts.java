package org.subsidia.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * A unit of the European nomenclature of territories in France (regulation (EC) 1059/2003). Since the version 2016, in use
 * from 2018, level 1 are the regions of 2016 (overseas together FRY), level 2 the regions before the merger, level 3 the
 * départements. Codes of levels 2 and 3 of the versions 2010 and 2013 are known as well, and lead to the present ones.
 */
public final class Nuts {
    private final String code;
    private final String name;
    private final @Nullable Region region;
    private final @Nullable Departement departement;
    private final @Nullable Nuts current;

    Nuts(String code, String name, @Nullable Region region, @Nullable Departement departement, @Nullable Nuts current) {
        this.code = code;
        this.name = name;
        this.region = region;
        this.departement = departement;
        this.current = current;
    }

    /** {@return every known unit, of the present version and of those of 2010 and 2013, by code} */
    public static List<Nuts> all() {
        return Atlas.get().nuts();
    }

    /**
     * The unit of a code.
     *
     * @param code such as FRK2, FRK26, or FR71 of an older version
     * @return the unit
     * @throws IllegalArgumentException if there is none
     */
    public static Nuts of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("not a NUTS code of France: " + Shown.of(code)));
    }

    /**
     * The unit of a code.
     *
     * @param code such as FRK2
     * @return the unit, if there is one
     */
    public static Optional<Nuts> find(String code) {
        return Atlas.get().nuts(code);
    }

    /**
     * A unit as people write it: small letters, {@code NUTS-} in front; a code of an older version is read as it stands,
     * with an information.
     *
     * @param text any text
     * @return the unit and what is to know, or why there is none
     */
    public static Reading<Nuts> read(String text) {
        Reading<Nuts> reading =
                Lookup.read(text, TerritoryLevel.NUTS, Nuts::find, name -> Optional.empty(), "TER-NUTS-UNKNOWN");
        return reading.value()
                .filter(nuts -> !nuts.isCurrent())
                .map(nuts -> reading.with(
                        List.of(Finding.info(Place.NOWHERE, "TER-NUTS-FORMER", nuts.code, nuts.current().code))))
                .orElse(reading);
    }

    /** {@return the code, three to five characters} */
    public String code() {
        return code;
    }

    /** {@return the level: 1, 2 or 3} */
    public int level() {
        return code.length() - 2;
    }

    /** {@return the name of its region or département} */
    public String name() {
        return name;
    }

    /** {@return code and level, such as {@code NUTS-FRK2}} */
    public TerritoryCode territory() {
        return new TerritoryCode(TerritoryLevel.NUTS, code.toUpperCase(Locale.ROOT));
    }

    /** {@return whether the code is one of the present version} */
    public boolean isCurrent() {
        return current == null;
    }

    /** {@return the same unit in the present version} */
    public Nuts current() {
        return current == null ? this : current;
    }

    /** {@return the unit of the next level up in the present version; none for level 1} */
    public Optional<Nuts> parent() {
        String present = current().code;
        return level() == 1 ? Optional.empty() : find(present.substring(0, present.length() - 1));
    }

    /** {@return the département, for level 3} */
    public Optional<Departement> departement() {
        return Optional.ofNullable(departement);
    }

    /**
     * The region in which the unit lay at a day.
     *
     * @param day a day
     * @return the region; empty for FRY, for a merged region's level 1 before the merger, and before 9 January 1970
     */
    public Optional<Region> region(LocalDate day) {
        if (region == null) {
            return departement().flatMap(d -> d.region(day));
        }
        Optional<Region> later = region.successor(day);
        if (later.isPresent()) {
            return later;
        }
        List<Region> earlier = region.ancestors(day);
        return earlier.size() == 1 ? Optional.of(earlier.get(0)) : Optional.empty();
    }

    /**
     * The category of region in EU cohesion policy, a fact of level 2.
     *
     * @param period a programming period
     * @return the category of the unit or, for level 3, of its parent; empty for level 1, which can hold several, and if
     *     the tables have none for the period
     */
    public Optional<CategoryRule> category(EuPeriod period) {
        return levelTwo().flatMap(two -> Categories.get().of(two.code, period));
    }

    /** {@return the rule that makes it an outermost region of the EU, if it is one} */
    public Optional<RuleReference> outermost() {
        return levelTwo().flatMap(two -> Categories.get().outermost(two.code));
    }

    private Optional<Nuts> levelTwo() {
        return switch (level()) {
            case 2 -> Optional.of(current());
            case 3 -> parent();
            default -> Optional.empty();
        };
    }

    /** {@return code and name} */
    @Override
    public String toString() {
        return code + " " + name;
    }
}
