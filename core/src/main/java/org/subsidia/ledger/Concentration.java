package org.subsidia.ledger;

import java.util.List;
import org.subsidia.explain.Explanation;

/**
 * How unequally the money is spread over the parties of one dimension.
 *
 * <p>With a party whose sum is negative, or a total that is not positive, shares of a whole have no meaning: the figures are
 * then unknown and say why, and the curve is empty.
 *
 * @param dimension beneficiaries or funders
 * @param parties how many
 * @param herfindahl the Herfindahl-Hirschman index, the sum of the squared shares: 1/n for n equal parties, 1 for one
 * @param firstShare the share of the greatest
 * @param partiesFor80 the least number of parties that hold 80 % of the total
 * @param gini the Gini coefficient: 0 when all are equal, near 1 when one has all
 * @param lorenz at most 101 points from (0, 0) to (1, 1)
 */
public record Concentration(
        FundingDimension dimension,
        long parties,
        Explanation herfindahl,
        Explanation firstShare,
        Explanation partiesFor80,
        Explanation gini,
        List<LorenzPoint> lorenz) {

    /** Copies the points. */
    public Concentration {
        lorenz = List.copyOf(lorenz);
    }

    /** {@return the four figures} */
    public List<Explanation> figures() {
        return List.of(herfindahl, firstShare, partiesFor80, gini);
    }
}
