package org.subsidia.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.cofinancing.TrancheCover;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.territory.EuPeriod;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;

/**
 * G-N3: European money of a yearly tranche is not yet claimed, and the last useful day for a claim is near or past. The
 * programme covers a tranche by its last day; the claim must be paid before. A risk, no verdict: the target is the programme's,
 * not the grant's.
 */
final class DecommitmentGuard extends GrantGuard {
    DecommitmentGuard() {
        super("N3");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        boolean open = grant.state() == GrantState.AWARDED || grant.state() == GrantState.UNDER_CONVENTION;
        Optional<EuPeriod> period = EuProgrammes.period(grant, context.portfolio());
        if (!open || period.isEmpty()) {
            return;
        }
        List<TrancheCover> covers = TrancheCover.of(grant, context.portfolio(), context.lawAt(context.today())).stream()
                .filter(cover -> cover.tranche().year() <= period.get().end().getYear())
                .filter(cover -> cover.claimBy().isPresent())
                .toList();
        if (!covers.isEmpty()
                && covers.stream().allMatch(cover -> !cover.covered().value().isKnown())) {
            found.add(Verdict.info(this, Verdict.place(grant, "rate"), Message.of("CHECK-N3-NORATE"))
                    .from(grant)
                    .checked());
            return;
        }
        covers.stream()
                .filter(cover -> isNear(cover, context))
                .findFirst()
                .ifPresent(cover -> found.add(found(grant, cover, context.today())));
    }

    private static boolean isNear(TrancheCover cover, GuardContext context) {
        LocalDate warnFrom = Deadline.from(cover.claimBy().orElseThrow().date())
                .minus(context.options().claimWarning())
                .due()
                .date();
        return cover.uncovered().filter(Money::isPositive).isPresent()
                && !context.today().isBefore(warnFrom);
    }

    private Checked found(Grant grant, TrancheCover cover, LocalDate today) {
        DueDay claimBy = cover.claimBy().orElseThrow();
        String article = cover.tranche().reason().allRules().stream()
                .map(RuleReference::legalReference)
                .findFirst()
                .orElse("");
        return Verdict.warning(
                        this,
                        Verdict.place(grant, "claims"),
                        Message.of(
                                today.isAfter(claimBy.date()) ? "CHECK-N3-LATE" : "CHECK-N3-SOON",
                                cover.uncovered().orElseThrow(),
                                ConventionGuard.yearText(cover.tranche().year()),
                                claimBy.date(),
                                cover.tranche().date(),
                                article))
                .because(cover.open(), claimBy.explanation(), cover.tranche().reason())
                .from(grant)
                .checked();
    }
}
