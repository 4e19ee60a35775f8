package org.subsidia.cofinancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.territory.EuPeriod;

class DecommitmentTest {
    private static final StructureId S = new StructureId("s");
    private static final ProgrammeId FEDER = new ProgrammeId("feder");

    private static Law law(String day) {
        return LawBase.standard().at(LocalDate.parse(day));
    }

    private static Money eur(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private static Grant.Builder grant(String id) {
        return Grant.builder(new GrantId(id), S).programme(FEDER).state(GrantState.UNDER_CONVENTION);
    }

    private static Portfolio portfolio(Grant... grants) {
        List<PortfolioRecord> records = new ArrayList<>(List.of(grants));
        records.add(Structure.builder(S, "Grappe").build());
        records.add(Programme.builder(FEDER, ProgrammeKind.EU_FUND, "FEDER")
                .code("2021FR16FFPR018")
                .build());
        return Portfolio.of(records);
    }

    private static Claim claim(String id, String day, long cost) {
        return new Claim(id, ClaimKind.INTERIM, LocalDate.parse(day), eur(cost), null, null, List.of(), null);
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 2025-12-31",
        "2023, 2026-12-31",
        "2024, 2027-12-31",
        "2025, 2028-12-31",
        "2026, 2029-12-31",
        "2027, 2029-12-31"
    })
    void tranche_of2021To2027_endsThreeYearsLaterAndNotAfter2029(int year, String last) {
        Tranche tranche =
                Tranche.of(EuPeriod.P2021_2027, year, law("2026-06-15")).orElseThrow();
        assertThat(tranche.date()).isEqualTo(last);
        assertThat(tranche.reason().allRules()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P2007_2013, 2013, 2015-12-31", "P2014_2020, 2020, 2023-12-31"})
    void tranche_ofEarlierPeriods_endsTwoOrThreeYearsLater(EuPeriod period, int year, String last) {
        assertThat(Tranche.of(period, year, law("2026-06-15")).orElseThrow().date())
                .isEqualTo(last);
    }

    @Test
    void tranche_of2021_hasNoDayOfItsOwn() {
        assertThat(Tranche.of(EuPeriod.P2021_2027, 2021, law("2026-06-15"))).isEmpty();
    }

    @Test
    void cover_claimsAtTheRate_countByTheDayOfLooking() {
        Grant grant = grant("g")
                .rate(Fraction.percent(60))
                .addYearLine(new YearLine(YearLineKind.AE, 2021, eur(10_000)))
                .addYearLine(new YearLine(YearLineKind.AE, 2023, eur(50_000)))
                .addClaim(claim("a", "2025-02-01", 90_000))
                .addClaim(claim("b", "2026-03-01", 20_000))
                .build();
        TrancheCover before =
                TrancheCover.of(grant, portfolio(grant), law("2026-01-01")).get(0);
        assertThat(before.target().value().number()).contains(eur(60_000).getAmount());
        assertThat(before.uncovered()).contains(eur(6_000));
        assertThat(before.coveredOn()).isNull();
        assertThat(before.open().check()).isEmpty();
        assertThat(before.claimBy().orElseThrow().date()).isEqualTo("2026-10-12");
        TrancheCover after =
                TrancheCover.of(grant, portfolio(grant), law("2026-03-01")).get(0);
        assertThat(after.uncovered()).contains(eur(0));
        assertThat(after.coveredOn()).isEqualTo("2026-03-01");
    }

    @Test
    void risk_withinMonths_isWhatTheLastTrancheLeavesOpen() {
        Grant grant = grant("g")
                .rate(Fraction.percent(60))
                .addYearLine(new YearLine(YearLineKind.AE, 2023, eur(40_000)))
                .addYearLine(new YearLine(YearLineKind.AE, 2024, eur(20_000)))
                .addClaim(claim("a", "2025-02-01", 50_000))
                .build();
        Grant closed = grant("h")
                .rate(Fraction.percent(60))
                .state(GrantState.CLOSED)
                .addYearLine(new YearLine(YearLineKind.AE, 2023, eur(40_000)))
                .build();
        Portfolio portfolio = portfolio(grant, closed);
        DecommitmentRisk near = DecommitmentRisk.of(portfolio.grants(), portfolio, 12, law("2026-06-15"));
        assertThat(Amounts.of(near.amount())).contains(eur(10_000));
        DecommitmentRisk far = DecommitmentRisk.of(portfolio.grants(), portfolio, 24, law("2026-06-15"));
        assertThat(Amounts.of(far.amount())).contains(eur(30_000));
        assertThat(far.amount().check()).isEmpty();
        assertThat(Amounts.of(DecommitmentRisk.of(portfolio.grants(), portfolio, 1, law("2026-06-15"))
                        .amount()))
                .contains(eur(0));
    }

    @Test
    void risk_withoutRate_isUnknownAndNotNothing() {
        Grant grant = grant("g")
                .addYearLine(new YearLine(YearLineKind.AE, 2023, eur(40_000)))
                .build();
        Portfolio portfolio = portfolio(grant);
        assertThat(DecommitmentRisk.of(portfolio.grants(), portfolio, 12, law("2026-06-15"))
                        .amount()
                        .value()
                        .isKnown())
                .isFalse();
    }

    private static final ProgrammeDecommitment.Facts FACTS = new ProgrammeDecommitment.Facts(
            Map.of(2021, eur(100), 2022, eur(1_000), 2023, eur(1_000)),
            eur(50),
            Map.of(
                    LocalDate.of(2025, 6, 1), eur(700),
                    LocalDate.of(2026, 2, 1), eur(600),
                    LocalDate.of(2026, 9, 1), eur(400)),
            Map.of(2022, eur(30)));

    @Test
    void programme_loss_isTargetLessCoveredLessExceptions() {
        List<ProgrammeDecommitment.Row> rows = ProgrammeDecommitment.of(EuPeriod.P2021_2027, FACTS, law("2026-06-15"))
                .tranches();
        assertThat(rows).extracting(row -> row.tranche().year()).containsExactly(2022, 2023);
        // 1,100 − 50 − 700 − 30
        assertThat(Amounts.of(rows.get(0).loss())).contains(eur(320));
        // 2,100 − 50 − 1,300, the application of September is still to come
        assertThat(Amounts.of(rows.get(1).loss())).contains(eur(750));
        rows.forEach(row -> assertThat(row.loss().check()).isEmpty());
    }

    @Test
    void programme_share_isTheLossOverTheTargetOfWhatIsUnpaid() {
        ProgrammeDecommitment programme = ProgrammeDecommitment.of(EuPeriod.P2021_2027, FACTS, law("2026-06-15"));
        Explanation unpaid = Amounts.given(Message.of("COFI-TEXT", "x"), eur(4_100));
        Explanation share = programme.shareOf(unpaid, LocalDate.of(2026, 6, 15));
        // 750 / 2,050 of 4,100
        assertThat(Amounts.of(share)).contains(eur(1_500));
        assertThat(share.check()).isEmpty();
        assertThat(programme.shareOf(unpaid, LocalDate.of(2031, 1, 1)).value().isKnown())
                .isFalse();
    }

    @Test
    void programme_moreApplications_neverLoseMore() {
        long seed = 2029;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Map<Integer, Money> commitments = Map.of(
                    2022,
                    eur(random.nextInt(1_000)),
                    2025,
                    eur(random.nextInt(1_000)),
                    2027,
                    eur(random.nextInt(1_000)));
            Money sent = eur(random.nextInt(3_000));
            LocalDate day = LocalDate.of(2022 + random.nextInt(8), 5, 1);
            List<ProgrammeDecommitment.Row> without = rows(commitments, Map.of());
            List<ProgrammeDecommitment.Row> with = rows(commitments, Map.of(day, sent));
            for (int row = 0; row < with.size(); row++) {
                assertThat(Amounts.of(with.get(row).loss()).orElseThrow())
                        .as("seed %s, round %s", seed, i)
                        .isLessThanOrEqualTo(Amounts.of(without.get(row).loss()).orElseThrow());
                assertThat(with.get(row).loss().check()).isEmpty();
            }
        }
    }

    private static List<ProgrammeDecommitment.Row> rows(Map<Integer, Money> commitments, Map<LocalDate, Money> sent) {
        return ProgrammeDecommitment.of(
                        EuPeriod.P2021_2027,
                        new ProgrammeDecommitment.Facts(commitments, eur(0), sent, Map.of()),
                        law("2030-06-15"))
                .tranches();
    }
}
