package org.subsidia.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/** The concentration of the sums of one dimension, exact until it is rounded for display. */
final class ConcentrationBuilder {
    private static final int POINTS = 100;
    private static final int NAMED = 10;

    private final FundingDimension dimension;
    private final AmountBasis basis;
    private final long[] cents;
    private final long[] rising;
    private final IntFunction<String> key;
    private final IntFunction<String> name;
    private final long total;
    private final Message totalLabel;

    ConcentrationBuilder(
            FundingDimension dimension,
            FundingQuery query,
            GroupSums sums,
            IntFunction<String> key,
            IntFunction<String> name) {
        this.dimension = dimension;
        this.basis = query.basis();
        this.cents = sums.cents(basis);
        this.key = key;
        this.name = name;
        rising = cents.clone();
        Arrays.parallelSort(rising);
        long sum = 0;
        for (long amount : rising) {
            sum = Math.addExact(sum, amount);
        }
        total = sum;
        totalLabel = basis.label();
    }

    Concentration build() {
        if (rising.length == 0 || rising[0] < 0 || total <= 0) {
            String reason = rising.length == 0
                    ? "LEDGER-UNKNOWN-EMPTY"
                    : total <= 0 ? "LEDGER-UNKNOWN-TOTAL" : "LEDGER-UNKNOWN-NEGATIVE";
            Value unknown = Figures.unknown(reason);
            return new Concentration(
                    dimension,
                    rising.length,
                    Explanation.leaf(label("HHI"), unknown),
                    Explanation.leaf(label("FIRST"), unknown),
                    Explanation.leaf(label("FOR80"), unknown),
                    Explanation.leaf(label("GINI"), unknown),
                    List.of());
        }
        return new Concentration(
                dimension, rising.length, herfindahl(), firstShare(), partiesFor80(), gini(), lorenz());
    }

    private Message label(String figure) {
        return Message.of("LEDGER-" + figure, dimension.label());
    }

    /** Sum of squares over square of the sum; the greatest parties by name, the others in one. */
    private Explanation herfindahl() {
        BigInteger squares = BigInteger.ZERO;
        for (long amount : rising) {
            squares = squares.add(square(amount));
        }
        List<Explanation> parts = new ArrayList<>();
        BigInteger rest = squares;
        for (int i : Ranking.greatest(cents, key, NAMED)) {
            Explanation amount = Figures.given(party(i), cents[i]);
            parts.add(Explanation.of(
                    Message.of("LEDGER-SQUARE", party(i)),
                    squareValue(square(cents[i])),
                    Step.PRODUCT,
                    List.of(amount, amount)));
            rest = rest.subtract(square(cents[i]));
        }
        if (parts.size() < cents.length) {
            parts.add(Explanation.leaf(
                    Message.of("LEDGER-SQUARES-OTHERS", (long) cents.length - parts.size()), squareValue(rest)));
        }
        Explanation sum = Explanation.of(Message.of("LEDGER-SQUARES"), squareValue(squares), Step.SUM, parts);
        Explanation whole = Figures.given(totalLabel, total);
        Explanation ofTotal = Explanation.of(
                Message.of("LEDGER-SQUARE", totalLabel),
                squareValue(square(total)),
                Step.PRODUCT,
                List.of(whole, whole));
        return Explanation.of(label("HHI"), Figures.share(squares, square(total)), Step.RATIO, List.of(sum, ofTotal));
    }

    private Message party(int i) {
        String shown = name.apply(i);
        return shown.isEmpty()
                ? Message.of("LEDGER-LINE-UNKNOWN", dimension.label())
                : Message.of("LEDGER-LINE", shown);
    }

    private static BigInteger square(long amount) {
        BigInteger value = BigInteger.valueOf(amount);
        return value.multiply(value);
    }

    private static Value squareValue(BigInteger squareCents) {
        return Figures.quantity(new BigDecimal(squareCents, 4), "LEDGER-UNIT-SQUARE");
    }

    private Explanation firstShare() {
        return Figures.shareOf(
                label("FIRST"),
                Message.of("LEDGER-GREATEST", dimension.label()),
                rising[rising.length - 1],
                totalLabel,
                total);
    }

    private Explanation partiesFor80() {
        BigInteger target = BigInteger.valueOf(total).multiply(BigInteger.valueOf(4));
        long held = 0;
        int number = 0;
        while (BigInteger.valueOf(held).multiply(BigInteger.valueOf(5)).compareTo(target) < 0) {
            number++;
            held += rising[rising.length - number];
        }
        long without = held - rising[rising.length - number];
        return Explanation.of(
                label("FOR80"),
                Figures.quantity(number, "LEDGER-UNIT-PARTIES"),
                Step.CHOICE,
                List.of(heldBy(number, held), heldBy(number - 1L, without)));
    }

    private Explanation heldBy(long number, long held) {
        return Figures.shareOf(
                Message.of("LEDGER-HELD", number), Message.of("LEDGER-HELD-AMOUNT", number), held, totalLabel, total);
    }

    /** (2 Σ i·xᵢ − (n + 1) Σ xᵢ) / (n Σ xᵢ), with the amounts rising. */
    private Explanation gini() {
        BigInteger n = BigInteger.valueOf(rising.length);
        BigInteger sum = BigInteger.valueOf(total);
        BigInteger weighted = BigInteger.ZERO;
        for (int i = 0; i < rising.length; i++) {
            weighted = weighted.add(BigInteger.valueOf(rising[i]).multiply(BigInteger.valueOf(i + 1L)));
        }
        BigInteger above = weighted.shiftLeft(1).subtract(n.add(BigInteger.ONE).multiply(sum));
        BigInteger below = n.multiply(sum);
        return Explanation.of(
                label("GINI"),
                Figures.share(above, below),
                Step.RATIO,
                List.of(
                        Explanation.leaf(Message.of("LEDGER-GINI-ABOVE"), weightedEuros(above)),
                        Explanation.leaf(Message.of("LEDGER-GINI-BELOW"), weightedEuros(below))));
    }

    private static Value weightedEuros(BigInteger value) {
        return Figures.quantity(new BigDecimal(value, 2), "LEDGER-UNIT-WEIGHTED");
    }

    private List<LorenzPoint> lorenz() {
        int points = Math.min(POINTS, rising.length);
        List<LorenzPoint> curve = new ArrayList<>();
        curve.add(point(0, 0));
        long held = 0;
        int taken = 0;
        for (int p = 1; p <= points; p++) {
            int until = (int) ((long) rising.length * p / points);
            while (taken < until) {
                held += rising[taken++];
            }
            curve.add(point(taken, held));
        }
        return curve;
    }

    private LorenzPoint point(int taken, long held) {
        return new LorenzPoint(ratio(taken, rising.length), ratio(held, total));
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), Figures.SHARE_SCALE, RoundingMode.HALF_UP);
    }
}
