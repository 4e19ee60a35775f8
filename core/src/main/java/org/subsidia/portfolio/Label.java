package org.subsidia.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A label that a structure holds for a time, such as pôle de compétitivité in phase V.
 *
 * @param kind what label it is
 * @param phase the phase or level, such as {@code V}; null where the label has none
 * @param start the first day
 * @param end the last day, as first decided
 * @param extendableTo the last day if the condition of the extension is met; null: not extendable
 * @param conditionMet whether that condition is met; null: not known yet
 */
public record Label(
        LabelKind kind,
        @Nullable String phase,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate extendableTo,
        @Nullable Boolean conditionMet) {

    /** Refuses what is missing. */
    public Label {
        Check.notNull(kind, "kind");
        phase = Check.text(phase);
    }

    /**
     * Whether the label is held on a day, as far as is decided: an extension counts once its condition is met.
     *
     * @param day any day
     * @return whether it is held
     */
    public boolean heldOn(LocalDate day) {
        return new DateWindow(start, decidedEnd()).contains(day);
    }

    /** {@return the last day as decided today: the extension once its condition is met, else the first end} */
    public @Nullable LocalDate decidedEnd() {
        return Boolean.TRUE.equals(conditionMet) && extendableTo != null ? extendableTo : end;
    }
}
