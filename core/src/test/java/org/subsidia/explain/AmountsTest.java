package org.subsidia.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

class AmountsTest {
    private static final Message NAME = Message.of("EXPLAIN-STEP-GIVEN");

    private static Explanation eur(String amount) {
        return Amounts.given(NAME, Money.parse("EUR " + amount));
    }

    @Test
    void operations_onAmounts_addUp() {
        Explanation a = eur("10.00");
        Explanation b = eur("2.50");
        assertThat(Amounts.of(Amounts.sum(NAME, CurrencyUnit.EUR, List.of(a, b))))
                .contains(Money.parse("EUR 12.50"));
        assertThat(Amounts.of(Amounts.difference(NAME, a, b, b))).contains(Money.parse("EUR 5.00"));
        assertThat(Amounts.of(Amounts.least(NAME, List.of(a, b)))).contains(Money.parse("EUR 2.50"));
        assertThat(Amounts.of(Amounts.greatest(NAME, List.of(b, a)))).contains(Money.parse("EUR 10.00"));
        assertThat(Amounts.of(Amounts.sum(NAME, CurrencyUnit.EUR, List.of()))).contains(Money.zero(CurrencyUnit.EUR));
    }

    @Test
    void operations_onTheUnknown_areUnknownForTheSameReason() {
        Message reason = Message.of("EXPLAIN-UNKNOWN-NOTAMOUNT");
        Explanation none = Amounts.unknown(NAME, reason);
        for (Explanation figure : List.of(
                Amounts.sum(NAME, CurrencyUnit.EUR, List.of(eur("1"), none)),
                Amounts.difference(NAME, none, eur("1")),
                Amounts.share(NAME, NAME, Fraction.ONE, none))) {
            assertThat(figure.value()).isEqualTo(new Value.Unknown(reason));
            assertThat(figure.check()).isEmpty();
        }
        Explanation share = Amounts.share(NAME, Fraction.ONE);
        assertThat(Amounts.least(NAME, List.of(share)).value().isKnown()).isFalse();
    }

    @Test
    void operations_onTwoCurrencies_areUnknown() {
        Explanation figure =
                Amounts.sum(NAME, CurrencyUnit.EUR, List.of(eur("1"), Amounts.given(NAME, Money.parse("USD 1"))));
        assertThat(figure.value().toString()).contains("EUR", "USD");
    }

    @Test
    void share_ofAnyAmount_roundsHalfUpAndStillAddsUp() {
        Explanation tie = Amounts.share(NAME, NAME, Fraction.of(5, 6), eur("0.03"));
        assertThat(Amounts.of(tie)).contains(Money.parse("EUR 0.03"));
        assertThat(tie.check()).isEmpty();
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 5_000; i++) {
            Fraction share = Fraction.of(random.nextLong(1_000), 1 + random.nextLong(1_000));
            Money amount = Money.ofMinor(CurrencyUnit.EUR, random.nextLong(-1_000_000_000, 1_000_000_000));
            assertThat(Amounts.share(NAME, NAME, share, Amounts.given(NAME, amount))
                            .check())
                    .as(share + " of " + amount)
                    .isEmpty();
        }
    }
}
