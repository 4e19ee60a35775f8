package org.subsidia.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetSide;
import org.subsidia.portfolio.Structure;

/** The operating products of a structure in a year. */
final class BudgetProducts {
    private BudgetProducts() {}

    /** All products, on the best basis known: actual, else revised, else planned. Without lines the sum is zero. */
    static Explanation of(Structure structure, int year, GuardContext context) {
        List<BudgetLine> lines = lines(structure, year, context, line -> true);
        Optional<BudgetBasis> best = lines.stream().map(BudgetLine::basis).max(Comparator.naturalOrder());
        return sum(
                Message.of("CHECK-PRODUCTS", ConventionGuard.yearText(year)),
                lines.stream()
                        .filter(line -> best.isPresent() && line.basis() == best.get())
                        .toList());
    }

    /** The products of the estimate of the start of the year that pass a test. */
    static Explanation planned(
            Message label, Structure structure, int year, GuardContext context, Predicate<BudgetLine> which) {
        return sum(
                label,
                lines(structure, year, context, line -> line.basis() == BudgetBasis.PLANNED && which.test(line)));
    }

    private static List<BudgetLine> lines(
            Structure structure, int year, GuardContext context, Predicate<BudgetLine> which) {
        return context.budget(structure.id()).stream()
                .filter(line -> line.year() == year
                        && line.kind().side() == BudgetSide.PRODUCT
                        && line.basis() != BudgetBasis.CASH
                        // released and set-aside funds of other years are no product of this one
                        && line.kind() != BudgetKind.DEDICATED_FUNDS
                        && which.test(line))
                .toList();
    }

    private static Explanation sum(Message label, List<BudgetLine> lines) {
        return Amounts.sum(
                label,
                CurrencyUnit.EUR,
                lines.stream()
                        .map(line -> Amounts.given(
                                        Message.of(
                                                "CHECK-TEXT",
                                                line.label() == null ? line.id().value() : line.label()),
                                        line.amount())
                                .withRecords(List.of(line.id().value())))
                        .toList());
    }
}
