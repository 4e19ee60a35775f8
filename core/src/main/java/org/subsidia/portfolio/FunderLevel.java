package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** On which level of public life a funder stands. */
public enum FunderLevel {
    /** The State: ministries, prefectures, DREETS. */
    STATE,
    /** An operator of the State, such as ADEME or Bpifrance. */
    STATE_OPERATOR,
    /** A Region. */
    REGION,
    /** A département. */
    DEPARTEMENT,
    /** A grouping of communes with its own taxes: métropole, communauté. */
    EPCI,
    /** A commune. */
    COMMUNE,
    /** A syndicat mixte. */
    MIXED_SYNDICATE,
    /** A chamber of commerce or of trades. */
    CHAMBER,
    /** The Union, through a managing authority: FEDER, FSE+, FTJ, FEAMPA, Interreg. */
    EU_SHARED,
    /** The Union, directly: Horizon Europe, Erasmus+, LIFE, SMP. */
    EU_DIRECT,
    /** Another public body. */
    OTHER_PUBLIC,
    /** A private body. */
    PRIVATE,
    /** Not known yet: an import could not tell. */
    UNKNOWN;

    /** {@return the level's name, as tables and legends write it} */
    public Message label() {
        return Message.of("PORT-LEVEL-" + name().replace('_', '-'));
    }
}
