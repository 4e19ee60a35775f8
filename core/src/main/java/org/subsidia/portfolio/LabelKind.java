package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** A label that a structure holds for a time. */
public enum LabelKind {
    /** Pôle de compétitivité; its phases are written I, II, III, IV, V. */
    POLE,
    /** Grappe d’entreprises. */
    GRAPPE,
    /** Pôle territorial de coopération économique. */
    PTCE,
    /** A label that a Region gives. */
    REGIONAL,
    /** A European label, such as a cluster excellence level. */
    EUROPEAN,
    /** Any other label. */
    OTHER;

    /** {@return the kind’s name, as tables write it} */
    public Message label() {
        return Message.of("PORT-LABEL-" + name());
    }
}
