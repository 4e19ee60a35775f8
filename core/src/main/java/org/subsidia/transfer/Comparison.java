package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * Scenarios beside each other on one population.
 *
 * @param lines one a scenario, in the order given
 */
public record Comparison(List<Line> lines) {

    /**
     * One scenario.
     *
     * @param simulation its results
     * @param cumulated the gap of all structures and years since the transfer; negative is a loss
     * @param lastYear the gap of all structures in the last year
     * @param losers structures that lose in the last year
     * @param below structures that run out of cash before the scenario's runway
     * @param known structures whose cash is known
     */
    public record Line(Simulation simulation, Money cumulated, Money lastYear, int losers, int below, int known) {}

    /** Copies the lines. */
    public Comparison {
        lines = List.copyOf(lines);
    }

    /**
     * Puts runs beside each other.
     *
     * @param simulations in any number, their years may differ
     * @return the comparison
     */
    public static Comparison of(List<Simulation> simulations) {
        List<Line> lines = new ArrayList<>();
        for (Simulation each : simulations) {
            int last = each.scenario().last();
            lines.add(new Line(
                    each,
                    Cents.money(each.gap()),
                    each.total(last, true).minus(each.total(last, false)),
                    each.inequality().losers(),
                    each.below(each.scenario().runway()),
                    each.known()));
        }
        return new Comparison(lines);
    }
}
