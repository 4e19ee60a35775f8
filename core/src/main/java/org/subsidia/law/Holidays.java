package org.subsidia.law;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.time.HolidayCalendar;
import org.subsidia.time.HolidayRule;
import org.subsidia.time.Zone;

/** Public holidays in the law base: {@code holiday.france.NAME} for all zones, {@code holiday.ZONE.NAME} for one. */
final class Holidays {
    private static final String PREFIX = "holiday.";
    private static final String EVERYWHERE = "france";

    private Holidays() {}

    /** The zone's part of a holiday's id that is neither a zone nor the whole country. */
    static Optional<String> unknownZone(String id) {
        if (!id.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = id.substring(PREFIX.length());
        int dot = rest.indexOf('.');
        String zone = dot < 0 ? rest : rest.substring(0, dot);
        return dot >= 0 && (zone.equals(EVERYWHERE) || Zone.find(zone).isPresent())
                ? Optional.empty()
                : Optional.of(zone);
    }

    static HolidayCalendar calendar(Zone zone, Collection<Parameter> parameters) {
        List<HolidayRule> rules = parameters.stream()
                .filter(p ->
                        p.id().startsWith(PREFIX + EVERYWHERE + '.') || p.id().startsWith(PREFIX + zone.id() + '.'))
                .flatMap(Holidays::rules)
                .toList();
        return HolidayCalendar.of(zone, rules);
    }

    private static Stream<HolidayRule> rules(Parameter parameter) {
        return parameter.versions().stream()
                .map(version -> new HolidayRule(
                        Kind.YEAR_DAY.cast(version.value()),
                        version.validity().from(),
                        version.validity().to(),
                        parameter.description(),
                        parameter.reference(version)));
    }
}
