package org.subsidia.eligibility;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * A sum of products of facts, compared with zero: whole-number arithmetic, exact; where numbers grow beyond 64 bits, with big
 * ones.
 */
final class Linear {
    private static final int NONE = -1;

    /** All coefficients multiplied by their common denominator, which is positive. */
    private final BigInteger[] big;

    private final BigInteger denominator;

    private final long scale;
    private final long[] coefficients;
    private final int[] first;
    private final int[] second;
    private final boolean shares;

    private Linear(List<Piece> pieces, boolean shares) {
        int size = pieces.size();
        BigInteger common = BigInteger.ONE;
        for (Piece piece : pieces) {
            BigInteger next = piece.coefficient.denominator();
            common = common.multiply(next).divide(common.gcd(next));
        }
        scale = common.bitLength() > 62 ? 0 : common.longValue();
        denominator = common;
        big = new BigInteger[size];
        coefficients = new long[size];
        first = new int[size];
        second = new int[size];
        boolean huge = scale == 0;
        for (int i = 0; i < size; i++) {
            Piece piece = pieces.get(i);
            big[i] = piece.coefficient.numerator().multiply(common.divide(piece.coefficient.denominator()));
            huge |= big[i].bitLength() > 62;
            coefficients[i] = big[i].longValue();
            first[i] = piece.first;
            second[i] = piece.second;
        }
        this.shares = shares || huge;
    }

    private record Piece(Fraction coefficient, int first, int second) {}

    /** Left less right under a law; empty if the law has no value for a rule: its name goes to {@code missing}. */
    static Optional<Linear> of(
            FactCatalogue catalogue, LawSource law, Expression left, @Nullable Expression right, List<LawRef> missing) {
        List<Piece> pieces = new ArrayList<>();
        boolean shares = false;
        boolean complete = true;
        for (int side = 0; side < 2; side++) {
            Expression expression = side == 0 ? left : right;
            if (expression == null) {
                continue;
            }
            for (Expression.Term term : expression.terms()) {
                Fraction coefficient =
                        side == 0 ? term.coefficient() : term.coefficient().negated();
                int[] positions = {NONE, NONE};
                int used = 0;
                for (Expression.Source source : term.factors()) {
                    Fact fact = source.fact();
                    LawRef ref = source.law();
                    if (fact != null) {
                        int position = catalogue.position(fact.id());
                        shares |= catalogue.facts().get(position).type() == FactType.SHARE;
                        positions[used++] = position;
                    } else if (ref != null) {
                        Optional<Fraction> value = law.find(ref).flatMap(found -> fraction(found.value()));
                        if (value.isEmpty()) {
                            missing.add(ref);
                            complete = false;
                        } else {
                            coefficient = coefficient.times(value.get());
                        }
                    }
                }
                pieces.add(new Piece(coefficient, positions[0], positions[1]));
            }
        }
        return complete ? Optional.of(new Linear(pieces, shares)) : Optional.empty();
    }

    static Optional<Fraction> fraction(Object value) {
        if (value instanceof Money money) {
            return Optional.of(Fraction.of(money.getAmountMinorLong()));
        } else if (value instanceof Fraction fraction) {
            return Optional.of(fraction);
        } else if (value instanceof Long number) {
            return Optional.of(Fraction.of(number));
        }
        return Optional.empty();
    }

    /** The state of the facts: known, unknown before absent. */
    int state(FactRow row) {
        int state = FactRow.KNOWN;
        for (int i = 0; i < first.length; i++) {
            int a = first[i] == NONE ? FactRow.KNOWN : row.states[first[i]];
            int b = second[i] == NONE ? FactRow.KNOWN : row.states[second[i]];
            if (a == FactRow.UNKNOWN || b == FactRow.UNKNOWN) {
                return FactRow.UNKNOWN;
            }
            if (a == FactRow.ABSENT || b == FactRow.ABSENT) {
                state = FactRow.ABSENT;
            }
        }
        return state;
    }

    /** The sign of the sum plus an amount in cents; all facts must be known. */
    int sign(FactRow row, long plus) {
        if (shares) {
            return value(row).plus(Fraction.of(plus)).signum();
        }
        long sum = 0;
        try {
            for (int i = 0; i < first.length; i++) {
                long product = coefficients[i];
                if (first[i] != NONE) {
                    product = Math.multiplyExact(product, row.numbers[first[i]]);
                }
                if (second[i] != NONE) {
                    product = Math.multiplyExact(product, row.numbers[second[i]]);
                }
                sum = Math.addExact(sum, product);
            }
            return Long.signum(Math.addExact(sum, Math.multiplyExact(scale, plus)));
        } catch (ArithmeticException tooLarge) {
            return value(row).plus(Fraction.of(plus)).signum();
        }
    }

    /** The sum itself, exact; all facts must be known. */
    Fraction value(FactRow row) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < first.length; i++) {
            sum = sum.plus(new Fraction(big[i], BigInteger.ONE)
                    .times(number(row, first[i]))
                    .times(number(row, second[i])));
        }
        return sum.dividedBy(new Fraction(denominator, BigInteger.ONE));
    }

    private static Fraction number(FactRow row, int position) {
        return position == NONE ? Fraction.ONE : Fraction.of(row.numbers[position], row.denominators[position]);
    }

    /** Where the sum plus an amount is zero in one fact, the others as they are; none if it does not depend on it alone. */
    Optional<Fraction> root(FactRow row, int position, Fraction plus) {
        Fraction slope = Fraction.ZERO;
        Fraction rest = plus.times(new Fraction(denominator, BigInteger.ONE));
        for (int i = 0; i < first.length; i++) {
            if (first[i] == position && second[i] == position) {
                return Optional.empty();
            }
            boolean here = first[i] == position || second[i] == position;
            for (int other : new int[] {first[i], second[i]}) {
                if (other != NONE && other != position && row.states[other] != FactRow.KNOWN) {
                    return Optional.empty();
                }
            }
            Fraction coefficient = new Fraction(big[i], BigInteger.ONE);
            Fraction a = first[i] == position ? Fraction.ONE : number(row, first[i]);
            Fraction b = second[i] == position ? Fraction.ONE : number(row, second[i]);
            Fraction piece = coefficient.times(a).times(b);
            if (here) {
                slope = slope.plus(piece);
            } else {
                rest = rest.plus(piece);
            }
        }
        return slope.signum() == 0
                ? Optional.empty()
                : Optional.of(rest.negated().dividedBy(slope));
    }

    int[] slots() {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                .filter(slot -> slot != NONE)
                .distinct()
                .toArray();
    }
}
