package org.subsidia.report;

import org.subsidia.finding.Message;

/** Names from the data where a {@link Message} is asked for. */
public final class Words {
    private Words() {}

    /**
     * Text that is the same in every language.
     *
     * @param text such as the name of a funder
     * @return the text as a message
     */
    public static Message verbatim(String text) {
        return Message.of("REPORT-VERBATIM", text);
    }
}
