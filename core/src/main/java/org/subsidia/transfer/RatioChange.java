package org.subsidia.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.subsidia.dependence.Bridge;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.Ratio;
import org.subsidia.dependence.RatioFigure;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/**
 * How a ratio changes from what it would be to what it becomes: the public money of one level after the other, then everything
 * that the structure does about it. The steps are exact and add up exactly.
 *
 * @param before the ratio if nothing were decided
 * @param after the ratio with the measures
 * @param steps in their order, without those that change nothing; empty where one of the two is undefined
 * @param explanation the ratio after as the sum of that before and of all steps, or why there is none
 */
public record RatioChange(RatioFigure before, RatioFigure after, List<Bridge.Stage> steps, Explanation explanation) {
    private static final int PLACES = 8;

    /** Copies the steps. */
    public RatioChange {
        steps = List.copyOf(steps);
    }

    static RatioChange of(Simulation simulation, int p, int year, Ratio ratio) {
        RatioFigure before = ratio.of(SimulatedFigures.of(simulation, p, year, false));
        RatioFigure after = ratio.of(SimulatedFigures.of(simulation, p, year, true));
        Message label =
                Message.of("XFER-RATIO-AFTER", ratio.name(), after.figures().name(), String.valueOf(year));
        if (before.share().isEmpty() || after.share().isEmpty()) {
            Explanation missing = before.share().isEmpty() ? before.explanation() : after.explanation();
            return new RatioChange(
                    before,
                    after,
                    List.of(),
                    Explanation.of(
                            label, missing.value(), Step.CHOICE, List.of(before.explanation(), after.explanation())));
        }
        List<Bridge.Stage> steps = steps(simulation, p, year, ratio, before, after);
        List<Explanation> parts = new ArrayList<>(List.of(before.explanation()));
        BigDecimal at = before.share().orElseThrow().value(PLACES);
        for (Bridge.Stage step : steps) {
            BigDecimal next = step.after().value(PLACES);
            parts.add(Explanation.leaf(step.label(), new Value.Share(next.subtract(at))));
            at = next;
        }
        return new RatioChange(before, after, steps, Explanation.of(label, new Value.Share(at), Step.SUM, parts));
    }

    private static List<Bridge.Stage> steps(
            Simulation simulation, int p, int year, Ratio ratio, RatioFigure before, RatioFigure after) {
        Map<FunderLevel, Long> from = new TreeMap<>(SimulatedFigures.publicMoney(simulation, p, year, false));
        Map<FunderLevel, Long> to = SimulatedFigures.publicMoney(simulation, p, year, true);
        List<Bridge.Stage> steps = new ArrayList<>();
        Fraction at = before.share().orElseThrow();
        // what grows comes first, so that the whole never falls to nothing on the way
        for (boolean growing : new boolean[] {true, false}) {
            for (Map.Entry<FunderLevel, Long> each : to.entrySet()) {
                long was = from.getOrDefault(each.getKey(), 0L);
                if (each.getValue() != was && each.getValue() > was == growing) {
                    from.put(each.getKey(), each.getValue());
                    OperatingFigures figures = SimulatedFigures.of(simulation, p, year, false, from);
                    Fraction next = ratio.of(figures).share().orElse(at);
                    at = add(steps, Message.of("XFER-STEP-LEVEL", each.getKey().label()), at, next);
                }
            }
        }
        add(steps, Message.of("XFER-STEP-STRUCTURE"), at, after.share().orElseThrow());
        return steps;
    }

    private static Fraction add(List<Bridge.Stage> steps, Message label, Fraction at, Fraction next) {
        if (!next.equals(at)) {
            steps.add(new Bridge.Stage(label, next.minus(at), next));
        }
        return next;
    }
}
