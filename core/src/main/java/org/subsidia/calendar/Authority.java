package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Funder;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Nuts;
import org.subsidia.territory.Region;
import org.subsidia.territory.TerritoryCode;
import org.subsidia.time.Zone;

/**
 * The zone of public holidays in which an authority acts, and how it is known.
 *
 * @param zone the zone
 * @param why how it is known
 * @param rules the rules used
 */
record Authority(Zone zone, Message why, List<RuleReference> rules) {
    private static final String SEATS = "region.seat.departement";
    /** SIREN of the registers of communes, départements, regions, groupings and syndicats name their département. */
    private static final String PUBLIC_SIREN = "2[1-5]\\d{7}";

    static Authority unknown() {
        return new Authority(Zone.METROPOLE, Message.of("CAL-ZONE-NATIONAL"), List.of());
    }

    static Authority of(Funder funder, Law law) {
        return Stream.of(
                        territory(funder, law),
                        Optional.ofNullable(funder.nuts()).flatMap(code -> nuts(code, law)),
                        siren(Optional.ofNullable(funder.siren()).orElse(funder.siret())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() ->
                        new Authority(Zone.METROPOLE, Message.of("CAL-ZONE-NATIONAL-OF", funder.name()), List.of()));
    }

    /** The leaf of an explanation that says whose holidays move the deadline. */
    Explanation explanation() {
        return Explanation.leaf(why, new Value.Statement(zone.label())).withRules(rules);
    }

    private static Optional<Authority> territory(Funder funder, Law law) {
        String code = funder.territory();
        if (code == null) {
            return Optional.empty();
        }
        Optional<TerritoryCode> written = TerritoryCode.read(code).value();
        if (written.isPresent()) {
            TerritoryCode territory = written.get();
            return switch (territory.level()) {
                case REGION -> region(territory.code(), law);
                case DEPARTEMENT -> departement(territory.code(), code);
                case COMMUNE -> commune(territory.code());
                case EPCI -> siren(territory.code());
                case NUTS -> nuts(territory.code(), law);
            };
        }
        String upper = code.strip().toUpperCase(Locale.ROOT);
        return switch (funder.level()) {
            case REGION, STATE, STATE_OPERATOR, EU_SHARED -> region(upper, law);
            case DEPARTEMENT -> departement(upper, upper);
            case COMMUNE -> commune(upper);
            case EPCI, MIXED_SYNDICATE -> siren(upper);
            default -> Optional.empty();
        };
    }

    private static Optional<Authority> departement(String code, String shown) {
        return Zone.findByDepartement(code)
                .map(zone -> new Authority(zone, Message.of("CAL-ZONE-TERRITORY", shown), List.of()));
    }

    private static Optional<Authority> commune(String code) {
        return Departement.ofCommune(code).flatMap(d -> departement(d.code(), code));
    }

    /** All départements of a region mostly lie in one zone; where not, that of its seat counts. */
    private static Optional<Authority> region(String code, Law law) {
        Optional<Region> region = Region.find(code);
        if (region.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = law.date();
        Set<Zone> zones = region.get().departements(day).stream()
                .flatMap(d -> Zone.findByDepartement(d.code()).stream())
                .collect(Collectors.toSet());
        if (zones.size() == 1) {
            return Optional.of(
                    new Authority(zones.iterator().next(), Message.of("CAL-ZONE-TERRITORY", "REG-" + code), List.of()));
        }
        Optional<Rule<Map<String, Long>>> seats = law.find(Kind.COUNTS, SEATS);
        Long seat = seats.map(rule -> rule.value().get(code)).orElse(null);
        return seats.isEmpty() || seat == null
                ? Optional.empty()
                : Zone.findByDepartement(String.format(Locale.ROOT, "%02d", seat))
                        .map(zone -> new Authority(
                                zone,
                                Message.of("CAL-ZONE-SEAT", "REG-" + code, seat.toString()),
                                List.of(seats.get().reference())));
    }

    private static Optional<Authority> nuts(String code, Law law) {
        Optional<Nuts> nuts = Nuts.find(code.strip().toUpperCase(Locale.ROOT));
        return nuts.flatMap(Nuts::departement)
                .flatMap(d -> departement(d.code(), code))
                .or(() -> nuts.flatMap(n -> n.region(law.date())).flatMap(r -> region(r.code(), law)));
    }

    private static Optional<Authority> siren(@Nullable String text) {
        String siren = text == null ? "" : text.strip();
        siren = siren.length() == 14 ? siren.substring(0, 9) : siren;
        if (!siren.matches(PUBLIC_SIREN)) {
            return Optional.empty();
        }
        String code = siren.startsWith("97", 2) ? siren.substring(2, 5) : siren.substring(2, 4);
        String shown = siren;
        return Zone.findByDepartement(code)
                .map(zone -> new Authority(zone, Message.of("CAL-ZONE-SIREN", shown, code), List.of()));
    }
}
