package org.subsidia.calendar;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;

/** Who stands behind a grant, as far as the deadlines depend on it. */
final class Funding {
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

    static @Nullable FunderId decider(Grant grant) {
        return grant.decisionMaker() != null ? grant.decisionMaker() : grant.payer();
    }

    static @Nullable FunderId payer(Grant grant) {
        return grant.payer() != null ? grant.payer() : grant.decisionMaker();
    }

    /** The level of a funder; unknown where the funder is. */
    static FunderLevel level(@Nullable FunderId funder, Portfolio portfolio) {
        return Optional.ofNullable(funder)
                .flatMap(portfolio::funder)
                .map(Funder::level)
                .orElse(FunderLevel.UNKNOWN);
    }

    /** A French public authority or body, bound by loi 2000-321 of 12 April 2000. */
    static boolean isFrenchAuthority(FunderLevel level) {
        return FRENCH.contains(level);
    }

    /** Money of the Union under shared management, whoever transfers it. */
    static boolean isEuShared(Grant grant, Portfolio portfolio) {
        return grant.funders().stream().anyMatch(id -> level(id, portfolio) == FunderLevel.EU_SHARED)
                || EuProgrammes.of(grant, portfolio).isPresent();
    }

    /** A subsidy in cash, the only kind of money to which the delays of the law of 2000 apply. */
    static boolean isCashSubsidy(Grant grant) {
        return grant.nature() == GrantNature.SUBSIDY && grant.form() == AidForm.CASH;
    }

    static boolean isGranted(Grant grant) {
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
