package org.subsidia.check;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Receipt;

/** G-CLAIM: a claim was filed, or money came in, before the award or without one. */
final class ClaimGuard extends GrantGuard {
    private static final Set<GrantState> WITHOUT_AWARD =
            EnumSet.of(GrantState.PLANNED, GrantState.REQUESTED, GrantState.REFUSED);

    ClaimGuard() {
        super("CLAIM");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        Optional<LocalDate> award = YearAwards.day(grant);
        boolean none = WITHOUT_AWARD.contains(grant.state());
        for (Claim claim : grant.claims()) {
            LocalDate date = claim.date();
            if (date == null) {
                continue;
            }
            String field = "claims[" + claim.id() + "].date";
            Explanation filed = Explanation.leaf(Message.of("CHECK-DATE-CLAIM"), new Value.Day(date));
            if (award.isPresent() && date.isBefore(award.get())) {
                found.add(Verdict.error(
                                this,
                                Verdict.place(grant, field),
                                Message.of("CHECK-CLAIM-EARLY", claim.id(), date, award.get()))
                        .because(filed, decided(award.get()))
                        .from(grant)
                        .checked());
            } else if (none && !date.isAfter(context.today())) {
                found.add(Verdict.error(
                                this,
                                Verdict.place(grant, field),
                                Message.of(
                                        "CHECK-CLAIM-NOAWARD",
                                        claim.id(),
                                        date,
                                        grant.state().label()))
                        .because(filed)
                        .from(grant)
                        .checked());
            }
        }
        for (Receipt receipt : grant.receipts()) {
            if (award.isPresent() && receipt.date().isBefore(award.get())) {
                found.add(Verdict.warning(
                                this,
                                Verdict.place(grant, "receipts[" + receipt.id() + "].date"),
                                Message.of("CHECK-CLAIM-RECEIPT", receipt.id(), receipt.date(), award.get()))
                        .because(
                                Explanation.leaf(Message.of("CHECK-DATE-RECEIPT"), new Value.Day(receipt.date())),
                                decided(award.get()))
                        .from(grant)
                        .checked());
            }
        }
    }

    private static Explanation decided(LocalDate award) {
        return Explanation.leaf(Message.of("CHECK-DATE-DECISION"), new Value.Day(award));
    }
}
