package org.subsidia.territory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** The tables of regions, départements and NUTS units, read once. */
final class Atlas {
    private final List<Region> regions = new ArrayList<>();
    private final List<Departement> departements = new ArrayList<>();
    private final Map<String, Nuts> nuts = new TreeMap<>();
    private final Map<String, Region> lastRegions = new HashMap<>();
    private final Map<String, Departement> departementsByCode = new HashMap<>();
    private final List<Nuts> nutsByCode;
    private final Map<String, Lookup.Named<Region>> regionNames = new HashMap<>();
    private final Map<String, Lookup.Named<Departement>> departementNames = new HashMap<>();

    private static final class Holder {
        static final Atlas ATLAS = new Atlas();
    }

    static Atlas get() {
        return Holder.ATLAS;
    }

    private Atlas() {
        rows("regions.csv").forEach(this::addRegion);
        addNuts("FRY", "Régions ultrapériphériques françaises", null, null, "");
        rows("departements.csv").forEach(this::addDepartement);
        nutsByCode = List.copyOf(nuts.values());
    }

    List<Region> regions() {
        return Collections.unmodifiableList(regions);
    }

    List<Departement> departements() {
        return Collections.unmodifiableList(departements);
    }

    List<Nuts> nuts() {
        return nutsByCode;
    }

    /** The region of a code, as it was last called. */
    Optional<Region> region(String code) {
        return Optional.ofNullable(lastRegions.get(code));
    }

    Optional<Departement> departement(String code) {
        return Optional.ofNullable(departementsByCode.get(code));
    }

    Optional<Nuts> nuts(String code) {
        return Optional.ofNullable(nuts.get(code));
    }

    Optional<Lookup.Named<Region>> regionNamed(String name) {
        return Optional.ofNullable(regionNames.get(Names.key(name)));
    }

    Optional<Lookup.Named<Departement>> departementNamed(String name) {
        return Optional.ofNullable(departementNames.get(Names.key(name)));
    }

    private void addRegion(CSVRecord row) {
        Region region = new Region(
                row.get("code"), row.get("name"), validity(row), row.get("successor"), date(row.get("single_from")));
        regions.add(region);
        lastRegions.put(region.code(), region); // of the two rows of code 24 the later one
        names(row, region, regionNames);
        addNuts(row.get("nuts1"), region.name(), region, null, "");
        addNuts(row.get("nuts2"), region.name(), region, null, row.get("former_nuts2"));
    }

    private void addDepartement(CSVRecord row) {
        // of the two rows of code 24 the earlier one: the later is its successor
        Region region = regions.stream()
                .filter(r -> r.code().equals(row.get("region")))
                .findFirst()
                .orElse(null);
        Departement departement = new Departement(
                row.get("code"), row.get("name"), validity(row), words(row.get("successors"), " "), region);
        departements.add(departement);
        departementsByCode.put(departement.code(), departement);
        names(row, departement, departementNames);
        addNuts(row.get("nuts3"), departement.name(), null, departement, row.get("former_nuts3"));
    }

    private void addNuts(
            String code, String name, @Nullable Region region, @Nullable Departement departement, String former) {
        if (!code.isEmpty()) {
            Nuts unit = new Nuts(code, name, region, departement, null);
            nuts.put(code, unit);
            words(former, " ").forEach(old -> nuts.put(old, new Nuts(old, name, region, departement, unit)));
        }
    }

    private static <T> void names(CSVRecord row, T territory, Map<String, Lookup.Named<T>> names) {
        put(names, row.get("name"), new Lookup.Named<>(territory, true));
        words(row.get("other_names"), "|").forEach(other -> put(names, other, new Lookup.Named<>(territory, false)));
    }

    private static <T> void put(Map<String, Lookup.Named<T>> names, String name, Lookup.Named<T> named) {
        if (names.put(Names.key(name), named) != null) {
            throw new IllegalStateException("two territories are called " + name);
        }
    }

    private static LocalDateRange validity(CSVRecord row) {
        LocalDate from = Objects.requireNonNullElse(date(row.get("from")), LocalDate.MIN);
        LocalDate to = date(row.get("to"));
        return to == null ? LocalDateRange.ofUnboundedEnd(from) : LocalDateRange.ofClosed(from, to);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<String> words(String text, String separator) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf(separator, from);
            int end = to < 0 ? text.length() : to;
            words.add(text.substring(from, end));
            from = end + 1;
        }
        return words;
    }

    private static List<CSVRecord> rows(String resource) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (InputStream in = Atlas.class.getResourceAsStream(resource)) {
            Objects.requireNonNull(in, resource);
            return format.parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
