package org.subsidia.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;

class StandingAmountTest {
    private static StagedAmount awarded(int euros, LocalDate day, String reason) {
        return new StagedAmount(AmountStage.AWARDED, Money.of(CurrencyUnit.EUR, euros), day, reason);
    }

    private static Grant grant(StagedAmount... amounts) {
        return Grant.builder(new GrantId("g1"), new StructureId("s1"))
                .purpose("Animation")
                .amounts(List.of(amounts))
                .build();
    }

    private static String words(Explanation figure) {
        return figure.label().in(Locale.FRENCH);
    }

    @Test
    void of_oneEntry_saysItsDayAndReason() {
        Explanation figure = StandingAmount.of(
                        grant(awarded(50_000, LocalDate.of(2026, 3, 20), "vote")), AmountStage.AWARDED)
                .orElseThrow();
        assertThat(words(figure)).isEqualTo("Attribué, depuis le 20/03/2026 : vote");
        assertThat(figure.records()).containsExactly("g1");
        assertThat(figure.children()).isEmpty();
    }

    @Test
    void of_severalEntries_isWhatTheGrantSays_withAllBelow() {
        Grant grant = grant(
                awarded(40_000, LocalDate.of(2026, 6, 1), "gel de crédits"),
                awarded(50_000, LocalDate.of(2026, 3, 20), null),
                awarded(60_000, null, null));
        Explanation figure = StandingAmount.of(grant, AmountStage.AWARDED).orElseThrow();
        assertThat(Amounts.of(figure))
                .isEqualTo(grant.amount(AmountStage.AWARDED))
                .contains(Money.of(CurrencyUnit.EUR, 40_000));
        assertThat(figure.children())
                .extracting(StandingAmountTest::words)
                .containsExactly(
                        "Attribué",
                        "Attribué, depuis le 20/03/2026",
                        "Attribué, depuis le 01/06/2026 : gel de crédits");
        assertThat(figure.check()).isEmpty();
    }

    @Test
    void of_twoOnOneDay_takesTheOneNotedLast() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        Grant grant = grant(awarded(40_000, day, null), awarded(45_000, day, "délibération modifiée"));
        assertThat(StandingAmount.of(grant, AmountStage.AWARDED).flatMap(Amounts::of))
                .isEqualTo(grant.amount(AmountStage.AWARDED))
                .contains(Money.of(CurrencyUnit.EUR, 45_000));
    }

    @Test
    void of_nothingNoted_isEmpty() {
        assertThat(StandingAmount.of(grant(), AmountStage.AWARDED)).isEmpty();
    }
}
