package org.subsidia.cofinancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.ExplanationText;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class FinancingCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Law LAW = LawBase.standard().at(DAY);
    private static final StructureId S = new StructureId("s");
    private static final ProjectId P = new ProjectId("p");
    private static final FunderId REGION = new FunderId("region");

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static Grant.Builder erdf(String amount) {
        return Grant.builder(new GrantId("feder"), S)
                .purpose("Plateforme")
                .payer(REGION)
                .programme(new ProgrammeId("feder"))
                .state(GrantState.AWARDED)
                .addAmount(new StagedAmount(AmountStage.AWARDED, eur(amount), null, null));
    }

    private static FundingLine line(FundingKind kind, String name, String amount) {
        return new FundingLine(kind, name, kind == FundingKind.PUBLIC ? REGION : null, null, eur(amount), true);
    }

    private static FundingLine union(String amount) {
        return new FundingLine(FundingKind.PUBLIC, "FEDER", null, new GrantId("feder"), eur(amount), true);
    }

    /** A plan of a project of 100,000 € in Rhône-Alpes, more developed. */
    private static FinancingCheck project(Site site, FundingLine... lines) {
        Project project = Project.builder(P, "Plateforme")
                .addCost(new ProjectCost("personnel", eur("60000"), null, null))
                .addCost(new ProjectCost("études", eur("40000"), null, null))
                .funding(List.of(lines))
                .build();
        return check(site, project, erdf("40000").project(P).build());
    }

    private static FinancingCheck check(Site site, PortfolioRecord... more) {
        List<PortfolioRecord> records = new ArrayList<>(List.of(more));
        records.add(Structure.builder(S, "Grappe")
                .regions(List.of(new RegionStay("84", DateWindow.of(LocalDate.of(2016, 1, 1), null))))
                .build());
        records.add(Funder.builder(REGION, FunderLevel.REGION, "Région").build());
        records.add(Programme.builder(new ProgrammeId("feder"), ProgrammeKind.EU_FUND, "FEDER")
                .fund("FEDER")
                .code("2021FR16FFPR018")
                .build());
        Portfolio portfolio = Portfolio.of(records);
        Cofinancing all = Cofinancing.of(portfolio, portfolio.grants(), site == Site.UNKNOWN ? null : site, LAW);
        assertThat(all.checks()).hasSize(1);
        FinancingCheck check = all.checks().get(0);
        check.rulings().forEach(ruling -> {
            assertThat(ruling.explanation().check()).isEmpty();
            assertThat(ruling.sentence().in(Locale.FRENCH)).isNotBlank().doesNotContain("{0}");
            assertThat(ExplanationText.indented(ruling.explanation(), Locale.ENGLISH))
                    .doesNotContain("{0}");
        });
        assertThat(check.highestUnion().check()).isEmpty();
        return check;
    }

    private static Standing standing(FinancingCheck check, String rule) {
        return check.rulings().stream()
                .filter(ruling -> ruling.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private static final Site LYON = Site.read("FRK2").get();

    @Test
    void of_planThatHolds_isRespected() {
        FinancingCheck check = project(
                LYON,
                union("40000"),
                line(FundingKind.PUBLIC, "Région", "30000"),
                line(FundingKind.OWN, "Fonds propres", "30000"));
        assertThat(check.rulings()).extracting(Ruling::standing).containsOnly(Standing.RESPECTED);
        assertThat(check.rulings())
                .extracting(Ruling::rule)
                .containsExactly("BALANCE", "PUBLIC", "EU-RATE", "MATCH", "RATIO");
        assertThat(Amounts.of(check.highestUnion())).contains(eur("40000"));
    }

    @ParameterizedTest
    @CsvSource({"59999.99, RESPECTED", "59999.98, BROKEN", "60000.01, RESPECTED", "60000.02, BROKEN"})
    void of_gap_isToleratedToOneCent(String own, Standing standing) {
        assertThat(standing(project(LYON, union("40000"), line(FundingKind.OWN, "x", own)), "BALANCE"))
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"60000.00, RESPECTED", "60000.01, BROKEN"})
    void of_publicMoney_isAtMostTheEligibleCost(String region, Standing standing) {
        assertThat(standing(project(LYON, union("40000"), line(FundingKind.PUBLIC, "Région", region)), "PUBLIC"))
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        "FRK2, 40000, RESPECTED, RESPECTED",
        "FRK2, 40001, BROKEN, BROKEN",
        "FRK1, 60000, RESPECTED, RESPECTED",
        "FRK1, 60001, BROKEN, BROKEN",
        "REG-84, 48600, RESPECTED, RESPECTED",
        "REG-84, 48601, BROKEN, BROKEN",
        ", 40000, RESPECTED, RESPECTED",
        ", 50000, UNKNOWN, UNKNOWN",
        ", 60001, BROKEN, BROKEN",
    })
    void of_unionMoney_followsThePlace(String place, String amount, Standing rate, Standing ratio) {
        String own = eur("100000").minus(eur(amount)).getAmount().toPlainString();
        FinancingCheck check = project(
                place == null ? Site.UNKNOWN : Site.read(place).get(), union(amount), line(FundingKind.OWN, "x", own));
        assertThat(standing(check, "EU-RATE")).isEqualTo(rate);
        assertThat(standing(check, "RATIO")).isEqualTo(ratio);
    }

    @Test
    void of_noCounterpart_isBroken() {
        FinancingCheck check = project(LYON, union("40000"), line(FundingKind.INCOME, "billetterie", "60000"));
        assertThat(standing(check, "MATCH")).isEqualTo(Standing.BROKEN);
        assertThat(check.isBroken()).isTrue();
    }

    @Test
    void of_otherPublicMoney_leavesLessForTheUnion() {
        FinancingCheck check = project(LYON, union("40000"), line(FundingKind.PUBLIC, "Région", "75000"));
        assertThat(Amounts.of(check.highestUnion())).contains(eur("25000"));
        FinancingCheck none = project(LYON, union("40000"), line(FundingKind.PUBLIC, "Région", "175000"));
        assertThat(Amounts.of(none.highestUnion())).contains(eur("0"));
    }

    @Test
    void of_loneGrant_decidesTheRateAndLeavesTheRestUnknown() {
        FinancingCheck check =
                check(LYON, erdf("40000").eligibleBase(eur("100000")).build());
        assertThat(standing(check, "EU-RATE")).isEqualTo(Standing.RESPECTED);
        assertThat(standing(check, "BALANCE")).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(check, "PUBLIC")).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(check, "MATCH")).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(check, "RATIO")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void of_loneGrantAboveItsBase_isBrokenWhateverElseIsKnown() {
        FinancingCheck check =
                check(LYON, erdf("110000").eligibleBase(eur("100000")).build());
        assertThat(standing(check, "PUBLIC")).isEqualTo(Standing.BROKEN);
        assertThat(standing(check, "BALANCE")).isEqualTo(Standing.BROKEN);
        assertThat(standing(check, "EU-RATE")).isEqualTo(Standing.BROKEN);
    }

    @Test
    void of_investment_saysThatTheOwnShareOfAuthoritiesDoesNotBind() {
        FinancingCheck check = check(
                LYON,
                erdf("40000")
                        .eligibleBase(eur("100000"))
                        .spending(SpendingKind.INVESTMENT)
                        .build());
        assertThat(standing(check, "OWN-SHARE")).isEqualTo(Standing.NOT_BINDING);
    }

    @Test
    void of_noBase_isUnknownBecauseOfIt() {
        FinancingCheck check = check(LYON, erdf("40000").build());
        assertThat(check.rulings()).extracting(Ruling::standing).containsOnly(Standing.UNKNOWN);
        assertThat(check.rulings().get(0).sentence().in(Locale.FRENCH)).contains("l’assiette éligible");
    }
}
