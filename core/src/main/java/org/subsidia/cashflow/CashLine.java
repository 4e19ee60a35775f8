package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;

/**
 * One movement of cash.
 *
 * @param day the day on which it reaches or leaves the account
 * @param kind what it is
 * @param subject the grant, or the line of the budget, in words
 * @param budget what kind of budget line it is a part of; null: none
 * @param grant the grant; null: none
 * @param step the step of its schedule, the claim, or what else is paid; null: none
 * @param funder who pays; null: nobody or not known
 * @param lag the delay that was counted; null: none
 * @param money how much; negative: it leaves
 * @param amount how that amount comes about; its value is the amount
 * @param why how the day comes about; its value is the day
 */
public record CashLine(
        LocalDate day,
        CashKind kind,
        Message subject,
        @Nullable BudgetKind budget,
        @Nullable GrantId grant,
        @Nullable String step,
        @Nullable FunderId funder,
        @Nullable Lag lag,
        Money money,
        Explanation amount,
        Explanation why) {

    /** {@return the delay that was counted, if one was} */
    public Optional<Lag> delay() {
        return Optional.ofNullable(lag);
    }

    /** {@return whether it comes in} */
    public boolean isInflow() {
        return money.isPositive();
    }
}
