package org.subsidia.io.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/**
 * What the cells of one row say.
 *
 * @param place its line
 * @param values by the field's id, of the Java type that the field's type names; absent: the cell is empty or cannot be read
 * @param unread the ids of the fields whose cells cannot be read
 * @param findings why not, each with its line and column
 */
public record MappedRow(Place place, Map<String, Object> values, Set<String> unread, List<Finding> findings) {

    /** Copies what it is given. */
    public MappedRow {
        values = Map.copyOf(values);
        unread = Set.copyOf(unread);
        findings = List.copyOf(findings);
    }

    /**
     * The value of a field.
     *
     * @param field its id
     * @param type what it holds
     * @param <T> the type
     * @return the value, if the row has one
     */
    public <T> Optional<T> value(String field, Class<T> type) {
        return Optional.ofNullable(values.get(field)).map(type::cast);
    }
}
