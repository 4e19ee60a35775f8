package org.subsidia.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Reading;
import org.threeten.extra.LocalDateRange;

/**
 * A region of France as it was called and cut out over some time: Rhône-Alpes (82) until 2015, Auvergne-Rhône-Alpes (84)
 * since; code 24 is Centre until 16 January 2015 and Centre-Val de Loire since. The tables go back to 9 January 1970.
 */
public final class Region {
    private final String code;
    private final String name;
    private final LocalDateRange validity;
    private final String successor;
    private final @Nullable LocalDate single;

    Region(String code, String name, LocalDateRange validity, String successor, @Nullable LocalDate single) {
        this.code = code;
        this.name = name;
        this.validity = validity;
        this.successor = successor;
        this.single = single;
    }

    /** {@return every region that is or was, by code and then by date} */
    public static List<Region> all() {
        return Atlas.get().regions();
    }

    /**
     * The regions of a day.
     *
     * @param day a day
     * @return those that existed, by code; none before 9 January 1970
     */
    public static List<Region> at(LocalDate day) {
        return all().stream().filter(region -> region.isValid(day)).toList();
    }

    /**
     * The region of a code, as it was last called.
     *
     * @param code two digits
     * @return the region
     * @throws IllegalArgumentException if there is none
     */
    public static Region of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("not the code of a region: " + Shown.of(code)));
    }

    /**
     * The region of a code, as it was last called.
     *
     * @param code two digits
     * @return the region, if there is one
     */
    public static Optional<Region> find(String code) {
        return Atlas.get().region(code);
    }

    /**
     * A region as people write it: code ({@code 84}, {@code REG-84}), name old or new in any spelling, or a short name such
     * as PACA, AURA, IDF.
     *
     * @param text any text
     * @return the region and the repair, or why there is none
     */
    public static Reading<Region> read(String text) {
        return Lookup.read(text, TerritoryLevel.REGION, Region::find, Atlas.get()::regionNamed, "TER-REGION-UNKNOWN");
    }

    /** {@return the INSEE code, two digits; merged regions and their successors never share one} */
    public String code() {
        return code;
    }

    /** {@return the official name} */
    public String name() {
        return name;
    }

    /** {@return code and level, such as {@code REG-84}} */
    public TerritoryCode territory() {
        return new TerritoryCode(TerritoryLevel.REGION, code);
    }

    /** {@return the days on which the region had this code, name and extent; unbounded if it still has} */
    public LocalDateRange validity() {
        return validity;
    }

    /**
     * Whether the region existed so.
     *
     * @param day a day
     * @return whether
     */
    public boolean isValid(LocalDate day) {
        return validity.contains(day);
    }

    /**
     * The region that holds this one's territory at a day: this one while it lasts, then what it was merged into.
     *
     * @param day a day
     * @return the region, empty before this one began
     */
    public Optional<Region> successor(LocalDate day) {
        Region region = this;
        while (!region.isValid(day)) {
            if (validity.isAfter(day) || region.successor.isEmpty()) {
                return Optional.empty();
            }
            region = region.next();
        }
        return Optional.of(region);
    }

    private Region next() {
        LocalDate firstDay = validity.getEnd();
        return all().stream()
                .filter(other -> other.code.equals(successor) && other.isValid(firstDay))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no successor of " + this));
    }

    /**
     * The regions of a day out of which this one was made: itself while it lasts, what was merged into it before.
     *
     * @param day a day
     * @return the regions by code, none after this one ended or before the tables begin
     */
    public List<Region> ancestors(LocalDate day) {
        LocalDate reference = validity.contains(day) ? day : validity.getStart();
        return at(day).stream()
                .filter(region ->
                        region.successor(reference).filter(this::equals).isPresent())
                .toList();
    }

    /**
     * The départements of this region at a day.
     *
     * @param day a day
     * @return the départements by code, none when the region did not exist
     */
    public List<Departement> departements(LocalDate day) {
        return Departement.all().stream()
                .filter(departement ->
                        departement.region(day).filter(this::equals).isPresent())
                .toList();
    }

    /** {@return the NUTS 2 units of the present version on this territory: several in a merged region} */
    public List<Nuts> nuts() {
        return Nuts.all().stream()
                .filter(nuts -> nuts.level() == 2 && nuts.isCurrent())
                .filter(nuts ->
                        nuts.region(validity.getStart()).filter(this::equals).isPresent())
                .toList();
    }

    /**
     * The category of each NUTS 2 unit of this region: Auvergne-Rhône-Alpes has two.
     *
     * @param period a programming period
     * @return the categories by NUTS 2 code, empty if the tables have none for the period
     */
    public Map<String, CategoryRule> categories(EuPeriod period) {
        Map<String, CategoryRule> categories = new TreeMap<>();
        nuts().forEach(nuts -> nuts.category(period).ifPresent(rule -> categories.put(nuts.code(), rule)));
        return categories;
    }

    /**
     * Whether one body held the powers of region and département: Mayotte from 31 March 2011, Guyane and Martinique from
     * 1 January 2016, Corse from 1 January 2018. A transfer between the two then moves no cash.
     *
     * @param day a day
     * @return whether
     */
    public boolean isSingleCollectivity(LocalDate day) {
        return single != null && isValid(day) && !day.isBefore(single);
    }

    /** {@return code and name} */
    @Override
    public String toString() {
        return territory() + " " + name;
    }
}
