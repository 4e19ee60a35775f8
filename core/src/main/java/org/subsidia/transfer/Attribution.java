package org.subsidia.transfer;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/**
 * What a Region and a département owe each other in a year, so that the move of a charge and of points of tax costs neither of
 * them anything (“attribution de compensation”, after the CLECRT has evaluated the charge).
 *
 * @param measure the measure that says so
 * @param departement code of the département
 * @param region code of its Region
 * @param year the year
 * @param taxWhy what the points of tax that moved bring the Region in the département
 * @param chargesWhy what the charge that moved cost the département, as evaluated
 * @param explanation of the amount, whose leaves add up to it
 */
public record Attribution(
        String measure,
        String departement,
        String region,
        int year,
        Explanation taxWhy,
        Explanation chargesWhy,
        Explanation explanation) {

    /** {@return what the points of tax that moved bring the Region in the département} */
    public Money tax() {
        return amount(taxWhy);
    }

    /** {@return what the charge that moved cost the département, as evaluated} */
    public Money charges() {
        return amount(chargesWhy);
    }

    /** {@return positive: the Region pays it to the département; negative: the département pays} */
    public Money amount() {
        return amount(explanation);
    }

    /** {@return what the Region has for the charge: the tax less what it pays} */
    public Money resource() {
        return amount(resourceWhy());
    }

    /** {@return the same, explained} */
    public Explanation resourceWhy() {
        return Amounts.difference(Message.of("XFER-CLECRT-RESOURCE", departement), taxWhy, explanation);
    }

    /** {@return what the move brings the Region: zero if it is neutral} */
    public Money regionBalance() {
        return amount(regionBalanceWhy());
    }

    /** {@return the same, explained} */
    public Explanation regionBalanceWhy() {
        return Amounts.difference(Message.of("XFER-CLECRT-REGION", departement), resourceWhy(), chargesWhy);
    }

    /** {@return what the move brings the département: the Region's balance with the other sign} */
    public Money departementBalance() {
        return amount(departementBalanceWhy());
    }

    /** {@return the same, explained} */
    public Explanation departementBalanceWhy() {
        return Amounts.difference(
                Message.of("XFER-CLECRT-DEPARTEMENT", departement),
                Amounts.sum(
                        Message.of("XFER-CLECRT-SAVED", departement),
                        CurrencyUnit.EUR,
                        List.of(chargesWhy, explanation)),
                taxWhy);
    }

    /** {@return both balances together: what the one gains, the other loses} */
    public Explanation bothBalancesWhy() {
        return Amounts.sum(
                Message.of("XFER-CLECRT-BOTH", departement),
                CurrencyUnit.EUR,
                List.of(regionBalanceWhy(), departementBalanceWhy()));
    }

    private static Money amount(Explanation why) {
        return Amounts.of(why).orElseThrow();
    }
}
