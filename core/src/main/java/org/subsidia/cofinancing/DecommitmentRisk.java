package org.subsidia.cofinancing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;

/**
 * Money of the Union that grants have not claimed and whose tranche must be covered within some months, or had to be before.
 *
 * @param until the last day looked at
 * @param covers every tranche of the grants that are still running, by day
 * @param amount the unclaimed amount at risk: of each grant what its last tranche within the months leaves open; unknown where the
 *     rate of one is
 */
public record DecommitmentRisk(LocalDate until, List<TrancheCover> covers, Explanation amount) {
    private static final Set<GrantState> RUNNING = EnumSet.of(GrantState.AWARDED, GrantState.UNDER_CONVENTION);

    /** Copies the list. */
    public DecommitmentRisk {
        covers = List.copyOf(covers);
    }

    /**
     * The risk of some grants.
     *
     * @param grants the grants, such as those of one structure; those that are not running count nothing
     * @param portfolio where their programmes are
     * @param months how far to look ahead
     * @param law the law of the day of looking
     * @return the risk
     */
    public static DecommitmentRisk of(List<Grant> grants, Portfolio portfolio, int months, Law law) {
        LocalDate until = law.date().plusMonths(months);
        List<TrancheCover> covers = new ArrayList<>();
        List<Explanation> parts = new ArrayList<>();
        for (Grant grant : grants) {
            if (RUNNING.contains(grant.state())) {
                List<TrancheCover> own = TrancheCover.of(grant, portfolio, law);
                covers.addAll(own);
                own.stream()
                        .filter(cover -> !cover.tranche().date().isAfter(until))
                        .max(Comparator.comparing(cover -> cover.tranche().year()))
                        .ifPresent(last -> parts.add(atRisk(last)));
            }
        }
        covers.sort(Comparator.comparing((TrancheCover cover) -> cover.tranche().date())
                .thenComparing(cover -> cover.grant().id())
                .thenComparing(cover -> cover.tranche().year()));
        return new DecommitmentRisk(
                until, covers, Amounts.sum(Message.of("COFI-RISK", until), CurrencyUnit.EUR, parts));
    }

    private static Explanation atRisk(TrancheCover cover) {
        Message label = Message.of("COFI-RISK-GRANT", FinancingPlan.name(cover.grant()));
        return nothingBelow(label, cover.open())
                .withRecords(List.of(cover.grant().id().value()));
    }

    /** An amount, or nothing where it is negative. */
    static Explanation nothingBelow(Message label, Explanation amount) {
        Optional<Money> known = Amounts.of(amount);
        return known.isEmpty()
                ? Amounts.unknown(label, reason(amount))
                : Amounts.greatest(
                        label,
                        List.of(
                                amount,
                                Amounts.given(
                                        Message.of("COFI-NOTHING"),
                                        Money.zero(known.get().getCurrencyUnit()))));
    }

    private static Message reason(Explanation figure) {
        return figure.value() instanceof Value.Unknown unknown ? unknown.reason() : Message.of("COFI-UNKNOWN-FIGURE");
    }
}
