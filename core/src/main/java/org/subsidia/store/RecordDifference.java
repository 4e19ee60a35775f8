package org.subsidia.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    public static List<String> fields(PortfolioRecord before, PortfolioRecord after) {
        JsonNode old = Json.MAPPER.valueToTree(before);
        JsonNode fresh = Json.MAPPER.valueToTree(after);
        return Stream.concat(names(old), names(fresh))
                .distinct()
                .filter(name -> !old.path(name).equals(fresh.path(name)))
                .sorted()
                .toList();
    }

    private static Stream<String> names(JsonNode record) {
        return record.properties().stream().map(Map.Entry::getKey);
    }
}
