package org.subsidia.rcp.analysis.consumption;

import java.util.List;
import java.util.Optional;
import org.subsidia.accounts.FunderDebt;
import org.subsidia.consumption.BudgetConsumption;
import org.subsidia.consumption.CategoryConsumption;
import org.subsidia.consumption.Consumption;
import org.subsidia.consumption.GrantConsumption;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.GrantNames;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.report.ConsumptionReport;
import org.subsidia.report.Report;

/**
 * Budget against actual of one structure as it is shown.
 *
 * @param shown the figures
 * @param report the same to be read
 */
public record ConsumptionAnswer(ConsumptionReport.Shown shown, Report report) {

    /**
     * Budget against actual in the current year.
     *
     * @param structure the structure
     * @param question the portfolio, the law and the day
     * @return the answer
     */
    public static ConsumptionAnswer of(Structure structure, Question question) {
        return of(structure, question, question.at().getYear());
    }

    static ConsumptionAnswer of(Structure structure, Question question, int year) {
        Consumption consumption = Consumption.of(question.portfolio(), question.law(), question.at());
        ConsumptionReport.Shown shown = new ConsumptionReport.Shown(
                consumption.open(structure.id()),
                consumption.budget(structure.id(), year),
                Optional.of(FunderDebt.of(question.portfolio(), structure, year, IncomeSplit.PERIODS, question.law())),
                year);
        return new ConsumptionAnswer(
                shown,
                GrantNames.in(
                        ConsumptionReport.of(shown, question.portfolio(), structure.name(), question.at()),
                        question.portfolio()));
    }

    /** {@return the report with the origin of its figures} */
    public Sheet sheet() {
        return new Sheet(report, this::origin);
    }

    private Optional<Explanation> origin(String table, int row, String column) {
        return switch (table) {
            case "keyFigures" -> total(column);
            case "costs", "money", "losses" ->
                row < shown.grants().size() ? grant(shown.grants().get(row), column) : total(column);
            case "categories" -> category(row, column);
            case "debts" -> Optional.of(shown.openDebts().get(row).amount());
            case "budget" -> budget(shown.budget().get(row), column);
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> total(String figure) {
        return switch (figure) {
            case "grants" -> Optional.of(shown.count());
            case "awarded" -> Optional.of(shown.awarded());
            case "paid" -> Optional.of(shown.paid());
            case "lostAtEnd" -> Optional.of(shown.lostAtEnd());
            default -> Optional.empty();
        };
    }

    private static Optional<Explanation> grant(GrantConsumption grant, String column) {
        return Optional.ofNullable(
                switch (column) {
                    case "budget" -> grant.budget();
                    case "spent" -> grant.spent();
                    case "claimed" -> grant.claimed();
                    case "certified" -> grant.certified();
                    case "consumed" -> grant.consumed();
                    case "elapsed" -> grant.elapsed();
                    case "awarded" -> grant.awarded();
                    case "committed" -> grant.committed();
                    case "paid" -> grant.paid();
                    case "expected" -> grant.expected();
                    case "lostAtEnd" -> grant.lostAtEnd();
                    case "overCap" -> grant.overCap();
                    case "tranche", "lostByTranche" -> grant.lostByTranche();
                    default -> null;
                });
    }

    private Optional<Explanation> category(int row, String column) {
        List<CategoryConsumption> all = shown.grants().stream()
                .flatMap(grant -> grant.categories().stream())
                .toList();
        CategoryConsumption category = all.get(row);
        return Optional.ofNullable(
                switch (column) {
                    case "budget" -> category.budget();
                    case "spent" -> category.spent();
                    case "accepted" -> category.accepted();
                    case "rejected" -> category.rejected();
                    case "consumed" -> category.rate();
                    default -> null;
                });
    }

    private static Optional<Explanation> budget(BudgetConsumption kind, String column) {
        return Optional.ofNullable(
                switch (column) {
                    case "planned" -> kind.planned();
                    case "revised" -> kind.revised();
                    case "actual" -> kind.actual();
                    case "consumed" -> kind.rate();
                    default -> null;
                });
    }
}
