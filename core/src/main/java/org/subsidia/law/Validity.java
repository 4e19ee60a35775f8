package org.subsidia.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days on which a version holds, both ends counted; null: without end on this side. */
record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {
    static final Comparator<Validity> BY_START = Comparator.comparing(Validity::start);

    private LocalDate start() {
        return from == null ? LocalDate.MIN : from;
    }

    private LocalDate end() {
        return to == null ? LocalDate.MAX : to;
    }

    boolean isReversed() {
        return end().isBefore(start());
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(start()) && !date.isAfter(end());
    }

    boolean overlaps(Validity other) {
        return !end().isBefore(other.start()) && !other.end().isBefore(start());
    }

    /** Whether the next one, which starts later, starts on the day after this one's end. */
    boolean touches(Validity next) {
        return to != null && next.from != null && to.plusDays(1).equals(next.from);
    }

    /** What is left of this beside another. */
    List<Validity> without(Validity other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        List<Validity> rest = new ArrayList<>();
        if (other.from != null && start().isBefore(other.from)) {
            rest.add(new Validity(from, other.from.minusDays(1)));
        }
        if (other.to != null && end().isAfter(other.to)) {
            rest.add(new Validity(other.to.plusDays(1), to));
        }
        return rest;
    }

    /** {@code 2014-01-01/2023-12-31}, {@code ../2023-12-31}, {@code 2024-01-01/..}. */
    @Override
    public String toString() {
        return (from == null ? ".." : from) + "/" + (to == null ? ".." : to);
    }
}
