package org.subsidia.eligibility;

import org.subsidia.finding.Message;

/**
 * One thing that an applicant can do.
 *
 * @param kind what is done
 * @param fact the fact that changes
 * @param value the nearest value that is enough; for a document, any that stands for having it
 */
public record Change(Kind kind, Fact fact, FactValue value) {

    /** What is done. */
    public enum Kind {
        /** A lower amount or number, or an earlier day: at most the value. */
        AT_MOST,
        /** A higher amount or number, or a later day: at least the value. */
        AT_LEAST,
        /** The request waits until the day. */
        WAIT_UNTIL,
        /** What is not known or does not exist yet is given. */
        GIVE,
        /** Another choice is made, or the one is confirmed. */
        CHOOSE
    }

    /** {@return the change as advice in words} */
    public Message words() {
        String code = "ELIG-CHANGE-" + kind.name().replace('_', '-');
        return switch (kind) {
            case GIVE -> Message.of(code, fact.label());
            case WAIT_UNTIL -> Message.of(code, shown());
            case AT_MOST, AT_LEAST, CHOOSE ->
                fact.id().equals("request.amount")
                        ? Message.of("ELIG-ASK-" + kind.name().replace('_', '-'), shown())
                        : Message.of(code, fact.label(), shown());
        };
    }

    private Message shown() {
        if (value instanceof FactValue.Amount amount) {
            return Message.of("ELIG-VALUE", amount.money());
        } else if (value instanceof FactValue.Day day) {
            return Message.of("ELIG-VALUE", day.date());
        } else if (value instanceof FactValue.Flag flag) {
            return Message.of(flag.yes() ? "ELIG-FOUND-YES" : "ELIG-FOUND-NO");
        } else if (value instanceof FactValue.Count count) {
            return Message.of("ELIG-QUANTITY", count.number(), Units.of(fact.unit()));
        } else if (value instanceof FactValue.Share share) {
            return Sentences.share(share.share());
        }
        return Message.of("ELIG-TEXT", FactText.write(value));
    }
}
