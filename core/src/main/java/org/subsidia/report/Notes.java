package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The reasons why cells of one table are unknown: too long for a cell, so they stand below, numbered. */
final class Notes {
    private final List<String> reasons = new ArrayList<>();
    private final Locale locale;

    Notes(Locale locale) {
        this.locale = locale;
    }

    /** The number of this reason; the same reason has the same number. */
    int number(Cell.Unknown unknown) {
        String reason = unknown.reason().in(locale);
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return reasons.indexOf(reason) + 1;
    }

    List<String> reasons() {
        return List.copyOf(reasons);
    }
}
