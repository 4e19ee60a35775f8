package org.subsidia.report;

import java.util.List;
import org.subsidia.finding.Message;

/** Enumerations in one sentence. */
final class Lists {
    private Lists() {}

    /** The parts with semicolons between them and a full stop behind; halved again and again, so that nesting stays low. */
    static Message joined(List<Message> parts) {
        return Message.of("REPORT-LIST-END", join(parts));
    }

    private static Message join(List<Message> parts) {
        int half = parts.size() / 2;
        return switch (parts.size()) {
            case 0 -> Words.verbatim("");
            case 1 -> parts.get(0);
            default ->
                Message.of("REPORT-LIST-PAIR", join(parts.subList(0, half)), join(parts.subList(half, parts.size())));
        };
    }
}
