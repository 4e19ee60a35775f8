package org.subsidia.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import java.util.TreeSet;
import org.subsidia.portfolio.PortfolioRecord;

/** In which fields two states of a record differ. */
public final class RecordDifference {
    private RecordDifference() {}

    /**
     * The names of the fields that differ, as documents name them.
     *
     * @param before a state of a record
     * @param after another one
     * @return names such as {@code amounts}, sorted
     */
    public static SortedSet<String> fields(PortfolioRecord before, PortfolioRecord after) {
        JsonNode old = Json.MAPPER.valueToTree(before);
        JsonNode fresh = Json.MAPPER.valueToTree(after);
        SortedSet<String> names = new TreeSet<>();
        old.fieldNames().forEachRemaining(names::add);
        fresh.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> old.path(name).equals(fresh.path(name)));
        return names;
    }
}
