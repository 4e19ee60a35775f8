package org.subsidia.consumption;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;

/** Adds up the lines of one kind and year. */
final class BudgetReader {
    private BudgetReader() {}

    static BudgetConsumption read(BudgetKind kind, List<BudgetLine> lines) {
        Explanation planned = sum(BudgetBasis.PLANNED, lines);
        Explanation revised = sum(BudgetBasis.REVISED, lines);
        Explanation actual = sum(BudgetBasis.ACTUAL, lines);
        Explanation budget = revised.value().isKnown() ? revised : planned;
        return new BudgetConsumption(kind, planned, revised, actual, Rates.of(Message.of("CONS-RATE"), actual, budget));
    }

    private static Explanation sum(BudgetBasis basis, List<BudgetLine> lines) {
        Message label = Message.of("CONS-BASIS-" + basis.name());
        List<Explanation> own = lines.stream()
                .filter(line -> line.basis() == basis)
                .map(line -> Amounts.given(
                                Message.of(
                                        "CONS-TEXT",
                                        Optional.ofNullable(line.label())
                                                .orElse(line.id().value())),
                                line.amount())
                        .withRecords(List.of(line.id().value())))
                .toList();
        return own.isEmpty()
                ? Amounts.unknown(label, Message.of("CONS-NO-LINE", label))
                : Amounts.sum(label, CurrencyUnit.EUR, own);
    }
}
