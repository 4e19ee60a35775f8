package org.subsidia.calendar;

import java.util.HashMap;
import java.util.Map;
import org.subsidia.portfolio.Grant;

/** Names of records for titles, and keys that tell parts of one record apart. */
final class Names {
    private static final int LONGEST = 80;

    private Names() {}

    /** What a grant is called: its purpose, else its reference, else its id. */
    static String of(Grant grant) {
        String reference = grant.reference();
        String name = grant.purpose().strip();
        name = !name.isEmpty()
                ? name
                : reference != null ? reference : grant.id().value();
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).stripTrailing() + '…';
    }

    /** Makes the same name twice in one record two keys: {@code name}, {@code name#2}. */
    static final class Keys {
        private final Map<String, Integer> seen = new HashMap<>();

        String of(String name) {
            int number = seen.merge(name, 1, Integer::sum);
            return number == 1 ? name : name + '#' + number;
        }
    }
}
