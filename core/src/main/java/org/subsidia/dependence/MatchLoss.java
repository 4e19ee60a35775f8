package org.subsidia.dependence;

import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.GrantId;

/**
 * What a grant of the Union loses when the money that matches it is lost: the rate over what it leaves, times the match, as the
 * transfer simulator counts it too.
 *
 * @param union the grant of the Union
 * @param toCome what the forecast expects of it
 * @param lost how much of that is lost; unknown where its rate is not known
 */
public record MatchLoss(GrantId union, Money toCome, Explanation lost) {

    /** {@return the share of what is to come that is lost, if it is known} */
    public Optional<Fraction> share() {
        return Amounts.of(lost).map(amount -> toCome.isPositive() ? Fraction.ratio(amount, toCome) : Fraction.ZERO);
    }
}
