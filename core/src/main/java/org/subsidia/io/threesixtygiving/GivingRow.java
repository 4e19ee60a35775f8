package org.subsidia.io.threesixtygiving;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.subsidia.finding.Place;

/** A grant as the file says, whether it stands in JSON or in a table. */
record GivingRow(long line, Map<GivingColumn, String> values, boolean person, Function<GivingColumn, Place> places) {

    Optional<String> find(GivingColumn column) {
        return Optional.ofNullable(values.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    Place place(GivingColumn column) {
        return places.apply(column);
    }
}
