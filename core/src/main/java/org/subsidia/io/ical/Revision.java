package org.subsidia.io.ical;

import java.time.Instant;

/**
 * An entry as a file holds it.
 *
 * @param entry what is shown
 * @param sequence how often it changed
 * @param stamp when it changed last
 */
record Revision(Entry entry, int sequence, Instant stamp) {

    static Revision first(Entry entry, Instant stamp) {
        return new Revision(entry, 0, stamp);
    }

    /** The next version; the same one where nothing changed but that alarms went off. */
    Revision next(Entry now, Instant at) {
        return now.equals(entry.from(IcalExport.today(at))) ? this : new Revision(now, sequence + 1, at);
    }
}
