package org.subsidia.io.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Provenance;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;

/** Grants, one a row. */
final class GrantLayout extends Layout<Grant> {

    GrantLayout() {
        super(amounts(start()));
    }

    private static LayoutBuilder<Grant> start() {
        LayoutBuilder<Grant> grants = new LayoutBuilder<Grant>()
                .structure("structure", Grant::structure, (g, id) -> g.toBuilder()
                        .structure((StructureId) id)
                        .build())
                .field("purpose", FieldType.TEXT, Grant::purpose, (g, v) -> g.toBuilder()
                        .purpose((String) v)
                        .build())
                .funder("payer", Grant::payer, (g, id) -> g.toBuilder()
                        .payer((FunderId) id)
                        .build())
                .field("reference", FieldType.TEXT, Grant::reference, (g, v) -> g.toBuilder()
                        .reference((String) v)
                        .build())
                .field("scheme", FieldType.TEXT, Grant::scheme, (g, v) -> g.toBuilder()
                        .scheme((String) v)
                        .build())
                .choice("state", false, GrantState.class, Grant::state, (g, v) -> g.toBuilder()
                        .state(v)
                        .build())
                .choice("nature", false, GrantNature.class, Grant::nature, (g, v) -> g.toBuilder()
                        .nature(v)
                        .build())
                .choice("spending", false, SpendingKind.class, Grant::spending, (g, v) -> g.toBuilder()
                        .spending(v)
                        .build())
                .choice("form", false, AidForm.class, Grant::form, (g, v) -> g.toBuilder()
                        .form(v)
                        .build())
                .field("fiscalYear", FieldType.YEAR, Grant::fiscalYear, (g, v) -> g.toBuilder()
                        .fiscalYear((Integer) v)
                        .build());
        date(grants, "requestDate", GrantDates::request, GrantDates.Builder::request);
        date(grants, "decisionDate", GrantDates::decision, GrantDates.Builder::decision);
        date(grants, "notificationDate", GrantDates::notification, GrantDates.Builder::notification);
        date(grants, "conventionDate", GrantDates::convention, GrantDates.Builder::convention);
        date(grants, "startDate", GrantDates::start, GrantDates.Builder::start);
        date(grants, "endDate", GrantDates::end, GrantDates.Builder::end);
        date(grants, "worksStartDate", GrantDates::worksStart, GrantDates.Builder::worksStart);
        date(grants, "reportDate", GrantDates::report, GrantDates.Builder::report);
        date(grants, "reportedDate", GrantDates::reported, GrantDates.Builder::reported);
        date(grants, "lastClaimDate", GrantDates::lastClaim, GrantDates.Builder::lastClaim);
        return grants.field(
                        "eligibleFrom",
                        FieldType.DATE,
                        g -> g.eligibility() == null ? null : g.eligibility().first(),
                        (g, v) -> {
                            DateWindow window = g.eligibility();
                            LocalDate last = window == null ? null : window.last();
                            return g.toBuilder()
                                    .eligibility(new DateWindow((LocalDate) v, last))
                                    .build();
                        })
                .field(
                        "eligibleTo",
                        FieldType.DATE,
                        g -> g.eligibility() == null ? null : g.eligibility().last(),
                        (g, v) -> {
                            DateWindow window = g.eligibility();
                            LocalDate first = window == null ? null : window.first();
                            return g.toBuilder()
                                    .eligibility(new DateWindow(first, (LocalDate) v))
                                    .build();
                        });
    }

    private static LayoutBuilder<Grant> amounts(LayoutBuilder<Grant> grants) {
        for (AmountStage stage : AmountStage.values()) {
            String id = stageId(stage);
            grants.field(
                            id,
                            FieldType.AMOUNT,
                            g -> g.amount(stage).orElse(null),
                            (g, v, row) -> StageAmounts.put(
                                    g,
                                    stage,
                                    (Money) v,
                                    row.value(id + "On", LocalDate.class),
                                    row.isMapped(id + "On")))
                    .field(
                            id + "On",
                            FieldType.DATE,
                            g -> StageAmounts.latest(g, stage)
                                    .map(StagedAmount::date)
                                    .orElse(null),
                            (g, v, row) -> StageAmounts.date(g, stage, (LocalDate) v));
        }
        return grants.field("rate", FieldType.SHARE, Grant::rate, (g, v) -> g.toBuilder()
                        .rate((Fraction) v)
                        .build())
                .field("eligibleBase", FieldType.AMOUNT, Grant::eligibleBase, (g, v) -> g.toBuilder()
                        .eligibleBase((Money) v)
                        .build())
                .field("maximum", FieldType.AMOUNT, Grant::maximum, (g, v) -> g.toBuilder()
                        .maximum((Money) v)
                        .build())
                .choice("settlement", false, Settlement.class, Grant::settlement, (g, v) -> g.toBuilder()
                        .settlement(v)
                        .build())
                .choice("incomeSplit", false, IncomeSplit.class, Grant::incomeSplit, (g, v) -> g.toBuilder()
                        .incomeSplit(v)
                        .build())
                .field("dedicated", FieldType.FLAG, Grant::dedicated, (g, v) -> g.toBuilder()
                        .dedicated((Boolean) v)
                        .build())
                .field(
                        "depreciationFrom",
                        FieldType.DATE,
                        g -> g.depreciation() == null ? null : g.depreciation().first(),
                        (g, v) -> {
                            DateWindow window = g.depreciation();
                            LocalDate last = window == null ? null : window.last();
                            return g.toBuilder()
                                    .depreciation(new DateWindow((LocalDate) v, last))
                                    .build();
                        })
                .field(
                        "depreciationTo",
                        FieldType.DATE,
                        g -> g.depreciation() == null ? null : g.depreciation().last(),
                        (g, v) -> {
                            DateWindow window = g.depreciation();
                            LocalDate first = window == null ? null : window.first();
                            return g.toBuilder()
                                    .depreciation(new DateWindow(first, (LocalDate) v))
                                    .build();
                        })
                .choice(
                        "conditionKind",
                        false,
                        AwardCondition.Kind.class,
                        g -> g.condition() == null ? null : g.condition().kind(),
                        (g, v) -> withCondition(g, old -> new AwardCondition(v, old.text(), old.fulfilled())))
                .field(
                        "conditionText",
                        FieldType.TEXT,
                        g -> g.condition() == null ? null : g.condition().text(),
                        (g, v) -> withCondition(g, old -> new AwardCondition(old.kind(), (String) v, old.fulfilled())))
                .field(
                        "conditionFulfilled",
                        FieldType.DATE,
                        g -> g.condition() == null ? null : g.condition().fulfilled(),
                        (g, v) -> withCondition(g, old -> new AwardCondition(old.kind(), old.text(), (LocalDate) v)))
                .choice(
                        "regimeKind",
                        false,
                        RegimeKind.class,
                        g -> regime(g).map(Regime::kind).orElse(null),
                        (g, v) -> withRegime(
                                g, old -> new Regime(v, old.number(), old.article(), old.grossGrantEquivalent())))
                .field(
                        "regimeNumber",
                        FieldType.TEXT,
                        g -> regime(g).map(Regime::number).orElse(null),
                        (g, v) -> withRegime(
                                g,
                                old -> new Regime(old.kind(), (String) v, old.article(), old.grossGrantEquivalent())))
                .field(
                        "regimeArticle",
                        FieldType.TEXT,
                        g -> regime(g).map(Regime::article).orElse(null),
                        (g, v) -> withRegime(
                                g, old -> new Regime(old.kind(), old.number(), (String) v, old.grossGrantEquivalent())))
                .field("notified", FieldType.FLAG, Grant::notifiedToUnion, (g, v) -> g.toBuilder()
                        .notifiedToUnion((Boolean) v)
                        .build())
                .funder("decisionMaker", Grant::decisionMaker, (g, id) -> g.toBuilder()
                        .decisionMaker((FunderId) id)
                        .build())
                .funder("origin", Grant::origin, (g, id) -> g.toBuilder()
                        .origin((FunderId) id)
                        .build())
                .other("programme", RecordKind.PROGRAMME, Grant::programme, (g, id) -> g.toBuilder()
                        .programme((ProgrammeId) id)
                        .build())
                .other("call", RecordKind.CALL, Grant::call, (g, id) -> g.toBuilder()
                        .call((CallId) id)
                        .build())
                .other("project", RecordKind.PROJECT, Grant::project, (g, id) -> g.toBuilder()
                        .project((ProjectId) id)
                        .build())
                .field("paymentTerms", FieldType.TEXT, Grant::paymentTerms, (g, v) -> g.toBuilder()
                        .paymentTerms((String) v)
                        .build())
                .field("note", FieldType.TEXT, Grant::note, (g, v) -> g.toBuilder()
                        .note((String) v)
                        .build())
                .silent("currency", FieldType.CURRENCY, StageAmounts::currency)
                .silent("id", FieldType.ID, g -> g.id().value());
    }

    private static void date(
            LayoutBuilder<Grant> grants,
            String id,
            Function<GrantDates, @Nullable LocalDate> get,
            BiFunction<GrantDates.Builder, LocalDate, GrantDates.Builder> set) {
        grants.field(id, FieldType.DATE, g -> get.apply(g.dates()), (g, v) -> g.toBuilder()
                .dates(set.apply(g.dates().toBuilder(), (LocalDate) v).build())
                .build());
    }

    static String stageId(AmountStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    /** A table shows one regime: the first one. */
    private static Optional<Regime> regime(Grant grant) {
        return grant.regimes().stream().findFirst();
    }

    private static Grant withRegime(Grant grant, Function<Regime, Regime> change) {
        List<Regime> regimes = new ArrayList<>(grant.regimes());
        Regime old = regimes.isEmpty() ? new Regime(RegimeKind.OTHER, null, null, null) : regimes.remove(0);
        regimes.add(0, change.apply(old));
        return grant.toBuilder().regimes(regimes).build();
    }

    /** A condition of which nobody says what it does is taken as suspensive: no income before it is fulfilled. */
    private static Grant withCondition(Grant grant, UnaryOperator<AwardCondition> change) {
        AwardCondition old = grant.condition();
        return grant.toBuilder()
                .condition(change.apply(
                        old == null ? new AwardCondition(AwardCondition.Kind.SUSPENSIVE, null, null) : old))
                .build();
    }

    @Override
    List<List<String>> keys() {
        return List.of(List.of("id"), List.of("structure", "payer", "reference"), List.of("structure", "reference"));
    }

    @Override
    List<String> naturalKey() {
        return List.of("structure", "payer", "purpose", "scheme", "programme", "fiscalYear", "decisionDate");
    }

    @Override
    List<Grant> records(Portfolio portfolio) {
        return portfolio.grants();
    }

    @Override
    RecordId id(Grant grant) {
        return grant.id();
    }

    @Override
    @Nullable
    Grant start(String id, RowValues row, Workspace workspace) {
        return row.group("structure", StructureId.class)
                .map(structure -> Grant.builder(new GrantId(id), structure)
                        .state(state(row))
                        .build())
                .orElse(null);
    }

    /** Where a new grant stands as far as its dates and amounts tell; a column for it goes before. */
    private static GrantState state(RowValues row) {
        if (row.has("conventionDate") || row.has("convention")) {
            return GrantState.UNDER_CONVENTION;
        }
        if (row.has("awarded") || row.has("decisionDate") || row.has("notificationDate")) {
            return GrantState.AWARDED;
        }
        return row.has("requested") || row.has("requestDate") ? GrantState.REQUESTED : GrantState.PLANNED;
    }

    @Override
    Grant current(Grant grant, Workspace workspace) {
        return (Grant) workspace.find(grant.id()).orElse(grant);
    }

    @Override
    void put(Grant grant, RowValues row, Workspace workspace) {
        Provenance source = new Provenance(workspace.file(), row.line(), row.hash(), null, null, null);
        boolean told = grant.provenance().stream()
                .anyMatch(p -> p.file().equals(source.file()) && row.hash().equals(p.sha256()));
        workspace.put(told ? grant : grant.toBuilder().addProvenance(source).build());
    }
}
