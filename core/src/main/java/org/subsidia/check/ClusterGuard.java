package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Structure;
import org.subsidia.stateaid.AidAnswer;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.AidVerdict;
import org.subsidia.stateaid.ClusterAid;
import org.subsidia.stateaid.ClusterPosition;

/**
 * G-27-50, G-27-10Y, G-27-CAP: a cluster has more operating aid under article 27 than half of its eligible costs, in more years
 * than ten, or more aid than may be given without notification. Silent while facts are missing.
 */
final class ClusterGuard implements Guard {
    private final String name;
    private final Function<ClusterPosition, List<AidVerdict>> verdicts;

    private ClusterGuard(String name, Function<ClusterPosition, List<AidVerdict>> verdicts) {
        this.name = name;
        this.verdicts = verdicts;
    }

    static ClusterGuard intensity() {
        return new ClusterGuard("27-50", position -> {
            List<AidVerdict> all = new ArrayList<>(List.of(position.intensity()));
            all.addAll(position.investments());
            return all;
        });
    }

    static ClusterGuard years() {
        return new ClusterGuard("27-10Y", position -> List.of(position.years()));
    }

    static ClusterGuard ceiling() {
        return new ClusterGuard("27-CAP", position -> List.of(position.ceiling()));
    }

    @Override
    public String id() {
        return "G-" + name;
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-" + name);
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        AidAwards awards = AidAwards.of(context.portfolio());
        for (Structure structure : context.structures()) {
            ClusterAid aid = ClusterAid.of(awards, structure, context.lawBase());
            if (aid.isAided()) {
                verdicts.apply(aid.on(context.today())).stream()
                        .filter(verdict -> verdict.answer() == AidAnswer.NO)
                        .forEach(verdict -> found.add(broken(structure, verdict)));
            }
        }
        return found;
    }

    private Checked broken(Structure structure, AidVerdict verdict) {
        return Verdict.error(
                        this,
                        Verdict.place(structure, "name"),
                        Message.of("CHECK-27-BROKEN", structure.name(), verdict.condition(), verdict.conclusion()))
                .because(verdict.explanation())
                .from(structure)
                .checked();
    }
}
