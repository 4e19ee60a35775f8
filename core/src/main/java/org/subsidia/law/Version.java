package org.subsidia.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Place;

/** A value of a parameter over some days. */
record Version(
        Object value,
        String valueText,
        Validity validity,
        String legalReference,
        String source,
        Confidence confidence,
        boolean afterGap,
        Place place,
        boolean fromUser,
        @Nullable String note) {

    Version during(Validity days) {
        return new Version(value, valueText, days, legalReference, source, confidence, afterGap, place, fromUser, note);
    }

    @Nullable
    Place userFile() {
        return fromUser ? place : null;
    }

    /** The user's own values carry file and line in the source, which every result shows. */
    RuleReference reference(String id, Unit unit) {
        LocalDate from = validity.from();
        LocalDate to = validity.to();
        String read = fromUser ? source + " [" + place + ']' : source;
        return new RuleReference(
                id,
                from,
                to,
                valueText,
                unit.text(),
                Wording.words(unit, value, valueText),
                legalReference,
                read,
                confidence);
    }
}
