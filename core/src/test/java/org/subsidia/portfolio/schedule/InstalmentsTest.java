package org.subsidia.portfolio.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.schedule.Instalments.Leftover;

class InstalmentsTest {
    private static Money cents(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    @Test
    void of_centsThatDoNotDivide_goWhereAsked() {
        List<Money> item = List.of(cents(1001));
        assertThat(Instalments.of(item, 3, Leftover.SPREAD)).containsExactly(cents(334), cents(334), cents(333));
        assertThat(Instalments.of(item, 3, Leftover.FIRST)).containsExactly(cents(335), cents(333), cents(333));
        assertThat(Instalments.of(item, 3, Leftover.LAST)).containsExactly(cents(333), cents(333), cents(335));
    }

    @Test
    void of_severalItems_eachIsSplitByItself() {
        // 636, 258.00, 16.43, 46.17, 272.00 and 97.00 a year over three years, paid by the quarter: twelve odd cents
        List<Money> items =
                List.of(cents(1_908), cents(77_400), cents(4_929), cents(13_851), cents(81_600), cents(29_100));
        List<Money> quarters = Instalments.of(items, 12, Leftover.FIRST);
        assertThat(quarters.get(0)).isEqualTo(cents(17_410));
        assertThat(quarters.subList(1, 12)).containsOnly(cents(17_398));
    }

    @Test
    void of_nothingToSplit_isRefused() {
        assertThatThrownBy(() -> Instalments.of(List.of(), 3, Leftover.FIRST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Instalments.of(List.of(cents(1)), 0, Leftover.FIRST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Instalments.of(List.of(cents(-1)), 1, Leftover.FIRST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_randomItems_addUp() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 1_000; i++) {
            List<Money> items = random.longs(1 + random.nextInt(5), 0, 1_000_000_000L)
                    .mapToObj(InstalmentsTest::cents)
                    .toList();
            for (Leftover leftover : Leftover.values()) {
                assertThat(Money.total(Instalments.of(items, 1 + random.nextInt(20), leftover)))
                        .isEqualTo(Money.total(items));
            }
        }
    }
}
