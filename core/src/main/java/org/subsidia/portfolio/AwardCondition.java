package org.subsidia.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/**
 * A condition of the convention on which the right to a grant hangs.
 *
 * @param kind what happens when it is fulfilled
 * @param text the condition in the words of the convention
 * @param fulfilled when it was fulfilled; null: it is not, as far as is known
 */
public record AwardCondition(
        Kind kind, @Nullable String text, @Nullable LocalDate fulfilled) {

    /** What a condition does. */
    public enum Kind {
        /** There is no right before it is fulfilled (condition suspensive). */
        SUSPENSIVE,
        /** The right ends when it is fulfilled (condition résolutoire). */
        RESOLUTIVE;

        /** {@return the kind in words} */
        public Message label() {
            return Message.of("PORT-CONDITION-" + name());
        }
    }

    /** Refuses what is missing. */
    public AwardCondition {
        Check.notNull(kind, "kind");
        text = Check.text(text);
    }

    /** {@return the day on which it was fulfilled, if it was} */
    public Optional<LocalDate> fulfilledOn() {
        return Optional.ofNullable(fulfilled);
    }

    /**
     * Whether it was fulfilled by a day.
     *
     * @param day any day
     * @return whether it was fulfilled on it or before
     */
    public boolean isFulfilledBy(LocalDate day) {
        return fulfilled != null && !fulfilled.isAfter(day);
    }
}
