package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** The stages through which an amount passes, in their order; it may fall at each. */
public enum AmountStage {
    /** Asked for. */
    REQUESTED,
    /** Decided by the funder: the share of this structure where a grant has several beneficiaries. */
    AWARDED,
    /** Committed by the funder in its books (autorisation d’engagement). */
    COMMITTED,
    /** Written in the convention. */
    CONVENTION,
    /** Claimed from the funder. */
    CLAIMED,
    /** Certified by the funder (service fait). */
    CERTIFIED,
    /** Paid according to the funder; receipts tell what came in. */
    PAID,
    /** Definitively acquired. */
    ACQUIRED,
    /** Taken off the award by the funder. */
    REDUCED,
    /** Decommitted in the funder’s books. */
    DECOMMITTED,
    /** Paid back to the funder. */
    RECOVERED;

    /** {@return the stage's name, as tables and legends write it} */
    public Message label() {
        return Message.of("PORT-STAGE-" + name().replace('_', '-'));
    }
}
