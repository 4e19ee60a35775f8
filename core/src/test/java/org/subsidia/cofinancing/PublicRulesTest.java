package org.subsidia.cofinancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.SpendingKind;

class PublicRulesTest {
    private static final Law LAW = LawBase.standard().at(LocalDate.of(2026, 11, 15));

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 10082.19",
        "2026-01-01, 40000.00",
        "2025-06-01, 40000.00",
        "2026-12-31, 109.59",
        "2027-01-01, 0.00"
    })
    void clawback_of40000For2026_isByTheDaysLeft(LocalDate breach, String back) {
        Explanation clawback = Clawback.of(
                eur("40000"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                breach,
                LocalDate.of(2025, 10, 1),
                LAW);
        assertThat(Amounts.of(clawback)).contains(eur(back));
        assertThat(clawback.check()).isEmpty();
        assertThat(clawback.allRules()).isNotEmpty();
    }

    @Test
    void clawback_beforeTheContractOrWithoutPeriod_isUnknown() {
        LocalDate first = LocalDate.of(2022, 1, 1);
        LocalDate last = LocalDate.of(2022, 12, 31);
        assertThat(Clawback.of(eur("1"), first, last, first, LocalDate.of(2022, 1, 1), LAW)
                        .value()
                        .isKnown())
                .isFalse();
        assertThat(Clawback.of(eur("1"), first, last, first, LocalDate.of(2022, 1, 2), LAW)
                        .value()
                        .isKnown())
                .isTrue();
        assertThat(Clawback.of(eur("1"), last, first, first, last, LAW).value().isKnown())
                .isFalse();
    }

    @Test
    void ownShare_ofACluster_doesNotBind() {
        Ruling ruling = OwnShare.ofCluster(LAW);
        assertThat(ruling.standing()).isEqualTo(Standing.NOT_BINDING);
        assertThat(ruling.sentence().in(Locale.FRENCH)).contains("ne vous lie pas");
        assertThat(ruling.text().orElseThrow().legalReference()).contains("L1111-10");
    }

    @ParameterizedTest
    @CsvSource({
        "20000, INVESTMENT, ANY, true, RESPECTED",
        "19999.99, INVESTMENT, ANY, true, BROKEN",
        "20000, INVESTMENT, LEAD, true, BROKEN",
        "34285.72, INVESTMENT, LEAD, true, RESPECTED",
        "8888.89, INVESTMENT, SCHOOL_ENERGY, true, RESPECTED",
        "20000, INVESTMENT, ANY, false, UNKNOWN",
        "20000, , ANY, true, UNKNOWN",
        "1, OPERATING, ANY, true, NOT_BINDING",
    })
    void ownShare_ofALocalAuthority_isOfAllPublicMoney(
            String own, @Nullable SpendingKind spending, OwnShare.Field field, boolean complete, Standing standing) {
        Explanation others = Amounts.given(Message.of("COFI-TEXT", "Région"), eur("80000"));
        FinancingPlan plan = new FinancingPlan(
                "Halle",
                others,
                others,
                List.of(new FinancingPlan.Line(FinancingPlan.Source.PUBLIC, "Région", others, null)),
                complete,
                List.of("halle"));
        Ruling ruling = OwnShare.ofLocalAuthority(eur(own), plan, spending, field, LAW);
        assertThat(ruling.standing()).isEqualTo(standing);
        assertThat(ruling.explanation().check()).isEmpty();
    }
}
