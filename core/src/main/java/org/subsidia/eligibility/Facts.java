package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known about one request on one day. Immutable; what is not in it is unknown. */
public final class Facts {
    /** The fact that is the day of the verdict itself. */
    public static final String DATE = "date";

    private final SortedMap<String, Known> known;

    /**
     * A fact that is known.
     *
     * @param value its value
     * @param source who said so: the id of a record, or a word of the caller
     */
    public record Known(FactValue value, String source) {}

    private Facts(SortedMap<String, Known> known) {
        this.known = Collections.unmodifiableSortedMap(known);
    }

    /**
     * Nothing known but the day.
     *
     * @param date the day for which a verdict is asked
     * @return the facts
     */
    public static Facts on(LocalDate date) {
        return new Facts(new TreeMap<>()).with(DATE, new FactValue.Day(date), "");
    }

    /** {@return the day for which a verdict is asked} */
    public LocalDate date() {
        return find(DATE)
                .map(known -> ((FactValue.Day) known.value()).date())
                .orElseThrow(() -> new IllegalStateException("facts have a day"));
    }

    /**
     * The same facts for another day.
     *
     * @param date the day
     * @return the facts
     */
    public Facts at(LocalDate date) {
        return with(DATE, new FactValue.Day(date), "");
    }

    /**
     * These facts and one more.
     *
     * @param id the fact
     * @param value its value; replaces what was known
     * @param source who says so
     * @return the facts
     */
    public Facts with(String id, FactValue value, String source) {
        if (id.equals(DATE) && !(value instanceof FactValue.Day)) {
            throw new IllegalArgumentException("the date is a day, not " + value);
        }
        SortedMap<String, Known> next = new TreeMap<>(known);
        next.put(id, new Known(value, source));
        return new Facts(next);
    }

    /**
     * These facts less one.
     *
     * @param id the fact that is no longer known; not the date
     * @return the facts
     */
    public Facts without(String id) {
        if (id.equals(DATE)) {
            throw new IllegalArgumentException("facts have a day");
        }
        SortedMap<String, Known> next = new TreeMap<>(known);
        next.remove(id);
        return new Facts(next);
    }

    /**
     * These facts with others laid over them.
     *
     * @param over replaces what both know, the day too
     * @return the facts
     */
    public Facts with(Facts over) {
        SortedMap<String, Known> next = new TreeMap<>(known);
        next.putAll(over.known);
        return new Facts(next);
    }

    /**
     * A fact.
     *
     * @param id its id
     * @return what is known
     */
    public Optional<Known> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** {@return all that is known, by id} */
    public SortedMap<String, Known> known() {
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts that && known.equals(that.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }

    @Override
    public String toString() {
        return known.toString();
    }
}
