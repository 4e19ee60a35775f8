package org.subsidia.transfer;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderLevel;

/**
 * A part of the public money of a structure that nobody has promised to give again (subvention ponctuelle ou non reconduite).
 *
 * @param level whose money
 * @param year for which it was given
 * @param amount how much, in euros; a part of what the structure received of the level in the year
 * @param why why it counts as such
 * @param record the grant; null: the population does not name it
 */
public record OneOff(
        FunderLevel level,
        int year,
        Money amount,
        Why why,
        @Nullable String record) {

    /** Why money counts as one-off. */
    public enum Why {
        /** It pays for an investment. */
        INVESTMENT,
        /** It pays for a project, which has an end. */
        PROJECT,
        /** The same funder gave nothing under the same programme in the year before. */
        ONCE,
        /** It was given year after year, and is no longer. */
        STOPPED,
        /** The table of the population says so. */
        STATED;

        /** {@return the reason in words} */
        public Message label() {
            return Message.of("XFER-ONE-OFF-" + name());
        }
    }
}
