package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** What a programme is. */
public enum ProgrammeKind {
    /** A whole contrat de plan État-Région. */
    CPER,
    /** A volet, axis or action of a contrat de plan. */
    CPER_VOLET,
    /** A programme of a fund of the Union, with its CCI number. */
    EU_FUND,
    /** A line of the State’s budget, such as programme 112 or 134, or an action of it. */
    STATE_LINE,
    /** A scheme of a Region. */
    REGIONAL_SCHEME,
    /** A phase of the policy of pôles de compétitivité. */
    POLE_PHASE,
    /** Anything else. */
    OTHER;

    /** {@return the kind's name, as tables write it} */
    public Message label() {
        return Message.of("PORT-PROGRAMME-" + name().replace('_', '-'));
    }
}
