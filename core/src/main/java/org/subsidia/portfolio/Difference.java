package org.subsidia.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be edited to come from one portfolio to another. */
final class Difference {
    private Difference() {}

    /** Removals first, then records that are new or changed, each by kind and id. */
    static Edit between(Portfolio before, Portfolio after) {
        List<Edit> edits = new ArrayList<>();
        before.stream()
                .map(PortfolioRecord::id)
                .filter(id -> !after.contains(id))
                .forEach(id -> edits.add(Edit.remove(id)));
        after.stream()
                .filter(record -> !before.find(record.id()).equals(Optional.of(record)))
                .forEach(record -> edits.add(Edit.put(record)));
        return Edit.batch("", edits);
    }
}
