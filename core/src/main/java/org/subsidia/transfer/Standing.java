package org.subsidia.transfer;

import org.subsidia.finding.Message;

/** Whether a part of a scenario is known to have happened or supposed. */
public enum Standing {
    /** It is read in a source. */
    FACT,
    /** It is supposed, to see what would follow. */
    ASSUMPTION;

    /** {@return its name, as tables write it} */
    public Message label() {
        return Message.of("XFER-STANDING-" + name());
    }
}
