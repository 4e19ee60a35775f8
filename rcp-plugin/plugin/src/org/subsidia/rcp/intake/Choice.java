package org.subsidia.rcp.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.subsidia.finding.Finding;

/** The rows that a user takes of a file. Knows no window. */
final class Choice {
    /** Which rows are shown. */
    enum Filter {
        ALL(row -> true),
        TAKEABLE(Row::takeable),
        REMARKS(Row::hasRemarks),
        REFUSED(row -> row.outcome() == Outcome.REFUSED);

        private final Predicate<Row> shows;

        Filter(Predicate<Row> shows) {
            this.shows = shows;
        }
    }

    private final Review review;
    private final Set<Object> keys = new LinkedHashSet<>();

    Choice(Review review) {
        this.review = review;
        review.rows().stream().filter(Row::atFirst).forEach(row -> keys.add(row.key()));
    }

    /** The same choice among the rows of the file read again; rows that were not there are chosen or not as at first. */
    Choice after(Review next) {
        Choice again = new Choice(next);
        Set<Object> before = new HashSet<>();
        review.rows().stream().filter(Row::takeable).forEach(row -> before.add(row.key()));
        next.rows().stream()
                .filter(row -> before.contains(row.key()))
                .forEach(row -> again.choose(row, keys.contains(row.key())));
        return again;
    }

    Review review() {
        return review;
    }

    List<Row> rows(Filter filter) {
        return review.rows().stream().filter(filter.shows).toList();
    }

    boolean isChosen(Row row) {
        return row.takeable() && keys.contains(row.key());
    }

    void choose(Row row, boolean take) {
        if (row.takeable() && take) {
            keys.add(row.key());
        } else if (row.takeable()) {
            keys.remove(row.key());
        }
    }

    void chooseAll(List<Row> rows, boolean take) {
        rows.forEach(row -> choose(row, take));
    }

    int count() {
        return keys.size();
    }

    List<Object> keys() {
        return List.copyOf(keys);
    }

    /** Everything that was found, for the view of problems. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(review.findings());
        review.rows().forEach(row -> all.addAll(row.findings()));
        return all;
    }
}
