package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/**
 * Whether aid may be accepted under a de minimis regulation on a day. Aid that does not fit is refused whole; a smaller amount
 * is another question.
 *
 * @param aid gross grant equivalent in euros
 * @param headroom what may still be received on that day
 * @param answer yes, no or unknown
 * @param from the first later day on which the aid surely fits, if nothing else is granted; null: none is in sight, or the
 *     answer is yes
 * @param earliest the first later day on which the aid may fit, should the missing facts turn out well; null as above
 * @param later the headroom on the day {@code from}; null where there is none
 */
public record DeMinimisVerdict(
        Money aid,
        Headroom headroom,
        AidAnswer answer,
        @Nullable LocalDate from,
        @Nullable LocalDate earliest,
        @Nullable Headroom later) {

    /** {@return what may surely be accepted on the day, never below zero; none where the law of the day is not known} */
    public Optional<Money> possible() {
        return Amounts.of(headroom.prudent()).map(left -> left.isNegative() ? Money.zero(CurrencyUnit.EUR) : left);
    }

    /** {@return the answer in a sentence} */
    public Message conclusion() {
        Message rule = headroom.rule().words();
        Optional<Money> most = Amounts.of(headroom.most());
        Optional<Money> possible = possible();
        LocalDate day = headroom.day();
        if (answer == AidAnswer.YES) {
            return Message.of("AID-DM-YES", aid, day, rule, possible.orElseThrow());
        }
        if (answer == AidAnswer.NO) {
            return from == null
                    ? Message.of("AID-DM-NEVER", aid, day, rule, most.orElseThrow())
                    : Message.of("AID-DM-NO", aid, day, rule, most.orElseThrow());
        }
        return possible.isPresent() && most.isPresent()
                ? Message.of("AID-DM-BETWEEN", aid, day, rule, possible.get(), most.get())
                : Message.of("AID-DM-UNKNOWN", aid, day, rule);
    }

    /** {@return what would be possible on the day, in a sentence; none where the answer is yes} */
    public Optional<Message> now() {
        return answer == AidAnswer.YES
                ? Optional.empty()
                : possible()
                        .map(left -> left.isZero()
                                ? Message.of("AID-DM-NOTHING-NOW", headroom.day())
                                : Message.of("AID-DM-NOW", left, headroom.day()));
    }

    /** {@return from when the whole amount is possible, in a sentence; none where the answer is yes or no day is in sight} */
    public Optional<Message> whole() {
        return Optional.ofNullable(from).map(day -> Message.of("AID-DM-FROM", aid, day));
    }

    /** {@return the figures and rules behind the answer} */
    public Explanation explanation() {
        List<Explanation> parts = new ArrayList<>();
        parts.add(Amounts.given(Message.of("AID-ASKED"), aid));
        parts.add(headroom.prudent());
        if (headroom.amount().isEmpty()) {
            parts.add(headroom.most());
        }
        if (later != null) {
            parts.add(later.prudent());
        }
        return Explanation.of(
                Message.of("AID-DM-QUESTION", aid, headroom.day()),
                new Value.Statement(conclusion()),
                Step.CHOICE,
                parts);
    }
}
