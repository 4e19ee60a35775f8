package org.subsidia.stateaid;

import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;

/** The areas of the regional aid map (TFEU, article 107(3)), which raise the intensity of some aid. */
public enum RegionalZone {
    /** “a” areas: in France, the outermost regions. */
    A,
    /** “c” areas, drawn by commune. */
    C,
    /** Outside the map. */
    NONE;

    /** {@return its name in words} */
    public Message words() {
        return Message.of("AID-ZONE-" + name());
    }

    /**
     * The area of a whole region, as far as that can be told: only “a” areas are whole regions.
     *
     * @param region the region’s code
     * @param law the law of the day
     * @return the list of “a” regions that names it, or none
     */
    static Optional<Rule<List<String>>> wholeRegion(String region, Law law) {
        return law.find(Kind.LIST, "regional-aid.zone-a.regions")
                .filter(rule -> rule.value().contains(region));
    }
}
