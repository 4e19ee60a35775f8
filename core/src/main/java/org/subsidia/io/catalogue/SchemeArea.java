package org.subsidia.io.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;
import org.subsidia.territory.TerritoryCode;
import org.subsidia.territory.TerritoryLevel;

/**
 * Where an aid can be had: territories that are in and territories that are out. What is out has precedence: a commune in
 * a département that is excluded is out, even where its region is in.
 *
 * @param included empty: everywhere
 * @param excluded empty: nothing is excluded
 */
record SchemeArea(Set<TerritoryCode> included, Set<TerritoryCode> excluded) {
    SchemeArea {
        included = Set.copyOf(included);
        excluded = Set.copyOf(excluded);
    }

    /** Codes separated by commas or semicolons; those that cannot be read go to {@code unread}. */
    static Set<TerritoryCode> codes(String text, List<String> unread) {
        Set<TerritoryCode> codes = new HashSet<>();
        for (String part : text.split("[,;|]", -1)) {
            String code = part.strip();
            // the country is everywhere
            if (!code.isEmpty() && !code.toUpperCase(Locale.ROOT).startsWith("PAYS-")) {
                TerritoryCode.read(code).value().ifPresentOrElse(codes::add, () -> unread.add(code));
            }
        }
        return codes;
    }

    /** Whether a place is in, on a day. A part of it that is out does not put it out. */
    boolean covers(TerritoryCode place, LocalDate day) {
        List<TerritoryCode> around = around(place, day);
        if (around.stream().anyMatch(excluded::contains)) {
            return false;
        }
        return included.isEmpty() || around.stream().anyMatch(included::contains);
    }

    /** The place itself and what it is part of. */
    private static List<TerritoryCode> around(TerritoryCode place, LocalDate day) {
        List<TerritoryCode> around = new ArrayList<>();
        around.add(place);
        Optional<Departement> departement =
                switch (place.level()) {
                    case COMMUNE -> Departement.ofCommune(place.code());
                    case DEPARTEMENT -> Departement.find(place.code());
                    default -> Optional.empty();
                };
        departement.ifPresent(one -> {
            around.add(new TerritoryCode(TerritoryLevel.DEPARTEMENT, one.code()));
            one.region(day)
                    .map(Region::code)
                    .ifPresent(code -> around.add(new TerritoryCode(TerritoryLevel.REGION, code)));
        });
        return around;
    }

    @Override
    public String toString() {
        String in = included.isEmpty() ? "France" : joined(included);
        return excluded.isEmpty() ? in : in + " sauf " + joined(excluded);
    }

    private static String joined(Set<TerritoryCode> codes) {
        return codes.stream()
                .sorted()
                .map(TerritoryCode::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
