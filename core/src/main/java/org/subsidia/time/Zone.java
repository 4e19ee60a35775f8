package org.subsidia.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.subsidia.finding.Message;

/**
 * A part of France with its own public holidays, as the official lists cut it. What counts is the zone of the authority that
 * must act, not that of the structure that waits.
 */
public enum Zone {
    /** Metropolitan France but for Alsace and Moselle. */
    METROPOLE,
    /** Bas-Rhin, Haut-Rhin and Moselle (local law). */
    ALSACE_MOSELLE,
    /** Guadeloupe. */
    GUADELOUPE,
    /** Guyane. */
    GUYANE,
    /** Martinique. */
    MARTINIQUE,
    /** Mayotte. */
    MAYOTTE,
    /** Nouvelle-Calédonie. */
    NOUVELLE_CALEDONIE,
    /** La Réunion. */
    LA_REUNION,
    /** Polynésie française. */
    POLYNESIE_FRANCAISE,
    /** Saint-Barthélemy. */
    SAINT_BARTHELEMY,
    /** Saint-Martin. */
    SAINT_MARTIN,
    /** Wallis-et-Futuna. */
    WALLIS_ET_FUTUNA,
    /** Saint-Pierre-et-Miquelon. */
    SAINT_PIERRE_ET_MIQUELON;

    private static final Map<String, Zone> BY_DEPARTEMENT = load();

    /** {@return the name in files and in the law base, such as {@code alsace-moselle}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The zone with an id.
     *
     * @param id see {@link #id()}
     * @return the zone
     * @throws IllegalArgumentException if there is none
     */
    public static Zone of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no zone of public holidays \"" + id + '"'));
    }

    /**
     * The zone with an id, if there is one.
     *
     * @param id see {@link #id()}
     * @return the zone
     */
    public static Optional<Zone> find(String id) {
        for (Zone zone : values()) {
            if (zone.id().equals(id)) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    /**
     * The zone of a département or overseas collectivity.
     *
     * @param code the official code: {@code 57}, {@code 2A}, {@code 974}, {@code 6AE} (collectivité européenne d’Alsace)
     * @return the zone
     * @throws IllegalArgumentException if no département has this code
     */
    public static Zone ofDepartement(String code) {
        return findByDepartement(code)
                .orElseThrow(() -> new IllegalArgumentException("no département has the code \"" + code + '"'));
    }

    /**
     * The zone of a département or overseas collectivity, if the code is one.
     *
     * @param code see {@link #ofDepartement}
     * @return the zone
     */
    public static Optional<Zone> findByDepartement(String code) {
        return Optional.ofNullable(BY_DEPARTEMENT.get(code));
    }

    /** {@return the name for people} */
    public Message label() {
        return Message.of("TIME-ZONE-" + name().replace("_", ""));
    }

    /** One line a zone: its id and the codes of its départements. */
    private static Map<String, Zone> load() {
        Pattern blank = Pattern.compile(" ");
        Properties lines = new Properties();
        try (InputStream in = Objects.requireNonNull(Zone.class.getResourceAsStream("zones.properties"))) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.stringPropertyNames().stream()
                .flatMap(id -> blank.splitAsStream(lines.getProperty(id)).map(code -> Map.entry(code, of(id))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
