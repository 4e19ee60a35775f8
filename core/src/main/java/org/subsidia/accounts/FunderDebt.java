package org.subsidia.accounts;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.time.FiscalYear;

/**
 * What the funder of a grant may claim back at the end of a year: money received beyond what is acquired. The accounts show it as a
 * debt; a dedicated fund is only what is still to be spent (regulation ANC 2018-06).
 *
 * <p>Acquired is the definitively acquired amount where it is noted. Before, nothing is owed as long as the action lasts; once it
 * is over, what was not spent is not acquired where the grant is settled in proportion to the cost. Where no clause is noted, a grant
 * with a rate, or dedicated to a project, counts as settled in proportion, any other as fixed.
 *
 * @param grant the grant
 * @param year the financial year
 * @param received what was received by its end, less what was paid back
 * @param amount what may be claimed back, not negative; unknown with the reason
 */
public record FunderDebt(Grant grant, FiscalYear year, Money received, Explanation amount) {

    /**
     * The debt to the funder of a grant.
     *
     * @param grant the grant
     * @param year the financial year
     * @param recognition of income
     * @return the debt at the end of the year
     */
    public static FunderDebt of(Grant grant, FiscalYear year, Recognition recognition) {
        List<Receipt> receipts = grant.receipts().stream()
                .filter(receipt -> !receipt.date().isAfter(year.last()))
                .toList();
        Optional<Receipt> foreign = receipts.stream()
                .filter(receipt -> !receipt.amount().getCurrencyUnit().equals(CurrencyUnit.EUR))
                .findFirst();
        Message label = Message.of("ACC-DEBT", year.last());
        if (foreign.isPresent()) {
            Message reason = Message.of("ACC-CURRENCY", foreign.get().amount());
            return new FunderDebt(grant, year, Money.zero(CurrencyUnit.EUR), Amounts.unknown(label, reason));
        }
        Money received = Money.total(
                CurrencyUnit.EUR, receipts.stream().map(Receipt::amount).toList());
        return new FunderDebt(grant, year, received, amount(label, grant, year, received, recognition));
    }

    /**
     * The debts to the funders of a structure.
     *
     * @param portfolio holds its grants
     * @param structure one of the portfolio; its year ends as it says, else in December
     * @param year the calendar year in which the financial year ends
     * @param usual how a grant for several years is divided that chooses nothing itself
     * @param laws the law
     * @return one entry a grant that received something by the end of that year, those to which nothing is owed included
     */
    public static List<FunderDebt> of(
            Portfolio portfolio, Structure structure, int year, IncomeSplit usual, LawBase laws) {
        MonthDay end = structure.fiscalYearEnd();
        FiscalYear closed = new FiscalYear(YearMonth.of(year, end == null ? Month.DECEMBER : end.getMonth()));
        Recognition recognition = new Recognition(usual, laws.at(closed.last()));
        return portfolio.grantsOf(structure.id()).stream()
                .map(grant -> of(grant, closed, recognition))
                .filter(debt ->
                        debt.received().isPositive() || !debt.amount().value().isKnown())
                .toList();
    }

    /** {@return whether something is owed, or may be} */
    public boolean isOpen() {
        return Amounts.of(amount).map(Money::isPositive).orElse(true);
    }

    private static Explanation amount(
            Message label, Grant grant, FiscalYear year, Money received, Recognition recognition) {
        Explanation nothing = Recognition.zero(Message.of("ACC-NOTHING"));
        if (!received.isPositive()) {
            return Amounts.same(label, nothing);
        }
        Explanation kept = kept(grant, year, recognition);
        Explanation over = Amounts.difference(
                Message.of("ACC-DEBT-OVER"),
                Amounts.given(Message.of("ACC-RECEIVED"), received)
                        .withRecords(List.of(grant.id().value())),
                kept);
        return Amounts.greatest(label, List.of(nothing, over));
    }

    /** What the funder cannot claim back of what it paid. */
    private static Explanation kept(Grant grant, FiscalYear year, Recognition recognition) {
        Message label = Message.of("ACC-DEBT-KEPT");
        LocalDate closing = year.last();
        Optional<Money> acquired = grant.amountOn(AmountStage.ACQUIRED, closing);
        if (acquired.isPresent()) {
            return GrantRight.euros(AmountStage.ACQUIRED.label(), acquired.get(), grant);
        }
        String id = grant.id().value();
        if (grant.state() == GrantState.CANCELLED || grant.state() == GrantState.REFUSED) {
            return Amounts.unknown(label, Message.of("ACC-DEBT-CANCELLED", id));
        }
        Explanation due = GrantRight.due(grant, closing);
        LocalDate end = grant.dates().end();
        if (GrantRight.notYet(grant, closing).isPresent()) {
            return Amounts.unknown(label, Message.of("ACC-DEBT-ADVANCE", id));
        } else if (end == null) {
            return Amounts.unknown(label, Message.of("ACC-DEBT-NO-END", id));
        } else if (end.isAfter(closing)) {
            return Amounts.same(Message.of("ACC-DEBT-RUNNING", end), due);
        } else if (grant.state() == GrantState.CLOSED || grant.spending() == SpendingKind.INVESTMENT) {
            return due;
        }
        return switch (clause(grant)) {
            case FIXED ->
                Amounts.same(Message.of(grant.settlement() == null ? "ACC-DEBT-ASSUMED" : "ACC-DEBT-FIXED"), due);
            case DEFICIT -> Amounts.unknown(label, Message.of("ACC-DEBT-DEFICIT", id));
            case PRO_RATA ->
                Amounts.difference(
                        label,
                        due,
                        Amounts.same(
                                Message.of("ACC-DEBT-UNSPENT", end),
                                new DedicatedFunds(grant, recognition).unspent(year)));
        };
    }

    /** The clause that is noted; else that of what was awarded for the cost of something, or at a fixed amount. */
    private static Settlement clause(Grant grant) {
        Settlement noted = grant.settlement();
        boolean byCost = grant.rate() != null || Boolean.TRUE.equals(grant.dedicated());
        return noted != null ? noted : byCost ? Settlement.PRO_RATA : Settlement.FIXED;
    }
}
