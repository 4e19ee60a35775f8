package org.subsidia.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;

/** The last day for the last claim, as the convention sets it. */
final class FinalClaim {
    private FinalClaim() {}

    static void read(Grant grant, Gathering into) {
        LocalDate last = grant.dates().lastClaim();
        if (last != null) {
            into.add(into.of(EventKind.FINAL_CLAIM, last, grant, Fact.LAST_CLAIM)
                    .because(Fact.LAST_CLAIM.on(last))
                    .done(done(grant, last))
                    .build());
        } else if (Funding.isGranted(grant)
                && !Funding.isReported(grant)
                && Funding.isEuShared(grant, into.portfolio())) {
            into.missing(grant, EventKind.FINAL_CLAIM, Fact.LAST_CLAIM);
        }
    }

    /** The day of the final claim; where only the state of the grant tells that it was filed, the deadline itself. */
    static @Nullable LocalDate done(Grant grant, LocalDate due) {
        LocalDate filed = Claims.filed(grant, ClaimKind.FINAL, 0);
        return filed == null && Funding.isReported(grant) ? due : filed;
    }
}
