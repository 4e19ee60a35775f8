package org.subsidia.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * Where the quantiles of a Monte Carlo come from: which draw stands for each, with which numbers, and the draws beside it.
 *
 * <pre>{@code
 * new DrawsWhy(scenario, draws).gap(50).nodes();
 * }</pre>
 */
public final class DrawsWhy {
    private static final int PLACES = 6;

    private final Scenario scenario;
    private final MonteCarlo draws;

    /**
     * The origins of quantiles.
     *
     * @param scenario what was drawn from
     * @param draws the draws
     */
    public DrawsWhy(Scenario scenario, MonteCarlo draws) {
        this.scenario = scenario;
        this.draws = draws;
    }

    /**
     * The gap below which so many hundredths of the draws lie.
     *
     * @param hundredths one of those of {@link MonteCarlo#gapRanks}
     * @return the draw at that rank, its numbers, and the draws beside it
     */
    public Explanation gap(int hundredths) {
        return why("XFER-DRAW-GAP", hundredths, of(draws.gapRanks(), hundredths), DrawsWhy::amount);
    }

    /**
     * The number of structures short of cash below which it lies in so many hundredths of the draws.
     *
     * @param hundredths one of those of {@link MonteCarlo#belowRanks}
     * @return the draw at that rank, its numbers, and the draws beside it
     */
    public Explanation below(int hundredths) {
        return why("XFER-DRAW-SHORT", hundredths, of(draws.belowRanks(), hundredths), DrawsWhy::structures);
    }

    /**
     * Which draw stands for so many hundredths of them.
     *
     * @param hundredths one of those of {@link MonteCarlo#gapRanks}
     * @return its rank
     */
    public Explanation quantile(int hundredths) {
        return Explanation.of(
                Message.of("XFER-QUANTILE-DRAWS"),
                new Value.Share(BigDecimal.valueOf(hundredths, 2)),
                Step.CHOICE,
                List.of(rank(of(draws.gapRanks(), hundredths)), seed()));
    }

    private static <T> MonteCarlo.Rank<T> of(Map<Integer, MonteCarlo.Rank<T>> ranks, int hundredths) {
        MonteCarlo.Rank<T> rank = ranks.get(hundredths);
        if (rank == null) {
            throw new IllegalArgumentException("no quantile of " + hundredths);
        }
        return rank;
    }

    private <T> Explanation why(
            String code, int hundredths, MonteCarlo.Rank<T> rank, BiFunction<Message, T, Explanation> leaf) {
        List<Explanation> parts = new ArrayList<>();
        Explanation drawn = leaf.apply(Message.of("XFER-DRAW", rank.run()), rank.value());
        parts.add(Explanation.of(drawn.label(), drawn.value(), Step.CHOICE, numbers(rank.run())));
        parts.add(rank(rank));
        rank.lower().ifPresent(value -> parts.add(leaf.apply(Message.of("XFER-DRAW-LOWER"), value)));
        rank.higher().ifPresent(value -> parts.add(leaf.apply(Message.of("XFER-DRAW-HIGHER"), value)));
        parts.add(seed());
        return Explanation.of(Message.of(code, hundredths), drawn.value(), Step.CHOICE, parts);
    }

    private Explanation rank(MonteCarlo.Rank<?> rank) {
        return Leaves.quantity(Message.of("XFER-DRAW-RANK"), rank.rank(), Message.of("XFER-UNIT-RANK", draws.runs()));
    }

    private Explanation seed() {
        return Explanation.leaf(
                Message.of("XFER-DRAW-SEED"),
                new Value.Statement(Message.of("XFER-SEED", String.valueOf(scenario.seed()))));
    }

    private List<Explanation> numbers(int run) {
        List<Explanation> numbers = new ArrayList<>();
        MonteCarlo.drawn(scenario, run).forEach((name, number) -> numbers.add(number(name, number)));
        return numbers;
    }

    private Explanation number(String name, Fraction number) {
        ParameterName parameter = ParameterName.of(name, scenario);
        Parameter.Kind kind = scenario.measure(parameter.measure())
                .flatMap(each -> each.model().parameter(parameter.parameter()))
                .map(Parameter::kind)
                .orElse(Parameter.Kind.COUNT);
        return Explanation.leaf(
                Message.of("XFER-DRAWN", scenario.numberTitle(name)), Leaves.number(kind, number, PLACES));
    }

    private static Explanation amount(Message label, Money amount) {
        return Amounts.given(label, amount);
    }

    private static Explanation structures(Message label, Integer count) {
        return Leaves.quantity(label, count, Message.of("XFER-UNIT-STRUCTURES"));
    }
}
