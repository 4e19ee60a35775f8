package org.subsidia.dependence;

import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderLevel;

/**
 * A body behind public money, as far as it is known.
 *
 * @param id what identifies it: a funder’s id, or what accounts call it; equal ids are one body
 * @param name its name
 * @param level on which level it stands
 */
public record Party(String id, String name, FunderLevel level) {
    /** Nobody knows who. */
    public static final Party UNKNOWN = new Party("?", "", FunderLevel.UNKNOWN);

    /** {@return its name, or words for a body that is not known} */
    public Message label() {
        return name.isEmpty() ? Message.of("DEP-PARTY-UNKNOWN") : Message.of("DEP-TEXT", name);
    }
}
