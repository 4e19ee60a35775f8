package org.subsidia.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/** Where the quantiles of the gap and the indices of inequality come from. */
final class SpreadWhy {
    private static final int PLACES = 4;

    private final Simulation simulation;

    SpreadWhy(Simulation simulation) {
        this.simulation = simulation;
    }

    private String last() {
        return String.valueOf(simulation.scenario().last());
    }

    /** The structure at the rank, and those beside it. */
    Explanation gap(int hundredths) {
        List<StructureResult> all = simulation.structures();
        int at = Inequality.place(all.size(), hundredths);
        List<Explanation> parts = new ArrayList<>(List.of(rank(hundredths)));
        for (int i = Math.max(0, at - 1); i <= Math.min(all.size() - 1, at + 1); i++) {
            parts.add(Leaves.of(all.get(i).recipient(), all.get(i).gap()));
        }
        return Explanation.of(
                Message.of("XFER-QUANTILE-GAP", hundredths, last()),
                new Value.Amount(all.get(at).gap()),
                Step.CHOICE,
                parts);
    }

    Explanation quantile(int hundredths) {
        return Explanation.of(
                Message.of("XFER-QUANTILE-STRUCTURES"),
                new Value.Share(BigDecimal.valueOf(hundredths, 2)),
                Step.CHOICE,
                List.of(rank(hundredths)));
    }

    private Explanation rank(int hundredths) {
        int size = simulation.structures().size();
        return Leaves.quantity(
                Message.of("XFER-QUANTILE-RANK"),
                Inequality.place(size, hundredths) + 1L,
                Message.of("XFER-UNIT-RANK", size));
    }

    /** Σ (2i − n − 1) x_i over n Σ x, over the structures from the least money to the most. */
    Explanation gini(boolean withMeasures) {
        YearResult result = simulation.result(simulation.scenario().last());
        List<Recipient> recipients = simulation.population().recipients();
        List<Integer> order = new ArrayList<>();
        for (int p = 0; p < recipients.size(); p++) {
            order.add(p);
        }
        order.sort(Comparator.comparingLong(p -> cents(result, p, withMeasures)));
        List<Explanation> weighted = new ArrayList<>();
        List<Explanation> amounts = new ArrayList<>();
        int size = order.size();
        for (int i = 0; i < size; i++) {
            Recipient recipient = recipients.get(order.get(i));
            Explanation amount = Leaves.of(recipient, cents(result, order.get(i), withMeasures));
            amounts.add(amount);
            weighted.add(product(
                    Leaves.name(recipient),
                    Leaves.quantity(Message.of("XFER-GINI-WEIGHT"), 2L * i + 1 - size, Message.of("XFER-UNIT-TIMES")),
                    amount));
        }
        Message label = Message.of(withMeasures ? "XFER-GINI-AFTER" : "XFER-GINI-BEFORE", last());
        Explanation total = Amounts.sum(Message.of("XFER-GINI-TOTAL"), CurrencyUnit.EUR, amounts);
        Fraction gini = (withMeasures
                        ? simulation.inequality().giniAfter()
                        : simulation.inequality().giniBefore())
                .orElse(null);
        if (gini == null) {
            return Explanation.of(
                    label, new Value.Unknown(Message.of("XFER-NO-PUBLIC-MONEY")), Step.CHOICE, List.of(total));
        }
        BigDecimal sum = weighted.stream()
                .map(each -> each.value().number().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Explanation above = Explanation.of(
                Message.of("XFER-GINI-WEIGHTED"),
                new Value.Quantity(sum, Message.of("XFER-UNIT-EUROS")),
                Step.SUM,
                weighted);
        Explanation below = product(
                Message.of("XFER-GINI-WHOLE"),
                Leaves.quantity(Message.of("XFER-GINI-COUNT"), size, Message.of("XFER-UNIT-STRUCTURES")),
                total);
        return Explanation.of(
                label,
                new Value.Quantity(gini.value(PLACES), Message.of("XFER-UNIT-GINI")),
                Step.RATIO,
                List.of(above, below));
    }

    private static Explanation product(Message label, Explanation factor, Explanation amount) {
        BigDecimal product = factor.value()
                .number()
                .orElseThrow()
                .multiply(amount.value().number().orElseThrow());
        return Explanation.of(
                label,
                new Value.Quantity(product, Message.of("XFER-UNIT-EUROS")),
                Step.PRODUCT,
                List.of(factor, amount));
    }

    private static long cents(YearResult result, int p, boolean withMeasures) {
        return withMeasures ? result.publicAfter(p) : result.publicBefore(p);
    }
}
