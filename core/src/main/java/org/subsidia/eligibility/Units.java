package org.subsidia.eligibility;

import java.util.Locale;
import java.util.Set;
import org.subsidia.finding.Message;

/** Units of counts in words; a unit that only one rule set uses is written as it stands there. */
final class Units {
    private static final Set<String> KNOWN =
            Set.of("persons", "days", "months", "years", "partners", "countries", "members", "level");

    private Units() {}

    static Message of(String unit) {
        return KNOWN.contains(unit)
                ? Message.of("ELIG-UNIT-" + unit.toUpperCase(Locale.ROOT))
                : Message.of("ELIG-TEXT", unit);
    }
}
