package org.subsidia.check;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Grant;

/** G-CERT: more is certified than was claimed, or more is taken of an expense than was spent. */
final class CertifiedGuard extends GrantGuard {
    CertifiedGuard() {
        super("CERT");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        for (Claim claim : grant.claims()) {
            String field = "claims[" + claim.id() + "]";
            Optional<Money> claimed = Optional.ofNullable(claim.claimed());
            Optional<Money> certified = Optional.ofNullable(claim.certified());
            compare(grant, Verdict.place(grant, field + ".certified"), certified, claimed, found);
            for (int i = 0; i < claim.lines().size(); i++) {
                ExpenditureLine line = claim.lines().get(i);
                Place place = Verdict.place(grant, field + ".lines[" + (i + 1) + "].eligible");
                compare(grant, place, Optional.ofNullable(line.eligible()), Optional.of(line.amount()), found);
            }
        }
        compare(
                grant,
                Verdict.place(grant, "amounts"),
                grant.amount(AmountStage.CERTIFIED),
                grant.amount(AmountStage.CLAIMED),
                found);
    }

    private void compare(
            Grant grant, Place place, Optional<Money> certified, Optional<Money> claimed, List<Checked> found) {
        if (certified.isPresent()
                && claimed.isPresent()
                && certified.get().isSameCurrency(claimed.get())
                && certified.get().isGreaterThan(claimed.get())) {
            found.add(Verdict.error(this, place, Message.of("CHECK-CERT-OVER", certified.get(), claimed.get()))
                    .because(
                            Amounts.given(Message.of("CHECK-CERT-CERTIFIED"), certified.get()),
                            Amounts.given(Message.of("CHECK-CERT-CLAIMED"), claimed.get()))
                    .from(grant)
                    .checked());
        }
    }
}
