package org.subsidia.io.datasubvention;

import java.util.Map;
import java.util.Optional;
import org.subsidia.identity.Spelling;

/** What became of a request. */
enum Status {
    PENDING,
    INELIGIBLE,
    REFUSED,
    AWARDED;

    private static final Map<String, Status> WORDS = Map.ofEntries(
            Map.entry("", PENDING),
            Map.entry("instruction", PENDING),
            Map.entry("depose", PENDING),
            Map.entry("ineligible", INELIGIBLE),
            Map.entry("refus", REFUSED),
            Map.entry("refuse", REFUSED),
            Map.entry("accord", AWARDED),
            Map.entry("accorde", AWARDED));

    static Optional<Status> of(String label) {
        String key = Spelling.key(label);
        String singular = key.endsWith("ee") ? key.substring(0, key.length() - 1) : key;
        return Optional.ofNullable(WORDS.get(singular));
    }
}
