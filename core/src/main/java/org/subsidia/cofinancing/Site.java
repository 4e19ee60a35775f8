package org.subsidia.cofinancing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.territory.CategoryRule;
import org.subsidia.territory.Departement;
import org.subsidia.territory.EuPeriod;
import org.subsidia.territory.Nuts;
import org.subsidia.territory.Region;
import org.subsidia.territory.TerritoryCode;

/**
 * Where a project takes place, as far as it is known: the category of that place decides the highest rate of the Union.
 *
 * @param name what the place is called
 * @param spread one unit, a whole region, somewhere in a region, or nothing known
 * @param unit the NUTS 2 unit, or the unit that holds a smaller one
 * @param departement the département, where that is what is known
 * @param region the region, where that is what is known
 */
public record Site(
        Message name,
        Spread spread,
        @Nullable Nuts unit,
        @Nullable Departement departement,
        @Nullable Region region) {

    /** How far a place is known. */
    public enum Spread {
        /** In one unit. */
        ONE,
        /** All over a region. */
        WHOLE_REGION,
        /** In a region, not known where. */
        SOMEWHERE_IN_REGION,
        /** Not known. */
        UNKNOWN
    }

    /** A unit with its categories. */
    record Unit(
            String code,
            Optional<CategoryRule> category,
            Optional<CategoryRule> before,
            Optional<RuleReference> outermost) {}

    /** Nothing is known of the place. */
    public static final Site UNKNOWN = new Site(Message.of("COFI-SITE-UNKNOWN"), Spread.UNKNOWN, null, null, null);

    /**
     * A project all over a region.
     *
     * @param region the region
     * @return the place
     */
    public static Site allOver(Region region) {
        return new Site(Message.of("COFI-SITE-WHOLE", region.name()), Spread.WHOLE_REGION, null, null, region);
    }

    /**
     * A project somewhere in a region.
     *
     * @param region the region
     * @return the place
     */
    public static Site somewhereIn(Region region) {
        return new Site(Message.of("COFI-SITE-REGION", region.name()), Spread.SOMEWHERE_IN_REGION, null, null, region);
    }

    /**
     * A place by its code: a NUTS unit, a département, a commune, or a region, which stands for all of it.
     *
     * @param text such as {@code FRK2}, {@code DEP-01}, {@code REG-84}
     * @return the place, or why there is none
     */
    public static Reading<Site> read(String text) {
        Optional<Nuts> nuts = Nuts.read(text).value();
        if (nuts.isPresent()) {
            return within(nuts.get()).map(site -> Reading.of(site)).orElseGet(() -> refused(text));
        }
        Optional<TerritoryCode> code = TerritoryCode.read(text).value();
        if (code.isEmpty()) {
            return refused(text);
        }
        String known = code.get().code();
        Optional<Site> site =
                switch (code.get().level()) {
                    case REGION -> Region.find(known).map(Site::allOver);
                    case DEPARTEMENT -> Departement.find(known).map(Site::in);
                    case COMMUNE -> Departement.ofCommune(known).map(Site::in);
                    case NUTS -> Nuts.find(known).flatMap(Site::within);
                    case EPCI -> Optional.empty();
                };
        return site.map(found -> Reading.of(found)).orElseGet(() -> refused(text));
    }

    private static Reading<Site> refused(String text) {
        return Reading.refused(List.of(Finding.error(Place.NOWHERE, "COFI-SITE-BAD", text)));
    }

    private static Site in(Departement departement) {
        Message name = Message.of("COFI-SITE-ONE", departement.code(), departement.name());
        return new Site(name, Spread.ONE, null, departement, null);
    }

    private static Optional<Site> within(Nuts nuts) {
        Nuts unit = nuts.current();
        if (unit.level() == 1) {
            return Region.all().stream()
                    .filter(region -> region.nuts().stream()
                            .anyMatch(part -> part.parent().filter(unit::equals).isPresent()))
                    .findFirst()
                    .map(Site::allOver);
        }
        Optional<Nuts> second = unit.level() == 2 ? Optional.of(unit) : unit.parent();
        return second.map(found ->
                new Site(Message.of("COFI-SITE-ONE", found.code(), found.name()), Spread.ONE, found, null, null));
    }

    /** The units in which the project may be, each with its category in a period; none where nothing is known. */
    List<Unit> units(EuPeriod period) {
        Optional<EuPeriod> before = EuPeriod.containing(period.start().minusDays(1));
        if (unit != null) {
            Nuts one = unit;
            return List.of(new Unit(one.code(), one.category(period), before.flatMap(one::category), one.outermost()));
        } else if (departement != null) {
            Departement one = departement;
            return List.of(new Unit(one.code(), one.category(period), before.flatMap(one::category), one.outermost()));
        } else if (region != null) {
            Map<String, CategoryRule> now = region.categories(period);
            return region.nuts().stream()
                    .filter(one -> now.containsKey(one.code()))
                    .map(one ->
                            new Unit(one.code(), one.category(period), before.flatMap(one::category), one.outermost()))
                    .toList();
        }
        return List.of();
    }
}
