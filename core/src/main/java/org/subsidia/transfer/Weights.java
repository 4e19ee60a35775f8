package org.subsidia.transfer;

import java.util.List;
import java.util.Optional;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;

/** Weights of a split, made ready once for any number of amounts. */
final class Weights {
    private final List<Fraction> exact;
    private final Optional<long[]> whole;
    private final Fraction sum;

    Weights(List<Fraction> exact) {
        this.exact = List.copyOf(exact);
        this.whole = Allocation.wholeWeights(exact);
        this.sum = exact.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Whether nobody has any. */
    boolean isNone() {
        return sum.signum() == 0;
    }

    int size() {
        return exact.size();
    }

    boolean has(int which) {
        return exact.get(which).signum() != 0;
    }

    /** By largest remainder; with nobody to split among, nothing for anyone. */
    long[] split(long total) {
        if (isNone()) {
            return new long[exact.size()];
        }
        return whole.isPresent() ? Allocation.split(total, whole.get()) : Allocation.split(total, exact);
    }

    /** What one weighs of all. */
    Fraction share(int which) {
        return isNone() ? Fraction.ZERO : exact.get(which).dividedBy(sum);
    }
}
