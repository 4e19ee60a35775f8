package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** What a funded structure is. */
public enum StructureKind {
    /** A business cluster without a national label of its own. */
    CLUSTER,
    /** A pôle de compétitivité: labelled by the State, in phases since 2005. */
    POLE_COMPETITIVITE,
    /** A grappe d’entreprises, labelled in 2010 and 2011. */
    GRAPPE,
    /** A pôle territorial de coopération économique (law 2014-856, article 9). */
    PTCE,
    /** An association of the law of 1901. */
    ASSOCIATION,
    /** A société coopérative d’intérêt collectif. */
    SCIC,
    /** Anything else, or not known. */
    OTHER;

    /** {@return the kind's name, as tables and legends write it} */
    public Message label() {
        return Message.of("PORT-STRUCTURE-KIND-" + name().replace('_', '-'));
    }
}
