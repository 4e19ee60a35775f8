package org.subsidia.io.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subsidia.portfolio.RecordId;

/** What the cells of one row say, read; fields without a value are absent. */
final class RowValues {
    private final long line;
    private final String hash;
    private final Set<String> mapped;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, RecordId> groups = new HashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();

    /** The mapped fields are those that rows of the table can give, though this one may not. */
    RowValues(long line, String hash, Set<String> mapped) {
        this.line = line;
        this.hash = hash;
        this.mapped = mapped;
    }

    long line() {
        return line;
    }

    /** The SHA-256 of the row as it stands in the file. */
    String hash() {
        return hash;
    }

    boolean isMapped(String field) {
        return mapped.contains(field);
    }

    void put(String field, Object value) {
        values.put(field, value);
    }

    void put(String group, RecordId id) {
        groups.put(group, id);
    }

    /** A cell of the field says something that cannot be read. */
    void unread(String field) {
        unread.add(field);
    }

    Set<String> unread() {
        return unread;
    }

    Map<String, Object> values() {
        return values;
    }

    Optional<Object> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    <T> Optional<T> value(String field, Class<T> type) {
        return value(field).map(type::cast);
    }

    Optional<String> text(String field) {
        return value(field, String.class);
    }

    Optional<RecordId> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    <T extends RecordId> Optional<T> group(String name, Class<T> type) {
        return group(name).map(type::cast);
    }

    /** Whether a field or a group has a value. */
    boolean has(String name) {
        return values.containsKey(name) || groups.containsKey(name);
    }

    /** Whether another row says the same in every field. */
    boolean repeats(RowValues other) {
        return values.equals(other.values) && groups.equals(other.groups);
    }
}
