package org.subsidia.rcp.preference;

import java.time.ZoneId;
import java.util.List;
import org.subsidia.rcp.Texts;

/** The time zones of France. */
enum Zones {
    PARIS("Europe/Paris"),
    SAINT_PIERRE("America/Miquelon"),
    ANTILLES("America/Martinique"),
    GUYANE("America/Cayenne"),
    REUNION("Indian/Reunion"),
    MAYOTTE("Indian/Mayotte"),
    NOUMEA("Pacific/Noumea"),
    TAHITI("Pacific/Tahiti"),
    WALLIS("Pacific/Wallis");

    private final ZoneId zone;

    Zones(String id) {
        this.zone = ZoneId.of(id);
    }

    ZoneId zone() {
        return zone;
    }

    String label() {
        return List.of(Texts.zoneNames.split(" \\| ")).get(ordinal());
    }

    /** The one of an id; Paris where it is another. */
    static Zones of(String id) {
        for (Zones one : values()) {
            if (one.zone.getId().equals(id)) {
                return one;
            }
        }
        return PARIS;
    }
}
