package org.subsidia.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Value;

class OperatingFiguresTest {
    private static OperatingFigures.Builder all(String euros) {
        OperatingFigures.Builder builder = OperatingFigures.builder("Cluster", 2025, FigureBasis.ACCOUNTS);
        OperatingItem.PRODUCTS.forEach(item -> builder.item(item, Money.parse("EUR " + euros)));
        return builder;
    }

    @Test
    void totalProducts_allItemsKnown_isTheirSumWithoutDedicatedFunds() {
        OperatingFigures figures = all("10")
                .item(OperatingItem.DEDICATED_FUNDS, Money.parse("EUR 7"))
                .item(OperatingItem.IN_KIND_PUBLIC, Money.parse("EUR 7"))
                .build();
        assertThat(figures.totalProducts().value()).isEqualTo(new Value.Amount(Money.parse("EUR 100")));
        assertThat(figures.totalProducts().check()).isEmpty();
    }

    @Test
    void item_notGiven_isUnknownAndSaysWhich() {
        OperatingFigures figures =
                OperatingFigures.builder("Cluster", 2025, FigureBasis.BUDGET).build();
        assertThat(figures.item(OperatingItem.SPONSORSHIP).value())
                .isInstanceOfSatisfying(Value.Unknown.class, unknown -> assertThat(
                                unknown.reason().in(Locale.FRENCH))
                        .isEqualTo("non renseigné pour 2025 : mécénat et dons (M)"));
        assertThat(figures.totalProducts().value().isKnown()).isFalse();
    }

    @Test
    void build_otherCurrencyOrNoMonth_throws() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all("1").item(OperatingItem.SPONSORSHIP, Money.parse("USD 1"))
                        .build());
        assertThatIllegalArgumentException().isThrownBy(() -> all("1").months(0).build());
    }

    @Test
    void toBuilder_build_isEqual() {
        OperatingFigures figures = all("3").months(7).build();
        assertThat(figures.toBuilder().build()).isEqualTo(figures);
    }
}
