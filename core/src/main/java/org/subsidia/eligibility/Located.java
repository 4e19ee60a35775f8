package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Nuts;
import org.subsidia.territory.Region;
import org.subsidia.territory.TerritoryCode;
import org.subsidia.territory.TerritoryLevel;

/** A place with all the territories around it on a day, itself included. */
final class Located {
    private final TerritoryCode place;
    private final Set<TerritoryCode> around;

    private Located(TerritoryCode place, Set<TerritoryCode> around) {
        this.place = place;
        this.around = around;
    }

    static Located of(TerritoryCode place, LocalDate day) {
        Set<TerritoryCode> around = new LinkedHashSet<>();
        around.add(place);
        departement(place).ifPresent(departement -> {
            around.add(departement.territory());
            departement.nuts().ifPresent(nuts -> addChain(around, nuts));
            departement.region(day).ifPresent(region -> around.add(region.territory()));
        });
        if (place.level() == TerritoryLevel.REGION) {
            Region.find(place.code())
                    .flatMap(region -> region.successor(day))
                    .ifPresent(region -> around.add(region.territory()));
        }
        if (place.level() == TerritoryLevel.NUTS) {
            Nuts.find(place.code()).ifPresent(nuts -> {
                addChain(around, nuts);
                addChain(around, nuts.current());
                nuts.region(day).ifPresent(region -> around.add(region.territory()));
            });
        }
        return new Located(place, Set.copyOf(around));
    }

    private static Optional<Departement> departement(TerritoryCode place) {
        return switch (place.level()) {
            case DEPARTEMENT -> Departement.find(place.code());
            case COMMUNE -> Departement.ofCommune(place.code());
            case NUTS -> Nuts.find(place.code()).flatMap(Nuts::departement);
            case REGION, EPCI -> Optional.empty();
        };
    }

    private static void addChain(Set<TerritoryCode> around, Nuts nuts) {
        around.add(nuts.territory());
        nuts.parent().ifPresent(parent -> addChain(around, parent));
    }

    TerritoryCode place() {
        return place;
    }

    /** Whether the place lies in the territory. */
    boolean isIn(TerritoryCode territory) {
        return around.contains(territory);
    }

    /** All territories around the place. */
    Set<TerritoryCode> around() {
        return around;
    }
}
