package org.subsidia.cashflow.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.joda.money.Money;

/** The movements and payments of each amount: among those that are alike, an amount alone tells nothing. */
final class Crowd {
    private final Map<Money, List<Scoring.Line>> lines = new HashMap<>();
    private final Map<Money, List<ExpectedPayment>> payments = new HashMap<>();

    Crowd(Collection<Scoring.Line> lines, Collection<ExpectedPayment> payments) {
        lines.forEach(line -> this.lines
                .computeIfAbsent(line.entry().amount(), any -> new ArrayList<>())
                .add(line));
        payments.forEach(payment -> this.payments
                .computeIfAbsent(payment.amount(), any -> new ArrayList<>())
                .add(payment));
    }

    /**
     * Whether the amount can mean this grant only: no other grant that the movement can be of expects it about that day, and no more
     * movements that can be of this grant bear it than the grant expects.
     *
     * @param references of the grant; movements that cite another one’s do not count
     * @param payer the points of the payer; where he is named, those whom nobody or another paid do not count
     */
    boolean isAlone(
            Scoring.Line line,
            ExpectedPayment payment,
            Collection<String> references,
            ToIntBiFunction<Scoring.Line, ExpectedPayment> payer) {
        int least = payer.applyAsInt(line, payment) > 0 ? 1 : 0;
        int steps = 0;
        for (ExpectedPayment other : payments.getOrDefault(line.entry().amount(), List.of())) {
            boolean near = Nearness.of(other.day(), line.entry().date()) != Nearness.NONE;
            boolean own = other.grant().id().equals(payment.grant().id());
            if (near && !own && payer.applyAsInt(line, other) >= least) {
                return false;
            }
            steps += own ? 1 : 0;
        }
        long movements = lines.getOrDefault(payment.amount(), List.of()).stream()
                .filter(other -> other.references().isEmpty()
                        || other.references().stream().anyMatch(references::contains))
                .filter(other -> payer.applyAsInt(other, payment) >= least)
                .filter(other -> Nearness.of(payment.day(), other.entry().date()) != Nearness.NONE)
                .count();
        return movements <= steps;
    }
}
