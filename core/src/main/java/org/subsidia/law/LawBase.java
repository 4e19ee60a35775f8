package org.subsidia.law;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.time.HolidayCalendar;
import org.subsidia.time.Zone;

/** All legal rules with all their versions. Immutable. */
public final class LawBase {
    private final SortedMap<String, Parameter> parameters;
    private final Map<Zone, HolidayCalendar> calendars = new EnumMap<>(Zone.class);

    private LawBase(SortedMap<String, Parameter> parameters) {
        this.parameters = Collections.unmodifiableSortedMap(parameters);
        for (Zone zone : Zone.values()) {
            calendars.put(zone, Holidays.calendar(zone, parameters.values()));
        }
    }

    /** {@return the base that comes with the library} */
    public static LawBase standard() {
        return Standard.BASE;
    }

    /**
     * Reads a user's own file. It is read whole or not at all: a law base with holes would answer wrongly without a word.
     *
     * @param file YAML, UTF-8, at most 2 MiB; the form is that of the library's own files
     * @return the rules of the file, or findings {@code LAW-…} with file and line
     */
    public static Reading<LawBase> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in);
        } catch (IOException e) {
            return Reading.refused(Finding.error(Place.file(name), "LAW-FILE-UNREADABLE", name, String.valueOf(e)));
        }
    }

    /**
     * Reads a user's own rules from a stream, as {@link #read(Path)} does.
     *
     * @param name the file's name in findings and references
     * @param in the stream, not closed here
     * @return the rules, or findings {@code LAW-…} with file and line
     */
    public static Reading<LawBase> read(String name, InputStream in) {
        return LawReader.user(name).read(in).map(LawBase::of);
    }

    static LawBase of(Collection<Parameter> all) {
        SortedMap<String, Parameter> byId = new TreeMap<>();
        all.forEach(parameter -> byId.put(parameter.id(), parameter));
        return new LawBase(byId);
    }

    /**
     * This base with another laid over it: on each day on which the other has a value, that value holds.
     *
     * @param over mostly a user's own rules
     * @return the base, or a finding {@code LAW-UNIT-CHANGED} for each rule that the other gives another unit
     */
    public Reading<LawBase> with(LawBase over) {
        List<Finding> findings = new ArrayList<>();
        SortedMap<String, Parameter> all = new TreeMap<>(parameters);
        for (Parameter parameter : over.parameters.values()) {
            Parameter known = parameters.get(parameter.id());
            if (known == null) {
                all.put(parameter.id(), parameter);
            } else if (known.unit() == parameter.unit()) {
                all.put(parameter.id(), known.overlaidWith(parameter));
            } else {
                findings.add(Finding.error(
                        parameter.versions().get(0).place(),
                        "LAW-UNIT-CHANGED",
                        parameter.id(),
                        parameter.unit().text(),
                        known.unit().text()));
            }
        }
        return findings.isEmpty() ? Reading.of(new LawBase(all)) : Reading.refused(findings);
    }

    /**
     * This base with a user's own file laid over it.
     *
     * @param file see {@link #read(Path)}
     * @return the base, or the findings of the file
     */
    public Reading<LawBase> with(Path file) {
        Reading<LawBase> user = read(file);
        return user.value().map(this::with).orElse(user).with(user.isRead() ? user.findings() : List.of());
    }

    /**
     * The law of a day.
     *
     * @param date the day
     * @return the law
     */
    public Law at(LocalDate date) {
        return new Law(this, date);
    }

    /**
     * The public holidays of a zone: the rules {@code holiday.france.…} and {@code holiday.ZONE.…}.
     *
     * @param zone the zone of the authority that must act
     * @return its calendar, for all years
     */
    public HolidayCalendar calendar(Zone zone) {
        return Optional.ofNullable(calendars.get(zone)).orElseThrow();
    }

    /** {@return the names of all rules} */
    public SortedSet<String> ids() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(parameters.keySet()));
    }

    /**
     * A rule with all its versions.
     *
     * @param id its name
     * @return the rule, if it is known
     */
    public Optional<Parameter> parameter(String id) {
        return Optional.ofNullable(parameters.get(id));
    }

    /** {@return all rules by name} */
    public List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    /**
     * Looks for rules.
     *
     * @param words the name of a rule; or else how names begin, up to a dot or a hyphen; or else words, all of which the name,
     *     description or article has, capitals and accents set aside; nothing: all rules
     * @return the rules by name
     */
    public List<Parameter> search(String words) {
        return ParameterSearch.in(parameters, words);
    }

    /**
     * All versions of a rule, the oldest first.
     *
     * @param id its name
     * @return the versions
     * @throws IllegalArgumentException if the rule is unknown
     */
    public List<RuleReference> history(String id) {
        return parameter(id)
                .orElseThrow(() -> new IllegalArgumentException("no rule \"" + id + '"'))
                .history();
    }

    /** {@return every version for which no source was read, by name and date} */
    public List<RuleReference> unverified() {
        return parameters.values().stream()
                .flatMap(parameter -> parameter.history().stream())
                .filter(reference -> reference.confidence() == Confidence.UNVERIFIED)
                .toList();
    }

    @Override
    public String toString() {
        return "law base of " + parameters.size() + " rules";
    }

    private static final class Standard {
        static final LawBase BASE = StandardFiles.read();
    }
}
