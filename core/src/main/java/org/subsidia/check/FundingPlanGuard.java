package org.subsidia.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Project;

/** G-PLAN: the funding plan of a project does not equal its cost, to a cent. */
final class FundingPlanGuard implements Guard {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    @Override
    public String id() {
        return "G-PLAN";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-PLAN");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Project project : Projects.of(context)) {
            Optional<Money> cost = project.totalCost();
            Optional<Money> funding = project.totalFunding();
            if (cost.isEmpty() || funding.isEmpty() || !cost.get().isSameCurrency(funding.get())) {
                continue;
            }
            Money gap = cost.get().minus(funding.get());
            if (gap.getAmount().abs().compareTo(TOLERANCE) > 0) {
                found.add(Verdict.error(
                                this,
                                Verdict.place(project, "funding"),
                                Message.of(
                                        gap.isPositive() ? "CHECK-PLAN-SHORT" : "CHECK-PLAN-OVER",
                                        project.name(),
                                        cost.get(),
                                        funding.get(),
                                        gap.abs()))
                        .because(Amounts.difference(Message.of("CHECK-PLAN-GAP"), costs(project), funds(project)))
                        .from(project)
                        .checked());
            }
        }
        return found;
    }

    private static Explanation costs(Project project) {
        return Amounts.sum(
                Message.of("CHECK-PLAN-COST"),
                CurrencyUnit.EUR,
                project.costs().stream()
                        .map(cost -> Amounts.given(Message.of("CHECK-TEXT", cost.category()), cost.amount()))
                        .toList());
    }

    private static Explanation funds(Project project) {
        return Amounts.sum(
                Message.of("CHECK-PLAN-FUNDING"),
                CurrencyUnit.EUR,
                project.funding().stream()
                        .map(line -> Amounts.given(Message.of("CHECK-TEXT", line.name()), line.amount()))
                        .toList());
    }
}
