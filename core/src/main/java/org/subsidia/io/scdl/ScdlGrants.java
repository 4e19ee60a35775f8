package org.subsidia.io.scdl;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Rna;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.Structure;

/**
 * Grants of a portfolio as rows to be published. What the portfolio does not know stays missing, so that {@link ScdlWriter}
 * refuses the row and says what to complete; nothing is made up.
 */
public final class ScdlGrants {
    private ScdlGrants() {}

    /**
     * A grant as it would be published.
     *
     * @param grant the grant
     * @param row the row
     */
    public record Published(GrantId grant, ScdlRow row) {}

    /**
     * The rows of a portfolio's subsidies that were awarded, by the id of the grant.
     *
     * @param portfolio the portfolio
     * @param notified what to publish of grants that neither say whether they were notified to the Commission nor have a regime
     *     that tells it; null: leave it missing
     * @return a row a grant, its number among the grants as line
     */
    public static List<Published> rows(Portfolio portfolio, @Nullable Boolean notified) {
        List<Grant> grants = portfolio.grants().stream()
                .filter(grant -> grant.nature() == GrantNature.SUBSIDY && isAwarded(grant.state()))
                .filter(grant -> amount(grant).isPresent())
                .toList();
        return IntStream.range(0, grants.size())
                .mapToObj(i -> new Published(grants.get(i).id(), row(i + 1L, grants.get(i), portfolio, notified)))
                .toList();
    }

    private static boolean isAwarded(GrantState state) {
        return switch (state) {
            case AWARDED, UNDER_CONVENTION, REPORTED, CLOSED -> true;
            case PLANNED, REQUESTED, REFUSED, CANCELLED -> false;
        };
    }

    private static Optional<Money> amount(Grant grant) {
        return grant.amount(AmountStage.AWARDED)
                .or(() -> grant.amount(AmountStage.CONVENTION))
                .filter(money -> money.getCurrencyUnit().equals(CurrencyUnit.EUR));
    }

    private static ScdlRow row(long number, Grant grant, Portfolio portfolio, @Nullable Boolean notified) {
        return new ScdlRow(
                number,
                funder(grant, portfolio),
                beneficiary(grant, portfolio),
                Optional.ofNullable(grant.dates().convention()).map(ScdlDate::of),
                Optional.ofNullable(grant.dates().decision()).map(ScdlDate::of),
                Optional.ofNullable(grant.reference()),
                Optional.of(grant.purpose()).filter(text -> !text.isBlank()),
                amount(grant).orElseThrow(),
                Fraction.ONE,
                nature(grant.form()),
                conditions(grant),
                period(grant),
                Optional.empty(),
                notified(grant).or(() -> Optional.ofNullable(notified)),
                Optional.ofNullable(grant.scheme()),
                Map.of());
    }

    private static ScdlParty funder(Grant grant, Portfolio portfolio) {
        Optional<Funder> funder = Optional.ofNullable(grant.decisionMaker())
                .or(() -> Optional.ofNullable(grant.payer()))
                .flatMap((FunderId id) -> portfolio.funder(id));
        return new ScdlParty(
                funder.map(Funder::name),
                funder.flatMap(one -> number(one.siret()).or(() -> number(one.siren()))),
                Optional.empty(),
                false);
    }

    private static ScdlParty beneficiary(Grant grant, Portfolio portfolio) {
        Optional<Structure> structure = portfolio.structure(grant.structure());
        Optional<Rna> rna = structure
                .flatMap(one -> Optional.ofNullable(one.rna()))
                .flatMap(text -> Rna.read(text).value());
        Optional<OrganisationId> number =
                structure.flatMap(one -> number(one.siret()).or(() -> number(one.siren())));
        return new ScdlParty(structure.map(Structure::name), number.or(() -> rna), rna, false);
    }

    private static Optional<OrganisationId> number(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(one -> OrganisationId.read(one).value());
    }

    private static Set<ScdlNature> nature(AidForm form) {
        return switch (form) {
            case CASH -> EnumSet.of(ScdlNature.CASH);
            case IN_KIND -> EnumSet.of(ScdlNature.IN_KIND);
            case CASH_AND_IN_KIND -> EnumSet.allOf(ScdlNature.class);
        };
    }

    /** The words of the convention, else what the schedule tells. */
    private static Optional<String> conditions(Grant grant) {
        return Optional.ofNullable(grant.paymentTerms())
                .or(() -> switch (grant.schedule().size()) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of("unique");
                    default -> Optional.of("échelonné");
                });
    }

    /** As published, else from the first to the last receipt. */
    private static Optional<ScdlPeriod> period(Grant grant) {
        DateWindow window = grant.paymentWindow();
        LocalDate first = window == null ? null : window.first();
        LocalDate last = window == null ? null : window.last();
        if (first != null && last != null && !last.isBefore(first)) {
            return Optional.of(ScdlPeriod.of(first, last));
        }
        List<LocalDate> days =
                grant.receipts().stream().map(Receipt::date).sorted().toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(ScdlPeriod.of(days.get(0), days.get(days.size() - 1)));
    }

    /** Aid under an exemption is not notified, nor is what is no aid; what only has a number may be either. */
    private static Optional<Boolean> notified(Grant grant) {
        if (grant.notifiedToUnion() != null || grant.regimes().isEmpty()) {
            return Optional.ofNullable(grant.notifiedToUnion());
        }
        if (grant.regimes().stream().anyMatch(regime -> regime.kind() == RegimeKind.NOTIFIED)) {
            return Optional.of(true);
        }
        Set<RegimeKind> exempt = EnumSet.of(
                RegimeKind.NO_AID,
                RegimeKind.DE_MINIMIS,
                RegimeKind.DE_MINIMIS_SGEI,
                RegimeKind.DE_MINIMIS_AGRICULTURE,
                RegimeKind.DE_MINIMIS_FISHERY,
                RegimeKind.GBER);
        return grant.regimes().stream().allMatch(regime -> exempt.contains(regime.kind()))
                ? Optional.of(false)
                : Optional.empty();
    }
}
