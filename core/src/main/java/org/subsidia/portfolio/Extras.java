package org.subsidia.portfolio;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fields of a stored record that this version of the library does not know, kept so that a save writes them again.
 *
 * <p>The keys say where in the record a field stands and the values are JSON; only the store reads or makes them.
 *
 * @param fields place in the record → JSON text
 */
public record Extras(SortedMap<String, String> fields) {
    /** Nothing unknown. */
    public static final Extras NONE = new Extras(new TreeMap<>());

    /** Copies the fields. */
    public Extras {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** {@return whether nothing is unknown} */
    public boolean none() {
        return fields.isEmpty();
    }
}
