package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.cofinancing.FinancingCheck;
import org.subsidia.cofinancing.FinancingPlan;
import org.subsidia.cofinancing.Ruling;
import org.subsidia.cofinancing.Standing;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Project;

/** G-CUM: public money for a project, or one grant alone, exceeds the eligible cost: a cost is funded twice. */
final class PublicMoneyGuard implements Guard {
    @Override
    public String id() {
        return "G-CUM";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-CUM");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Project project : Projects.of(context)) {
            judge(project, "funding", FinancingPlan.of(project, context.portfolio(), context.today()), context, found);
        }
        for (Grant grant : context.grants()) {
            boolean lone = grant.project() == null
                    || context.portfolio().project(grant.project()).isEmpty();
            boolean dead = grant.state() == GrantState.REFUSED || grant.state() == GrantState.CANCELLED;
            if (lone && !dead && grant.eligibleBase() != null) {
                judge(grant, "amounts", FinancingPlan.of(grant, context.portfolio(), context.today()), context, found);
            }
        }
        return found;
    }

    private void judge(
            PortfolioRecord record, String field, FinancingPlan plan, GuardContext context, List<Checked> found) {
        Ruling ruling = FinancingCheck.publicMoney(plan, context.lawAt(context.today()));
        if (ruling.standing() == Standing.BROKEN) {
            found.add(Verdict.error(this, Verdict.place(record, field), Message.of("CHECK-CUM-OVER", ruling.sentence()))
                    .because(ruling.explanation())
                    .from(record)
                    .checked());
        }
    }
}
