package org.subsidia.transfer;

import org.subsidia.finding.Message;

/** The class in which the State put a pôle: the cut of 2015 ran from −10 % for the first to −50 % for the last. */
public enum PoleClass {
    /** World-class pôle ("pôle mondial"). */
    WORLD,
    /** Pôle of national reach ("pôle national"). */
    NATIONAL,
    /** Pôle of regional reach ("pôle régional"). */
    REGIONAL;

    /** {@return its name, as tables write it} */
    public Message label() {
        return Message.of("XFER-CLASS-" + name());
    }
}
