package org.subsidia.rcp.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.Match;
import org.subsidia.cashflow.reconcile.Reconciliation;
import org.subsidia.portfolio.GrantId;

/** Which matches are accepted: those that the library is sure of, unless the user has said otherwise. Knows no window. */
final class Decisions {
    /** A match that is proposed again after the portfolio has changed. */
    private record Key(List<String> entries, List<GrantId> grants) {
        static Key of(Match match) {
            return new Key(
                    match.entries().stream().map(BankEntry::id).toList(),
                    match.payments().stream()
                            .map(payment -> payment.grant().id())
                            .toList());
        }
    }

    private final Map<Key, Boolean> said = new HashMap<>();

    boolean isAccepted(Match match) {
        return said.getOrDefault(Key.of(match), match.state() == Match.State.ACCEPTED);
    }

    void decide(Match match, boolean accepted) {
        said.put(Key.of(match), accepted);
    }

    List<Match> accepted(Reconciliation of) {
        return of.matches().stream().filter(this::isAccepted).toList();
    }

    void forget() {
        said.clear();
    }
}
