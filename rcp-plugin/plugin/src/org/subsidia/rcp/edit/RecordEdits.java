package org.subsidia.rcp.edit;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;

/** Edits of one field of one record. */
final class RecordEdits {
    private RecordEdits() {}

    static Edit rename(PortfolioRecord record, String name) {
        if (record instanceof Structure structure) {
            return Edit.put(structure.toBuilder().name(name).build());
        }
        if (record instanceof Funder funder) {
            return Edit.put(funder.toBuilder().name(name).build());
        }
        if (record instanceof Grant grant) {
            return Edit.put(grant.toBuilder().purpose(name).build());
        }
        throw new IllegalArgumentException("has no name: " + record.id());
    }

    /** Corrects the award that stands; adds one where there is none. */
    static Edit award(Grant grant, Money amount) {
        List<StagedAmount> amounts = new ArrayList<>(grant.amounts());
        int standing = standing(grant);
        if (standing < 0) {
            amounts.add(
                    new StagedAmount(AmountStage.AWARDED, amount, grant.dates().decision(), null));
        } else {
            StagedAmount before = amounts.get(standing);
            amounts.set(standing, new StagedAmount(before.stage(), amount, before.date(), before.reason()));
        }
        return Edit.put(grant.toBuilder().amounts(amounts).build());
    }

    /** The position of the entry that is the award now, or -1. */
    private static int standing(Grant grant) {
        int latest = -1;
        for (int i = 0; i < grant.amounts().size(); i++) {
            StagedAmount entry = grant.amounts().get(i);
            if (entry.stage() != AmountStage.AWARDED) {
                continue;
            }
            StagedAmount known = latest < 0 ? null : grant.amounts().get(latest);
            if (known == null
                    || known.date() == null
                    || (entry.date() != null && !entry.date().isBefore(known.date()))) {
                latest = i;
            }
        }
        return latest;
    }
}
