package org.subsidia.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;

class AmountFormatTest {
    private static final Money AMOUNT = Money.parse("EUR -1234567.80");

    @Test
    void format_french_narrowSpacesAndComma() {
        assertThat(AmountFormat.format(AMOUNT, Locale.FRANCE)).isEqualTo("-1\u202f234\u202f567,80\u00a0€");
        assertThat(AmountFormat.number(Money.parse("EUR 975"), Locale.FRENCH)).isEqualTo("975,00");
    }

    @Test
    void format_otherLanguages_english() {
        assertThat(AmountFormat.format(AMOUNT, Locale.UK)).isEqualTo("-1,234,567.80\u00a0€");
        assertThat(AmountFormat.format(AMOUNT, Locale.GERMANY)).isEqualTo("-1,234,567.80\u00a0€");
    }

    @Test
    void format_otherCurrencies_codeAndTheirPlaces() {
        assertThat(AmountFormat.format(Money.parse("JPY 1234"), Locale.FRENCH)).isEqualTo("1\u202f234\u00a0JPY");
        assertThat(AmountFormat.format(Money.parse("TND 1.5"), Locale.ENGLISH)).isEqualTo("1.500\u00a0TND");
    }

    @Test
    void format_insideMessages_isTheSame() {
        Message message = Message.of("MONEY-AMOUNT-NEGATIVE", "x", AMOUNT);
        assertThat(message.in(Locale.FRENCH)).contains(AmountFormat.format(AMOUNT, Locale.FRENCH));
        assertThat(message.in(Locale.ENGLISH)).contains(AmountFormat.format(AMOUNT, Locale.ENGLISH));
    }

    @Test
    void read_whatFormatWrites_isTheSameAmount() {
        long seed = 1789;
        SplittableRandom random = new SplittableRandom(seed);
        List<CurrencyUnit> currencies = List.of(CurrencyUnit.EUR, CurrencyUnit.JPY, CurrencyUnit.of("TND"));
        for (int round = 0; round < 20_000; round++) {
            CurrencyUnit currency = currencies.get(random.nextInt(currencies.size()));
            Money amount = Money.ofMinor(currency, Math.max(-Long.MAX_VALUE, random.nextLong() >> random.nextInt(64)));
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                Reading<Money> full = AmountFormat.read(AmountFormat.format(amount, locale), locale, currency);
                assertThat(full.value()).as("seed %s", seed).contains(amount);
                assertThat(full.findings()).as("seed %s", seed).isEmpty();
                assertThat(AmountFormat.read(AmountFormat.number(amount, locale), locale, currency)
                                .value())
                        .as("seed %s", seed)
                        .contains(amount);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> number_oracleOfFrenchAmounts_agreesButForTheKindOfSpace() throws IOException {
        return AmountReaderTest.oracle("money-format-fr.csv")
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    Money amount = Money.ofMinor(CurrencyUnit.EUR, Long.parseLong(row[0]));
                    assertThat(AmountFormat.number(amount, Locale.FRENCH).replace('\u202f', ' '))
                            .isEqualTo(row[1]);
                }));
    }
}
