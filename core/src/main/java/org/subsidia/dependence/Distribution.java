package org.subsidia.dependence;

import java.util.List;
import java.util.Optional;
import org.subsidia.money.Fraction;

/**
 * How a figure is spread over structures.
 *
 * @param values the known ones, rising
 * @param unknown how many structures have none
 */
public record Distribution(List<Fraction> values, int unknown) {

    /** Sorts the values. */
    public Distribution {
        values = values.stream().sorted().toList();
    }

    /**
     * The value below which a share of the structures lies, between two values in proportion.
     *
     * @param share 0 for the least, 1/2 for the median, 1 for the greatest
     * @return the exact quantile; none where no structure has a figure
     */
    public Optional<Fraction> quantile(Fraction share) {
        if (!share.isShare()) {
            throw new IllegalArgumentException("not a share: " + share);
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Fraction place = share.times(Fraction.of(values.size() - 1L));
        int below = place.numerator().divide(place.denominator()).intValueExact();
        Fraction rest = place.minus(Fraction.of(below));
        Fraction low = values.get(below);
        return rest.signum() == 0
                ? Optional.of(low)
                : Optional.of(low.plus(rest.times(values.get(below + 1).minus(low))));
    }
}
