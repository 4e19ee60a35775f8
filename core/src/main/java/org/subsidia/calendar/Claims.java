package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;

/** When claims were filed. */
final class Claims {
    private Claims() {}

    /** The days of the claims of a kind, in order; those without a date are not filed yet. */
    static List<LocalDate> filed(Grant grant, ClaimKind kind) {
        return grant.claims().stream()
                .filter(claim -> claim.kind() == kind)
                .flatMap(claim -> Optional.ofNullable(claim.date()).stream())
                .sorted()
                .toList();
    }

    /** The day of the n-th claim of a kind, from 0. */
    static @Nullable LocalDate filed(Grant grant, ClaimKind kind, int number) {
        List<LocalDate> days = filed(grant, kind);
        return number < days.size() ? days.get(number) : null;
    }

    /** The day on which a claim was answered by money. */
    static @Nullable LocalDate answered(Grant grant, Claim claim) {
        return grant.receipts().stream()
                .filter(receipt -> claim.id().equals(receipt.claim()))
                .map(receipt -> receipt.date())
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
