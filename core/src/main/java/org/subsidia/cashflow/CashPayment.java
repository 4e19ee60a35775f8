package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;

/**
 * A payment of a grant with all the days on which it may come.
 *
 * @param grant of which grant
 * @param number tells the payments of one grant apart
 * @param label the grant and what is paid
 * @param payer who pays; null: not known
 * @param money how much, if the grant is awarded
 * @param probability of the award
 * @param probabilityRules the assumption behind it
 * @param state of the grant
 * @param lag the delay that the days come from
 * @param days of equal weight, by day
 * @param why how the middle one comes about
 */
record CashPayment(
        GrantId grant,
        int number,
        Message label,
        @Nullable FunderId payer,
        Money money,
        Fraction probability,
        List<RuleReference> probabilityRules,
        GrantState state,
        Lag lag,
        List<LocalDate> days,
        Explanation why) {

    LocalDate middle() {
        return days.get(days.size() / 2);
    }
}
