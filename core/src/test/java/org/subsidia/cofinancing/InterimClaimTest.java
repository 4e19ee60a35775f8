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
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class InterimClaimTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Law LAW = LawBase.standard().at(DAY);
    private static final StructureId S = new StructureId("s");
    private static final ProgrammeId FEDER = new ProgrammeId("feder");

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    /** 60 % of 200,000 €. */
    private static Grant.Builder grant(String id, String decided) {
        return Grant.builder(new GrantId(id), S)
                .purpose(id)
                .programme(FEDER)
                .state(GrantState.UNDER_CONVENTION)
                .rate(Fraction.percent(60))
                .eligibleBase(eur("200000"))
                .dates(GrantDates.builder()
                        .decision(LocalDate.parse(decided))
                        .start(LocalDate.parse(decided))
                        .build())
                .addAmount(new StagedAmount(AmountStage.AWARDED, eur("120000"), null, null));
    }

    private static InterimClaim claim(String spending, Grant grant, Grant... others) {
        List<PortfolioRecord> records = new ArrayList<>(List.of(others));
        records.add(grant);
        records.add(Structure.builder(S, "Grappe").build());
        records.add(Programme.builder(FEDER, ProgrammeKind.EU_FUND, "FEDER")
                .code("2021FR16FFPR018")
                .build());
        InterimClaim claim = InterimClaim.of(grant, eur(spending), Portfolio.of(records), LAW, Locale.FRENCH);
        claim.rulings()
                .forEach(ruling -> assertThat(ruling.explanation().check()).isEmpty());
        assertThat(claim.payment().check()).isEmpty();
        return claim;
    }

    private static Standing standing(InterimClaim claim, String rule) {
        return claim.rulings().stream()
                .filter(ruling -> ruling.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    @ParameterizedTest
    @CsvSource({
        "30000.00, 200000, RESPECTED",
        "29999.99, 200000, BROKEN",
        "15000.00, 50000, RESPECTED",
        "14999.99, 50000, BROKEN",
        "30000.00, , RESPECTED",
        "29999.99, , UNKNOWN",
    })
    void least_isTheLowerOfAmountAndShare(String spending, String base, Standing standing) {
        Grant grant = grant("a", "2023-01-01")
                .eligibleBase(base == null ? null : eur(base))
                .build();
        assertThat(standing(claim(spending, grant), "INTERIM-LEAST")).isEqualTo(standing);
    }

    @Test
    void payment_withinTheCap_isTheRateOfTheSpending() {
        assertThat(Amounts.of(claim("50000", grant("a", "2023-01-01").build()).payment()))
                .contains(eur("30000.00"));
    }

    @Test
    void payment_beyondTheCap_stopsAtFourFifths() {
        InterimClaim claim = claim("190000", grant("a", "2023-01-01").build());
        assertThat(Amounts.of(claim.payment())).contains(eur("96000.00"));
        assertThat(standing(claim, "INTERIM-CAP")).isEqualTo(Standing.RESPECTED);
    }

    @Test
    void payment_firstAfterAnAdvance_deductsIt() {
        Grant grant = grant("a", "2023-01-01")
                .dates(GrantDates.builder()
                        .decision(LocalDate.of(2023, 1, 1))
                        .convention(LocalDate.of(2023, 2, 1))
                        .start(LocalDate.of(2023, 1, 1))
                        .build())
                .addClaim(new Claim(
                        "adv", ClaimKind.ADVANCE, LocalDate.of(2023, 2, 1), eur("24000"), null, null, List.of(), null))
                .addReceipt(new Receipt("r", LocalDate.of(2023, 4, 1), eur("24000"), "adv", null))
                .build();
        // 60 % of 100,000, less the advance of 24,000
        assertThat(Amounts.of(claim("100000", grant).payment())).contains(eur("36000.00"));
    }

    @Test
    void payment_receiptsWithoutTheirClaims_isUnknown() {
        Grant grant = grant("a", "2023-01-01")
                .addReceipt(new Receipt("r", LocalDate.of(2024, 4, 1), eur("24000"), null, null))
                .build();
        assertThat(claim("100000", grant).payment().value().isKnown()).isFalse();
    }

    @Test
    void cap_paidBeyond_isBroken() {
        Grant grant = grant("a", "2023-01-01")
                .addReceipt(new Receipt("r", LocalDate.of(2024, 4, 1), eur("96000.01"), null, null))
                .build();
        assertThat(standing(claim("100000", grant), "INTERIM-CAP")).isEqualTo(Standing.BROKEN);
    }

    @Test
    void secondProject_waitsForAProcessedClaimOfTheFirst() {
        Grant second = grant("b", "2024-01-01").build();
        Grant.Builder first = grant("a", "2023-01-01");
        assertThat(standing(claim("50000", second, first.build()), "SECOND-PROJECT"))
                .isEqualTo(Standing.BROKEN);
        Claim filed =
                new Claim("c", ClaimKind.INTERIM, LocalDate.of(2024, 2, 1), eur("40000"), null, null, List.of(), null);
        assertThat(standing(claim("50000", second, first.addClaim(filed).build()), "SECOND-PROJECT"))
                .isEqualTo(Standing.BROKEN);
        Claim processed = new Claim(
                "d",
                ClaimKind.INTERIM,
                LocalDate.of(2024, 2, 1),
                eur("40000"),
                LocalDate.of(2024, 9, 1),
                eur("40000"),
                List.of(),
                null);
        assertThat(standing(claim("50000", second, first.addClaim(processed).build()), "SECOND-PROJECT"))
                .isEqualTo(Standing.RESPECTED);
        Grant undated =
                grant("z", "2023-01-01").dates(GrantDates.builder().build()).build();
        assertThat(standing(claim("50000", second, undated), "SECOND-PROJECT")).isEqualTo(Standing.UNKNOWN);
    }
}
