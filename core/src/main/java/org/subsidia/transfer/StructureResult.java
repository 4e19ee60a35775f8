package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * What the scenario does to one structure, in the last year and over all years since the transfer.
 *
 * @param recipient the structure
 * @param before its public money of the last year if nothing were decided
 * @param after its public money of the last year
 * @param cumulated the gap of all years since the transfer; negative is a loss
 * @param rank 1 for the greatest loss of the last year
 * @param runway whole months from the first day of the transfer before its cash is gone; none: not within the horizon
 * @param runwayBefore the same if nothing were decided
 * @param cashGone the day on which its cash is gone; none: not within the horizon
 * @param cashBasis from what its cash is worked out
 * @param cashMissing why its cash is not known; none: it is
 */
public record StructureResult(
        Recipient recipient,
        Money before,
        Money after,
        Money cumulated,
        int rank,
        Optional<Integer> runway,
        Optional<Integer> runwayBefore,
        Optional<LocalDate> cashGone,
        CashBasis cashBasis,
        Optional<Message> cashMissing) {

    /** {@return after less before; negative is a loss} */
    public Money gap() {
        return after.minus(before);
    }

    /** {@return the gap as a share of before, empty where there was nothing} */
    public Optional<Fraction> share() {
        return before.isZero() ? Optional.empty() : Optional.of(Fraction.ratio(gap(), before));
    }

    static List<StructureResult> of(Simulation simulation) {
        Scenario scenario = simulation.scenario();
        YearResult last = simulation.result(scenario.last());
        List<Integer> order = new ArrayList<>();
        List<Recipient> recipients = simulation.population().recipients();
        for (int p = 0; p < recipients.size(); p++) {
            order.add(p);
        }
        order.sort(Comparator.comparingLong((Integer p) -> last.publicAfter(p) - last.publicBefore(p))
                .thenComparing(p -> recipients.get(p).id()));
        List<StructureResult> results = new ArrayList<>();
        for (int p : order) {
            long gap = last.publicAfter(p) - last.publicBefore(p);
            boolean tie = !results.isEmpty()
                    && Cents.of(results.get(results.size() - 1).gap()) == gap;
            int rank = tie ? results.get(results.size() - 1).rank() : results.size() + 1;
            results.add(of(simulation, p, last, rank));
        }
        return results;
    }

    private static StructureResult of(Simulation simulation, int p, YearResult last, int rank) {
        Scenario scenario = simulation.scenario();
        long cumulated = 0;
        for (int year = Math.max(scenario.first(), scenario.transfer()); year <= scenario.last(); year++) {
            YearResult result = simulation.result(year);
            cumulated = Math.addExact(cumulated, result.publicAfter(p) - result.publicBefore(p));
        }
        Recipient recipient = simulation.population().recipients().get(p);
        Budget after = simulation.budgetAfter(p);
        Optional<Message> missing = after.missing() != null
                ? Optional.of(after.missing())
                : after.balance().length == 0
                        ? Optional.of(Message.of("XFER-NO-CASH", recipient.name()))
                        : Optional.empty();
        return new StructureResult(
                recipient,
                Cents.money(last.publicBefore(p)),
                Cents.money(last.publicAfter(p)),
                Cents.money(cumulated),
                rank,
                after.runway(),
                simulation.budgetBefore(p).runway(),
                Optional.ofNullable(after.cash().gone()),
                after.cash().basis(),
                missing);
    }
}
