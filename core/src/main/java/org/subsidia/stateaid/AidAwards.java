package org.subsidia.stateaid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StructureId;

/**
 * The awards of a portfolio that are State aid or may be: what was awarded and stands. Money that the Commission manages itself
 * and private money are no State aid; an award without a regime may be aid of any kind.
 */
public final class AidAwards {
    private static final Set<GrantState> NOT_AWARDED =
            EnumSet.of(GrantState.PLANNED, GrantState.REQUESTED, GrantState.REFUSED, GrantState.CANCELLED);
    private static final Set<GrantNature> MAY_BE_AID =
            EnumSet.of(GrantNature.SUBSIDY, GrantNature.CONCOURS_PUBLIC, GrantNature.FINANCIAL_CONTRIBUTION);
    private static final Set<FunderLevel> NO_STATE_MONEY = EnumSet.of(FunderLevel.EU_DIRECT, FunderLevel.PRIVATE);

    private final Portfolio portfolio;
    private final Map<StructureId, List<AidAward>> byStructure = new HashMap<>();

    private AidAwards(Portfolio portfolio) {
        this.portfolio = portfolio;
        for (Grant grant : portfolio.grants()) {
            if (!NOT_AWARDED.contains(grant.state())) {
                read(grant);
            }
        }
        byStructure
                .values()
                .forEach(awards -> awards.sort(
                        Comparator.comparing(AidAward::day, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(AidAward::id)));
    }

    /**
     * Reads the grants of a portfolio.
     *
     * @param portfolio any
     * @return its awards
     */
    public static AidAwards of(Portfolio portfolio) {
        return new AidAwards(portfolio);
    }

    private void read(Grant grant) {
        for (Regime regime : grant.regimes()) {
            if (regime.kind() != RegimeKind.NO_AID) {
                add(grant, regime.kind() == RegimeKind.OTHER && regime.number() == null ? null : regime);
            }
        }
        boolean mayBeAid = grant.regimes().isEmpty()
                && MAY_BE_AID.contains(grant.nature())
                && !Boolean.TRUE.equals(grant.notifiedToUnion())
                && funders(grant).noneMatch(funder -> NO_STATE_MONEY.contains(funder.level()));
        if (mayBeAid) {
            add(grant, null);
        }
    }

    private Stream<Funder> funders(Grant grant) {
        return Stream.of(
                        Optional.ofNullable(grant.origin()),
                        Optional.ofNullable(grant.decisionMaker()),
                        Optional.ofNullable(grant.payer()))
                .flatMap(Optional::stream)
                .limit(1)
                .flatMap(id -> portfolio.funder(id).stream());
    }

    private void add(Grant grant, @Nullable Regime regime) {
        byStructure.computeIfAbsent(grant.structure(), id -> new ArrayList<>()).add(AidAward.of(grant, regime));
    }

    /** {@return the portfolio from which they were read} */
    public Portfolio portfolio() {
        return portfolio;
    }

    /**
     * The awards of a structure.
     *
     * @param structure its id
     * @return by day, those of unknown day first
     */
    public List<AidAward> of(StructureId structure) {
        return List.copyOf(byStructure.getOrDefault(structure, List.of()));
    }
}
