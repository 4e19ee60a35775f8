package org.subsidia.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.time.Zone;

/** Who stands behind a grant, as the law of subsidies sees it. */
final class Authority {
    /** Local authorities and their groupings (code général des collectivités territoriales). */
    private static final Set<FunderLevel> LOCAL = EnumSet.of(
            FunderLevel.REGION,
            FunderLevel.DEPARTEMENT,
            FunderLevel.EPCI,
            FunderLevel.COMMUNE,
            FunderLevel.MIXED_SYNDICATE);

    /** Administrative authorities and other public bodies of France (loi 2000-321, articles 1 and 9-1). */
    private static final Set<FunderLevel> FRENCH = EnumSet.of(
            FunderLevel.STATE,
            FunderLevel.STATE_OPERATOR,
            FunderLevel.REGION,
            FunderLevel.DEPARTEMENT,
            FunderLevel.EPCI,
            FunderLevel.COMMUNE,
            FunderLevel.MIXED_SYNDICATE,
            FunderLevel.CHAMBER,
            FunderLevel.EU_SHARED,
            FunderLevel.OTHER_PUBLIC);

    private Authority() {}

    /** Who decided the grant, or else who pays it. */
    static Optional<Funder> deciding(Grant grant, GuardContext context) {
        return context.funder(grant.decisionMaker()).or(() -> context.funder(grant.payer()));
    }

    /** Who pays the grant, or else who decided it. */
    static Optional<Funder> paying(Grant grant, GuardContext context) {
        return context.funder(grant.payer()).or(() -> context.funder(grant.decisionMaker()));
    }

    static boolean isFrenchPublic(Funder funder) {
        return FRENCH.contains(funder.level());
    }

    static boolean isLocal(Funder funder) {
        return LOCAL.contains(funder.level());
    }

    static boolean isUnknown(Optional<Funder> funder) {
        return funder.isEmpty() || funder.get().level() == FunderLevel.UNKNOWN;
    }

    /** Whether funds of the Union are managed here by a French authority. */
    static boolean hasSharedEuFunds(Grant grant, GuardContext context) {
        return isShared(context.funder(grant.origin())) || isShared(context.funder(grant.payer()));
    }

    private static boolean isShared(Optional<Funder> funder) {
        return funder.isPresent() && funder.get().level() == FunderLevel.EU_SHARED;
    }

    /** The zone of public holidays in which an authority acts; where it is not told, metropolitan France. */
    static Zone zone(@Nullable Funder funder) {
        String code = funder == null ? null : funder.territory();
        if (funder == null || code == null) {
            return Zone.METROPOLE;
        }
        return switch (funder.level()) {
            case DEPARTEMENT -> Zone.findByDepartement(code).orElse(Zone.METROPOLE);
            case COMMUNE -> commune(code);
            case REGION -> region(code);
            default -> Zone.METROPOLE;
        };
    }

    private static Zone commune(String code) {
        Optional<Zone> overseas = code.length() == 5 ? Zone.findByDepartement(code.substring(0, 3)) : Optional.empty();
        return overseas.or(() -> code.length() == 5 ? Zone.findByDepartement(code.substring(0, 2)) : Optional.empty())
                .orElse(Zone.METROPOLE);
    }

    private static Zone region(String code) {
        return switch (code) {
            case "01" -> Zone.GUADELOUPE;
            case "02" -> Zone.MARTINIQUE;
            case "03" -> Zone.GUYANE;
            case "04" -> Zone.LA_REUNION;
            case "06" -> Zone.MAYOTTE;
            default -> Zone.METROPOLE;
        };
    }
}
