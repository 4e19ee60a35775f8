package org.subsidia.calendar;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;

/** Who stands behind a grant, as far as the deadlines depend on it. */
public final class Funding {
    private static final Set<FunderLevel> FRENCH = Set.of(
            FunderLevel.STATE,
            FunderLevel.STATE_OPERATOR,
            FunderLevel.REGION,
            FunderLevel.DEPARTEMENT,
            FunderLevel.EPCI,
            FunderLevel.COMMUNE,
            FunderLevel.MIXED_SYNDICATE,
            FunderLevel.CHAMBER,
            FunderLevel.OTHER_PUBLIC);
    private static final Set<GrantState> GRANTED =
            Set.of(GrantState.AWARDED, GrantState.UNDER_CONVENTION, GrantState.REPORTED, GrantState.CLOSED);

    private Funding() {}

    /**
     * Who decides on a grant.
     *
     * @param grant the grant
     * @return who decides, else who pays; null: not known
     */
    public static @Nullable FunderId decider(Grant grant) {
        return grant.decisionMaker() != null ? grant.decisionMaker() : grant.payer();
    }

    /**
     * Who transfers the money of a grant.
     *
     * @param grant the grant
     * @return who pays, else who decides; null: not known
     */
    public static @Nullable FunderId payer(Grant grant) {
        return grant.payer() != null ? grant.payer() : grant.decisionMaker();
    }

    /**
     * The level of a funder.
     *
     * @param funder its id; null: not known
     * @param portfolio where it is
     * @return the level; unknown where the funder is
     */
    public static FunderLevel level(@Nullable FunderId funder, Portfolio portfolio) {
        return Optional.ofNullable(funder)
                .flatMap(portfolio::funder)
                .map(Funder::level)
                .orElse(FunderLevel.UNKNOWN);
    }

    /**
     * Whether a funder is a French public authority or body, bound by loi 2000-321 of 12 April 2000.
     *
     * @param level its level
     * @return whether it is
     */
    public static boolean isFrenchAuthority(FunderLevel level) {
        return FRENCH.contains(level);
    }

    /**
     * Whether a grant is money of the Union under shared management, whoever transfers it.
     *
     * @param grant the grant
     * @param portfolio where its funders and programmes are
     * @return whether it is
     */
    public static boolean isEuShared(Grant grant, Portfolio portfolio) {
        return grant.funders().stream().anyMatch(id -> level(id, portfolio) == FunderLevel.EU_SHARED)
                || EuProgrammes.of(grant, portfolio).isPresent();
    }

    /**
     * Whether a grant is a subsidy in cash, the only kind of money to which the delays of the law of 2000 apply.
     *
     * @param grant the grant
     * @return whether it is
     */
    public static boolean isCashSubsidy(Grant grant) {
        return grant.nature() == GrantNature.SUBSIDY && grant.form() == AidForm.CASH;
    }

    /**
     * Whether a grant is awarded and was not given up.
     *
     * @param grant the grant
     * @return whether it is
     */
    public static boolean isGranted(Grant grant) {
        return GRANTED.contains(grant.state());
    }

    /** All is settled, or at least reported: what had to be filed was. */
    static boolean isReported(Grant grant) {
        return grant.state() == GrantState.REPORTED || grant.state() == GrantState.CLOSED;
    }

    static boolean isClosed(Grant grant) {
        return grant.state() == GrantState.CLOSED;
    }
}
