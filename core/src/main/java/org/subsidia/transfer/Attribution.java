package org.subsidia.transfer;

import org.joda.money.Money;
import org.subsidia.explain.Explanation;

/**
 * What a Region and a département owe each other in a year, so that the move of a charge and of points of tax costs neither of
 * them anything (“attribution de compensation”, after the CLECRT has evaluated the charge).
 *
 * @param measure the measure that says so
 * @param departement code of the département
 * @param region code of its Region
 * @param year the year
 * @param tax what the points of tax that moved bring the Region in the département
 * @param charges what the charge that moved cost the département, as evaluated
 * @param amount positive: the Region pays it to the département; negative: the département pays
 * @param explanation of the amount, whose leaves add up to it
 */
public record Attribution(
        String measure,
        String departement,
        String region,
        int year,
        Money tax,
        Money charges,
        Money amount,
        Explanation explanation) {

    /** {@return what the Region has for the charge: the tax less what it pays} */
    public Money resource() {
        return tax.minus(amount);
    }

    /** {@return what the move brings the Region: zero if it is neutral} */
    public Money regionBalance() {
        return resource().minus(charges);
    }

    /** {@return what the move brings the département: the Region's balance with the other sign} */
    public Money departementBalance() {
        return charges.plus(amount).minus(tax);
    }
}
