package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;

/** Every day of the official lists of public holidays, zone by zone, in both directions. */
class OfficialHolidaysTest {
    private static final Map<String, Zone> NAMES = names();

    private static Map<String, Zone> names() {
        Map<String, Zone> names = new TreeMap<>();
        for (Zone zone : Zone.values()) {
            names.put(zone.label().in(Locale.FRENCH), zone);
        }
        // two spellings of the official list
        names.put("Saint-Barthélémy", Zone.SAINT_BARTHELEMY);
        names.put("Polynésie Française", Zone.POLYNESIE_FRANCAISE);
        return names;
    }

    private static Path folder() {
        String data = System.getenv("SUBSIDIA_REAL_DATA");
        Assumptions.assumeThat(data)
                .as("SUBSIDIA_REAL_DATA names the folder with the official lists")
                .isNotNull();
        return Path.of(String.valueOf(data), "reference", "jours-feries");
    }

    private static Zone zone(String name) {
        Zone zone = NAMES.get(name);
        assertThat(zone).as(name).isNotNull();
        return zone;
    }

    @Test
    void holidays_allZonesList_sameOnEveryDay() throws IOException {
        Map<Zone, SortedMap<LocalDate, String>> official = new EnumMap<>(Zone.class);
        for (String line : lines(folder().resolve("jours_feries.csv"))) {
            List<String> cells = Arrays.asList(line.split(",", -1));
            for (String zone : cells.get(2).split("\\|", -1)) {
                official.computeIfAbsent(zone(zone), z -> new TreeMap<>())
                        .merge(LocalDate.parse(cells.get(0)), cells.get(1), (a, b) -> a + '+' + b);
            }
        }
        assertThat(official.keySet()).containsExactlyInAnyOrder(Zone.values());
        official.forEach(OfficialHolidaysTest::compare);
    }

    @Test
    void holidays_listsOfOneZone_sameOnEveryDay() throws IOException {
        List<Path> files;
        try (var all = Files.list(folder())) {
            files = all.filter(f -> f.getFileName().toString().startsWith("jours_feries_"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSize(7);
        for (Path file : files) {
            SortedMap<LocalDate, String> official = new TreeMap<>();
            String zone = "";
            for (String line : lines(file)) {
                List<String> cells = Arrays.asList(line.split(",", -1));
                official.merge(LocalDate.parse(cells.get(0)), cells.get(3), (a, b) -> a + '+' + b);
                zone = cells.get(2);
            }
            compare(zone(zone), official);
        }
    }

    private static void compare(Zone zone, SortedMap<LocalDate, String> official) {
        HolidayCalendar calendar = LawBase.standard().calendar(zone);
        LocalDate first = official.firstKey().withDayOfYear(1);
        LocalDate last = LocalDate.of(official.lastKey().getYear(), 12, 31);
        assertThat(first.getYear()).isLessThanOrEqualTo(2006);
        assertThat(last.getYear()).isGreaterThanOrEqualTo(2031);
        List<String> differences = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            String theirs = official.getOrDefault(day, "").replace('\'', '’');
            List<String> names = calendar.holidaysOn(day).stream()
                    .map(h -> h.name().in(Locale.FRENCH))
                    .toList();
            boolean same =
                    theirs.isEmpty() ? names.isEmpty() : names.containsAll(Arrays.asList(theirs.split("\\+", -1)));
            if (!same || calendar.isHoliday(day) == theirs.isEmpty()) {
                differences.add(zone.id() + ' ' + day + " official: " + theirs + ", ours: " + names);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
