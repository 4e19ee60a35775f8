package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.stateaid.AidAnswer;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.AidVerdict;
import org.subsidia.stateaid.Cumulation;

/** G-CUM-AID: exempted aid, with other aid for the same project, exceeds the highest intensity. Silent while facts are missing. */
final class CumulationGuard implements Guard {
    @Override
    public String id() {
        return "G-CUM-AID";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-CUM-AID");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        AidAwards awards = AidAwards.of(context.portfolio());
        for (Project project : Projects.of(context)) {
            boolean exempted = context.portfolio().grantsOf(project.id()).stream()
                    .flatMap(grant -> grant.regimes().stream())
                    .anyMatch(regime -> regime.kind() == RegimeKind.GBER);
            if (!exempted) {
                continue;
            }
            AidVerdict verdict = Cumulation.of(project, awards, context.lawAt(context.today()));
            if (verdict.answer() == AidAnswer.NO) {
                found.add(Verdict.error(
                                this,
                                Verdict.place(project, "costs"),
                                Message.of("CHECK-CUM-BROKEN", project.name(), verdict.conclusion()))
                        .because(verdict.explanation())
                        .from(project)
                        .checked());
            }
        }
        return found;
    }
}
