package org.subsidia.calendar;

import java.util.List;
import org.subsidia.finding.Finding;

/**
 * What a source finds.
 *
 * @param events in any order
 * @param findings one for each event that a missing fact or rule prevents; it names what is missing
 */
public record Events(List<CalendarEvent> events, List<Finding> findings) {
    /** Nothing. */
    public static final Events NONE = new Events(List.of(), List.of());

    /** Copies the lists. */
    public Events {
        events = List.copyOf(events);
        findings = List.copyOf(findings);
    }
}
