package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;

/**
 * A payment as one run of a simulation drew it.
 *
 * @param grant of which grant
 * @param label the grant and what is paid
 * @param funder who pays; null: not known
 * @param money how much, if the grant is awarded
 * @param expected the middle of the days on which it may come
 * @param day the day that was drawn
 * @param awarded whether the grant is awarded in this run
 * @param followed whether its delay is that of its funder in this run, not its own
 * @param lag the delay that was drawn from
 * @param why how its days come about, the delay with its source among them
 */
public record DrawnPayment(
        GrantId grant,
        Message label,
        @Nullable FunderId funder,
        Money money,
        LocalDate expected,
        LocalDate day,
        boolean awarded,
        boolean followed,
        Lag lag,
        Explanation why) {

    /** {@return who pays, if that is known} */
    public Optional<FunderId> payer() {
        return Optional.ofNullable(funder);
    }

    /** {@return whether it has come by the end of a day, in this run} */
    public boolean hasCome(LocalDate by) {
        return awarded && !day.isAfter(by);
    }

    /** The day with what it was drawn from. */
    Explanation drawn() {
        Message how = Message.of(followed ? "CASH-SIM-WITH-FUNDER" : "CASH-SIM-ALONE");
        return Explanation.of(how, new Value.Day(day), Step.CHOICE, List.of(why));
    }
}
