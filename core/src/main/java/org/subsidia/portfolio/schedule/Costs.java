package org.subsidia.portfolio.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Receipt;

/** What was spent, certified and received, by the grant's claims and receipts. */
final class Costs {
    private Costs() {}

    /** The expenses that a claim shows: its amount, else its lines, else what was certified of it. */
    static Optional<Money> shown(Claim claim) {
        if (claim.claimed() != null) {
            return Optional.of(claim.claimed());
        }
        List<Money> lines = claim.lines().stream().map(ExpenditureLine::amount).toList();
        boolean oneCurrency =
                lines.stream().map(Money::getCurrencyUnit).distinct().count() == 1;
        return oneCurrency ? Optional.of(Money.total(lines)) : Optional.ofNullable(claim.certified());
    }

    /** The certified eligible cost: of all claims but advances. */
    static Explanation certified(Grant grant, LocalDate day) {
        return Amounts.sum(
                Message.of("SCHED-CERTIFIED"),
                Award.currency(grant),
                grant.claims().stream()
                        .filter(claim -> claim.kind() != ClaimKind.ADVANCE && isCertified(claim, day))
                        .flatMap(claim -> Optional.ofNullable(claim.certified()).stream()
                                .map(amount -> Amounts.given(Message.of("SCHED-CERTIFIED-CLAIM", claim.id()), amount)))
                        .toList());
    }

    /** What the funder says it certified of the grant itself, where no claim tells of its cost. */
    static Optional<Explanation> certifiedAmount(Grant grant, LocalDate day) {
        return grant.claims().isEmpty()
                ? grant.amountOn(AmountStage.CERTIFIED, day)
                        .map(amount -> Amounts.given(Message.of("SCHED-CERTIFIED-AMOUNT"), amount))
                : Optional.empty();
    }

    /** Whether the cost is final: a final claim is certified, or the standing is given without claims. */
    static boolean settled(Grant grant, LocalDate day) {
        boolean finalClaim =
                grant.claims().stream().anyMatch(claim -> claim.kind() == ClaimKind.FINAL && isCertified(claim, day));
        return finalClaim
                || (grant.claims().isEmpty()
                        && grant.amountOn(AmountStage.CERTIFIED, day).isPresent());
    }

    private static boolean isCertified(Claim claim, LocalDate day) {
        return claim.certified() != null
                && (claim.certifiedOn() == null || !claim.certifiedOn().isAfter(day));
    }

    /** What came in, less what was paid back: the receipts, else what the funder says it paid. */
    static Explanation paid(Grant grant, LocalDate day) {
        Message label = Message.of("SCHED-PAID");
        List<Receipt> receipts = grant.receipts().stream()
                .filter(receipt -> !receipt.date().isAfter(day))
                .toList();
        Optional<Money> standing = grant.amountOn(AmountStage.PAID, day);
        if (receipts.isEmpty() && standing.isPresent()) {
            return Amounts.given(label, standing.get());
        }
        return Amounts.sum(
                label,
                Award.currency(grant),
                receipts.stream()
                        .map(receipt -> Amounts.given(
                                Message.of("SCHED-PAID-RECEIPT", receipt.id(), receipt.date()), receipt.amount()))
                        .toList());
    }
}
