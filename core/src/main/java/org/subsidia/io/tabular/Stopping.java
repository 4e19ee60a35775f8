package org.subsidia.io.tabular;

import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/** Reading ends where its thread is interrupted: whoever has cancelled waits for nothing. */
final class Stopping {
    private Stopping() {}

    static void check(Place place) throws UnreadableException {
        if (Thread.currentThread().isInterrupted()) {
            throw new UnreadableException(Finding.error(place, "TAB-STOPPED"));
        }
    }
}
