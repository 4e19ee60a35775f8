package org.subsidia.rcp.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;

/** Edits of one field of one record. */
public final class RecordEdits {
    private RecordEdits() {}

    static Edit rename(PortfolioRecord record, String name) {
        if (record instanceof Structure structure) {
            return Edit.put(structure.toBuilder().name(name).build());
        }
        if (record instanceof Funder funder) {
            return Edit.put(funder.toBuilder().name(name).build());
        }
        if (record instanceof Programme programme) {
            return Edit.put(programme.toBuilder().name(name).build());
        }
        if (record instanceof Call call) {
            return Edit.put(call.toBuilder().name(name).build());
        }
        if (record instanceof Project project) {
            return Edit.put(project.toBuilder().name(name).build());
        }
        if (record instanceof BudgetLine line) {
            return Edit.put(line.toBuilder().label(name).build());
        }
        if (record instanceof Grant grant) {
            return Edit.put(grant.toBuilder().purpose(name).build());
        }
        throw new IllegalArgumentException("has no name: " + record.id());
    }

    /** Corrects the award that stands; adds one where there is none. */
    static Edit award(Grant grant, Money amount) {
        return Edit.put(withAmount(grant, AmountStage.AWARDED, amount));
    }

    /**
     * A grant with another amount at a stage.
     *
     * @param grant the grant
     * @param stage the stage
     * @param amount corrects the entry that stands; a new one where there is none
     * @return the grant
     */
    public static Grant withAmount(Grant grant, AmountStage stage, Money amount) {
        List<StagedAmount> amounts = new ArrayList<>(grant.amounts());
        Optional<StagedAmount> standing = grant.standing(stage, LocalDate.MAX);
        if (standing.isEmpty()) {
            LocalDate day = stage == AmountStage.AWARDED
                    ? grant.dates().decision()
                    : stage == AmountStage.REQUESTED ? grant.dates().request() : null;
            amounts.add(new StagedAmount(stage, amount, day, null));
        } else {
            StagedAmount before = standing.get();
            amounts.set(amounts.lastIndexOf(before), new StagedAmount(stage, amount, before.date(), before.reason()));
        }
        return grant.toBuilder().amounts(amounts).build();
    }
}
