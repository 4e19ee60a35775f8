package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.AidHistory;
import org.subsidia.stateaid.ClusterAid;
import org.subsidia.stateaid.DeMinimis;
import org.subsidia.stateaid.DeMinimisRule;

/**
 * Aid that a structure has received. Known only where the regimes of its grants are written down, and where every award that
 * counts has a day and an amount.
 *
 * @param deMinimis of the general regulation, with that of the same single undertaking
 * @param clusterOperation operating aid under article 27 of regulation 651/2014
 */
record AidReceived(Optional<AidHistory> deMinimis, Optional<AidHistory> clusterOperation) {

    static AidReceived of(Structure structure, @Nullable Grant request, Portfolio portfolio, LocalDate date) {
        if (portfolio.grantsOf(structure.id()).isEmpty()) {
            return new AidReceived(Optional.empty(), Optional.empty());
        }
        AidAwards awards = AidAwards.of(portfolio);
        DeMinimis all = DeMinimis.of(awards, structure, LawBase.standard());
        DeMinimis others = request == null ? all : all.without(request.id());
        return new AidReceived(
                others.history(DeMinimisRule.GENERAL, date),
                ClusterAid.history(awards, structure, request == null ? null : request.id()));
    }
}
