package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Grant;

/** The expenses that the claims of a grant show, as one list. */
final class Expenses {
    /** An expense and the claim that shows it. */
    record Shown(Claim claim, ExpenditureLine line) {}

    private Expenses() {}

    static List<Shown> of(Grant grant) {
        return grant.claims().stream()
                .flatMap(claim -> claim.lines().stream().map(line -> new Shown(claim, line)))
                .toList();
    }

    /** The claims with an expense put at a position of the list; last of its claim where that is another, or there is none. */
    static List<Claim> with(Grant grant, int at, Claim wanted, ExpenditureLine line) {
        Optional<Shown> before = Optional.ofNullable(GrantList.at(of(grant), at));
        boolean stays =
                before.filter(shown -> shown.claim().id().equals(wanted.id())).isPresent();
        List<Claim> claims = stays ? grant.claims() : without(grant, at);
        return claims.stream()
                .map(claim -> claim.id().equals(wanted.id())
                        ? lines(claim, GrantList.put(claim.lines(), stays ? within(grant, at) : -1, line))
                        : claim)
                .toList();
    }

    /** The claims without the expense at a position of the list. */
    static List<Claim> without(Grant grant, int at) {
        int first = 0;
        List<Claim> next = new ArrayList<>();
        for (Claim claim : grant.claims()) {
            int last = first + claim.lines().size();
            next.add(at >= first && at < last ? lines(claim, GrantList.without(claim.lines(), at - first)) : claim);
            first = last;
        }
        return next;
    }

    /** The position within its claim. */
    private static int within(Grant grant, int at) {
        int first = 0;
        for (Claim claim : grant.claims()) {
            if (at < first + claim.lines().size()) {
                return at - first;
            }
            first += claim.lines().size();
        }
        throw new IndexOutOfBoundsException(at);
    }

    private static Claim lines(Claim claim, List<ExpenditureLine> lines) {
        return new Claim(
                claim.id(),
                claim.kind(),
                claim.date(),
                claim.claimed(),
                claim.certifiedOn(),
                claim.certified(),
                lines,
                claim.note());
    }
}
