package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;

/** G-LVL: the level of a funder is not known, so that no rule about its grants can be checked. One information a funder. */
final class FunderLevelGuard implements Guard {
    @Override
    public String id() {
        return "G-LVL";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-LVL");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Funder funder : context.portfolio().funders()) {
            long grants = funder.level() != FunderLevel.UNKNOWN
                    ? 0
                    : context.portfolio().grantsOf(funder.id()).stream()
                            .filter(grant -> context.isWhole()
                                    || context.structures().stream()
                                            .anyMatch(
                                                    structure -> structure.id().equals(grant.structure())))
                            .count();
            if (grants > 0) {
                found.add(Verdict.info(
                                this,
                                Verdict.place(funder, "level"),
                                Message.of("CHECK-LVL-UNKNOWN", funder.name(), grants))
                        .from(funder)
                        .checked());
            }
        }
        return found;
    }
}
