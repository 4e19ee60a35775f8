package org.subsidia.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;

/** A legal rule with all its versions. */
public final class Parameter {
    private final String id;
    private final Message description;
    private final Unit unit;
    private final List<Version> versions;
    private final IdentityHashMap<Version, RuleReference> references = new IdentityHashMap<>();

    Parameter(String id, Message description, Unit unit, List<Version> versions) {
        this.id = id;
        this.description = description;
        this.unit = unit;
        this.versions = versions.stream()
                .sorted(Comparator.comparing(Version::validity, Validity.BY_START))
                .toList();
        this.versions.forEach(version -> references.put(version, version.reference(id, unit)));
    }

    /** {@return the dotted name, such as {@code subsidy.convention.threshold}} */
    public String id() {
        return id;
    }

    /** {@return what it is, in French and English} */
    public Message description() {
        return description;
    }

    /** {@return how its value is written} */
    public Unit unit() {
        return unit;
    }

    /** {@return all versions, the oldest first} */
    public List<RuleReference> history() {
        return versions.stream().map(this::reference).toList();
    }

    /**
     * The version of a day.
     *
     * @param date the day
     * @return the version, if there is one on this day
     */
    public Optional<RuleReference> at(LocalDate date) {
        return on(date).map(this::reference);
    }

    /**
     * What the law base remarks on a version: strictly above, at most, not read …
     *
     * @param version one of the {@link #history}
     * @return the remark in English, if there is one
     */
    public Optional<String> note(RuleReference version) {
        return versions.stream()
                .filter(v -> reference(v).equals(version))
                .findFirst()
                .map(Version::note);
    }

    RuleReference reference(Version version) {
        return Objects.requireNonNull(references.get(version));
    }

    List<Version> versions() {
        return versions;
    }

    Optional<Version> on(LocalDate date) {
        return versions.stream().filter(v -> v.validity().contains(date)).findFirst();
    }

    String windows() {
        return versions.stream().map(v -> v.validity().toString()).collect(Collectors.joining(", "));
    }

    /** Where the other parameter has a version, it holds; elsewhere this one does. */
    Parameter overlaidWith(Parameter other) {
        List<Version> all = new ArrayList<>(other.versions);
        for (Version version : versions) {
            List<Validity> rest = List.of(version.validity());
            for (Version over : other.versions) {
                rest = rest.stream()
                        .flatMap(days -> days.without(over.validity()).stream())
                        .toList();
            }
            rest.forEach(days -> all.add(version.during(days)));
        }
        return new Parameter(id, description, unit, all);
    }

    @Override
    public String toString() {
        return id + " (" + unit.text() + ") " + windows();
    }
}
