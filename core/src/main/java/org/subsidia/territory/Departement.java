package org.subsidia.territory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.threeten.extra.LocalDateRange;

/**
 * A département of France, or a collectivity overseas (975, 977, 978, 984, 986 to 988), which belongs to no region. Corse
 * (20) was cut into 2A and 2B on 1 January 1976. The Métropole de Lyon stands under 69.
 */
public final class Departement {
    private final String code;
    private final String name;
    private final LocalDateRange validity;
    private final List<String> successors;
    private final @Nullable Region region;

    Departement(String code, String name, LocalDateRange validity, List<String> successors, @Nullable Region region) {
        this.code = code;
        this.name = name;
        this.validity = validity;
        this.successors = List.copyOf(successors);
        this.region = region;
    }

    /** {@return every département that is or was, by code} */
    public static List<Departement> all() {
        return Atlas.get().departements();
    }

    /**
     * The départements of a day.
     *
     * @param day a day
     * @return those that existed, by code
     */
    public static List<Departement> at(LocalDate day) {
        return all().stream().filter(departement -> departement.isValid(day)).toList();
    }

    /**
     * The département of a code.
     *
     * @param code such as 01, 2A, 974
     * @return the département
     * @throws IllegalArgumentException if there is none
     */
    public static Departement of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("not the code of a département: " + Shown.of(code)));
    }

    /**
     * The département of a code.
     *
     * @param code such as 01, 2A, 974
     * @return the département, if there is one
     */
    public static Optional<Departement> find(String code) {
        return Atlas.get().departement(code);
    }

    /**
     * A département as people write it: code ({@code 1}, {@code 2a}, {@code DEP-974}), or its name in any spelling. Corse
     * alone is refused: it has been two départements since 1976.
     *
     * @param text any text
     * @return the département and the repair, or why there is none
     */
    public static Reading<Departement> read(String text) {
        Reading<Departement> reading = Lookup.read(
                text, TerritoryLevel.DEPARTEMENT, Departement::find, Atlas.get()::departementNamed, "TER-DEP-UNKNOWN");
        return reading.value().filter(found -> !found.successors.isEmpty()).isPresent()
                ? Reading.refused(Finding.error(Place.NOWHERE, "TER-DEP-CUT", Shown.of(text)))
                : reading;
    }

    /**
     * The département of a postcode. It is that of the post office: a few communes on a border are served from the next
     * département. In Corse 200 and 201 are Corse-du-Sud, 202 and 206 Haute-Corse.
     *
     * @param text five digits; spaces and a lost leading zero are repaired
     * @return the département and the repair, or why there is none
     */
    public static Reading<Departement> ofPostcode(String text) {
        return Postcode.read(text);
    }

    /**
     * The département of a commune.
     *
     * @param code the INSEE code of a commune, five characters
     * @return the département, if there is one
     */
    public static Optional<Departement> ofCommune(String code) {
        if (!TerritoryLevel.COMMUNE.allows(code)) {
            return Optional.empty();
        }
        return find(code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2));
    }

    /** {@return the INSEE code: two digits, 2A, 2B, or three digits overseas} */
    public String code() {
        return code;
    }

    /** {@return the official name} */
    public String name() {
        return name;
    }

    /** {@return code and level, such as {@code DEP-01}} */
    public TerritoryCode territory() {
        return new TerritoryCode(TerritoryLevel.DEPARTEMENT, code);
    }

    /** {@return the days on which it existed; unbounded where it still does, or began before the tables} */
    public LocalDateRange validity() {
        return validity;
    }

    /**
     * Whether the département existed.
     *
     * @param day a day
     * @return whether
     */
    public boolean isValid(LocalDate day) {
        return validity.contains(day);
    }

    /**
     * The region to which it belonged.
     *
     * @param day a day
     * @return its region; empty in a collectivity overseas, when it did not exist, and before 9 January 1970
     */
    public Optional<Region> region(LocalDate day) {
        return isValid(day) && region != null ? region.successor(day) : Optional.empty();
    }

    /**
     * What became of it at a day.
     *
     * @param day a day
     * @return itself while it lasts, then what it was cut into; none before it began
     */
    public List<Departement> successors(LocalDate day) {
        if (isValid(day)) {
            return List.of(this);
        }
        return validity.isBefore(day)
                ? successors.stream()
                        .map(Departement::of)
                        .filter(next -> next.isValid(day))
                        .toList()
                : List.of();
    }

    /**
     * Out of what it was cut, at a day.
     *
     * @param day a day
     * @return itself while it lasts, before that what it was a part of; none if it was none
     */
    public List<Departement> ancestors(LocalDate day) {
        if (isValid(day)) {
            return List.of(this);
        }
        return at(day).stream()
                .filter(earlier -> validity.isAfter(day) && earlier.successors.contains(code))
                .sorted(Comparator.comparing(Departement::code))
                .toList();
    }

    /** {@return its NUTS 3 unit in the present version; none in a collectivity overseas} */
    public Optional<Nuts> nuts() {
        return Nuts.all().stream()
                .filter(nuts -> nuts.isCurrent()
                        && nuts.departement().filter(this::equals).isPresent())
                .findFirst();
    }

    /**
     * The category of region in which a project here falls.
     *
     * @param period a programming period
     * @return the category, empty if the tables have none
     */
    public Optional<CategoryRule> category(EuPeriod period) {
        return nuts().map(nuts -> nuts.category(period))
                .orElseGet(() -> Categories.get().of(territory().toString(), period));
    }

    /** {@return the rule that makes it an outermost region of the EU, if it is one} */
    public Optional<RuleReference> outermost() {
        return nuts().map(Nuts::outermost)
                .orElseGet(() -> Categories.get().outermost(territory().toString()));
    }

    /** {@return code and name} */
    @Override
    public String toString() {
        return territory() + " " + name;
    }
}
