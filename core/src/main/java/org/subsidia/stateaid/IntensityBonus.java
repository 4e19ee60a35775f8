package org.subsidia.stateaid;

import org.subsidia.finding.Message;

/** Facts of a project that raise an intensity, or open it to large undertakings. */
public enum IntensityBonus {
    /** Effective collaboration or wide dissemination of the results (article 25). */
    COLLABORATION,
    /** Trained workers are disabled or disadvantaged (article 31). */
    DISABLED_WORKERS,
    /** A large undertaking works with SMEs that bear the share of the costs that article 29 asks for. */
    SMES_BEAR_COSTS;

    /** {@return its name in words} */
    public Message words() {
        return Message.of("AID-BONUS-" + name().replace('_', '-'));
    }
}
