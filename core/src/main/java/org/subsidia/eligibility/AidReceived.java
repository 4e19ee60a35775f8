package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.Structure;

/**
 * Aid that a structure has received, read from its grants. Known only where the regimes of grants are written down, and where
 * every award that counts has a day and an amount.
 *
 * @param deMinimis of the general regulation, with that of the same single undertaking
 * @param clusterOperation operating aid under article 27 of regulation 651/2014
 */
record AidReceived(Optional<AidHistory> deMinimis, Optional<AidHistory> clusterOperation) {
    private static final Set<GrantState> NOT_AWARDED =
            Set.of(GrantState.PLANNED, GrantState.REQUESTED, GrantState.REFUSED, GrantState.CANCELLED);

    static AidReceived of(Structure structure, @Nullable Grant request, Portfolio portfolio, LocalDate date) {
        List<Grant> own = awarded(List.of(structure), request, portfolio);
        List<Grant> ofGroup = awarded(undertaking(structure, portfolio, date), request, portfolio);
        return new AidReceived(
                history(ofGroup, regime -> regime.kind() == RegimeKind.DE_MINIMIS),
                history(
                        own.stream()
                                .filter(grant -> grant.spending() != SpendingKind.INVESTMENT)
                                .toList(),
                        regime -> regime.kind() == RegimeKind.GBER
                                && regime.article() != null
                                && regime.article().matches("(?i)(art(icle|\\.)?\\s*)?27")));
    }

    private static List<Structure> undertaking(Structure structure, Portfolio portfolio, LocalDate date) {
        Optional<String> group = structure.groupOn(date);
        return group.isEmpty()
                ? List.of(structure)
                : portfolio.structures().stream()
                        .filter(other -> other.id().equals(structure.id())
                                || other.groupOn(date).equals(group))
                        .toList();
    }

    private static List<Grant> awarded(List<Structure> structures, @Nullable Grant request, Portfolio portfolio) {
        return structures.stream()
                .flatMap(structure -> portfolio.grantsOf(structure.id()).stream())
                .filter(grant -> !NOT_AWARDED.contains(grant.state()))
                .filter(grant -> request == null || !grant.id().equals(request.id()))
                .toList();
    }

    private static Optional<AidHistory> history(List<Grant> grants, Predicate<Regime> counts) {
        if (grants.stream().allMatch(grant -> grant.regimes().isEmpty())) {
            return Optional.empty();
        }
        List<AidHistory.Aid> aids = new ArrayList<>();
        for (Grant grant : grants) {
            for (Regime regime : grant.regimes()) {
                if (!counts.test(regime)) {
                    continue;
                }
                Optional<LocalDate> day = day(grant);
                Optional<Money> amount = amount(grant, regime);
                if (day.isEmpty() || amount.isEmpty()) {
                    return Optional.empty();
                }
                aids.add(new AidHistory.Aid(day.get(), amount.get(), grant.id().value()));
            }
        }
        return Optional.of(AidHistory.of(aids));
    }

    /** The right to the aid arises with the decision; where its day is not written down, with what followed it. */
    private static Optional<LocalDate> day(Grant grant) {
        return Optional.ofNullable(grant.dates().decision())
                .or(() -> Optional.ofNullable(grant.dates().notification()))
                .or(() -> Optional.ofNullable(grant.dates().convention()));
    }

    private static Optional<Money> amount(Grant grant, Regime regime) {
        Optional<Money> amount = Optional.ofNullable(regime.grossGrantEquivalent())
                .or(() -> grant.regimes().size() == 1 ? grant.amount(AmountStage.AWARDED) : Optional.empty());
        return amount.filter(money -> money.getCurrencyUnit().equals(CurrencyUnit.EUR));
    }
}
