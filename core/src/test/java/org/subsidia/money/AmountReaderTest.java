package org.subsidia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;

class AmountReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "5;500",
                "0;0",
                "4,42;442",
                "4.42;442",
                "0,3;30",
                "24 975,00;2497500",
                "24\u00a0975,00;2497500",
                "24\u202f975,00;2497500",
                "24\u2009975,00;2497500",
                "\ufeff 24 975,00\u00a0;2497500",
                "21 667,00 €;2166700",
                "21 667,00\u202f€;2166700",
                "€ 21667;2166700",
                "EUR 21667.5;2166750",
                "21667 euros;2166700",
                "-€5;-500",
                "0000000069,60;6960",
                "+1437.00;143700",
                "2.020,34;202034",
                "2,020.34;202034",
                "2 020.34;202034",
                "1.234.567;123456700",
                "1,234,567;123456700",
                "1.234.567,8;123456780",
                "1'234.50;123450",
                "1’234’567;123456700",
                "1234,567.89;ERROR",
                "-,34;-34",
                ".5;50",
                "12,;1200",
                "–5,00;-500",
                "\u22125,00;-500",
                "- 5,00;-500",
                "-0,00;0",
                "1234,5000;123450",
                "1,5000;150",
                "0,120;12",
                "0.000;0",
                "1234.560;123456",
                "92233720368547758,07;9223372036854775807"
            })
    void read_knownSpellings_withoutFindings(String text, String cents) {
        if (cents.equals("ERROR")) {
            assertThat(AmountReader.read(text).isRead()).isFalse();
            return;
        }
        Reading<Money> reading = AmountReader.read(text);
        assertThat(reading.get()).isEqualTo(Money.ofMinor(CurrencyUnit.EUR, Long.parseLong(cents)));
        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"12,00-;-1200", "12,00\u2212 €;-1200", "(3,00);-300", "(1 234,00) €;-123400", "( 5 );-500"})
    void read_accountingNegative_isNamed(String text, long cents) {
        Reading<Money> reading = AmountReader.read(text);
        assertThat(reading.get()).isEqualTo(Money.ofMinor(CurrencyUnit.EUR, cents));
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("MONEY-AMOUNT-NEGATIVE");
        assertThat(reading.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "\"\";EMPTY",
                "\" \u00a0\t\";EMPTY",
                "néant;TEXT",
                "-;TEXT",
                "€;TEXT",
                "--5;TEXT",
                "5--;TEXT",
                "-(5);TEXT",
                "(5;TEXT",
                "5);TEXT",
                "01/02/2020;TEXT",
                "#REF!;TEXT",
                "########;TEXT",
                "12 rue 5;TEXT",
                "٣٤;TEXT",
                "5 € HT;TEXT",
                "1.234;AMBIGUOUS",
                "1,234;AMBIGUOUS",
                "-12.500 €;AMBIGUOUS",
                "999,000;AMBIGUOUS",
                "1,2345;DECIMALS",
                "1234,567;DECIMALS",
                "1 234.567;DECIMALS",
                "0,123;DECIMALS",
                ",125;DECIMALS",
                "1,5E+6;SCIENTIFIC",
                "1.5e6;SCIENTIFIC",
                "-2E-05;SCIENTIFIC",
                "0,0,12;GROUPS",
                "24 97,00;GROUPS",
                "2497 500;GROUPS",
                "24  975;GROUPS",
                "1.23.456;GROUPS",
                "1.234,567.89;GROUPS",
                "1 234'567;GROUPS",
                "1 234.567,00;GROUPS",
                "1,234 567;GROUPS",
                "12 k€;CURRENCY",
                "1,5 M€;CURRENCY",
                "$5;CURRENCY",
                "5 USD;CURRENCY",
                "100 FRF;CURRENCY",
                "50 %;CURRENCY",
                "92233720368547758,08;SIZE",
                "73282932000074000000;SIZE"
            })
    void read_everythingElse_isRefusedWithItsOwnFinding(String text, String code) {
        Reading<Money> reading = AmountReader.read(text);
        assertThat(reading.value()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("MONEY-AMOUNT-" + code);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            Finding finding = reading.findings().get(0);
            assertThat(finding.message().in(locale))
                    .contains(text.strip().replace('\u00a0', ' ').strip());
            assertThat(finding.advice(locale)).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "COMMA;1.234;123400;",
                "POINT;1,234;123400;",
                "POINT;2 020.34;202034;",
                "COMMA;2.020,34;202034;",
                "COMMA;4.42;442;MONEY-AMOUNT-CONVENTION",
                "POINT;4,42;442;MONEY-AMOUNT-CONVENTION",
                "POINT;2.020,34;202034;MONEY-AMOUNT-CONVENTION",
                "COMMA;1,234,567;123456700;MONEY-AMOUNT-CONVENTION"
            })
    void read_withStatedMark_isNoLongerAmbiguous(DecimalMark stated, String text, long cents, String finding) {
        Reading<Money> reading = AmountReader.read(text, stated);
        assertThat(reading.get()).isEqualTo(Money.ofMinor(CurrencyUnit.EUR, cents));
        assertThat(reading.findings())
                .extracting(Finding::code)
                .containsExactlyElementsOf(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void read_statedMarkAndThreeDecimals_isNotRounded() {
        assertThat(AmountReader.read("1,234", DecimalMark.COMMA).findings())
                .extracting(Finding::code)
                .containsExactly("MONEY-AMOUNT-DECIMALS");
        assertThat(AmountReader.read("1,230", DecimalMark.COMMA).get()).isEqualTo(Money.parse("EUR 1.23"));
    }

    @Test
    void read_otherCurrency_hasItsOwnPlaces() {
        assertThat(AmountReader.read("JPY 1 234", DecimalMark.UNSTATED, CurrencyUnit.JPY)
                        .get())
                .isEqualTo(Money.parse("JPY 1234"));
        assertThat(AmountReader.read("1234,5", DecimalMark.UNSTATED, CurrencyUnit.JPY)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("MONEY-AMOUNT-DECIMALS");
        assertThat(AmountReader.read("5 €", DecimalMark.UNSTATED, CurrencyUnit.USD)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("MONEY-AMOUNT-CURRENCY");
    }

    @Test
    void read_endlessText_isRefusedShortly() {
        Reading<Money> reading = AmountReader.read("9".repeat(1_000_000));
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("MONEY-AMOUNT-TEXT");
        assertThat(reading.findings().get(0).message().in(Locale.FRENCH)).hasSizeLessThan(100);
    }

    @Test
    void read_noise_endsInAnAmountOrAFinding() {
        long seed = 1901;
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "0123456789.,' \u00a0\u202f-+()€EeURk’\u2212\n\u0000x%";
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Reading<Money> reading = AmountReader.read(text.toString());
            assertThat(reading.isRead())
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(reading.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "5,500",
        "-5,-500",
        "12.3,1230",
        "12.34,1234",
        "-0.07,-7",
        "007.50,750",
        "92233720368547758.07,9223372036854775807",
        "-92233720368547758.07,-9223372036854775807"
    })
    void plainCents_plainAmounts_areRead(String text, long cents) {
        assertThat(plain(text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "5.",
                ".5",
                "+5",
                "5,0",
                "1.234",
                " 5",
                "5 ",
                "--5",
                "5a",
                "5.a",
                "5.1a",
                "5..",
                "1.2.",
                "5-",
                "92233720368547758.08",
                "92233720368547759",
                "99999999999999999999999",
                "٣"
            })
    void plainCents_anythingElse_isNotPlain(String text) {
        assertThat(plain(text)).isEqualTo(AmountReader.NOT_PLAIN);
    }

    @Test
    void plainCents_insideABuffer_readsNothingAround() {
        assertThat(AmountReader.plainCents("12;34.5;678".toCharArray(), 3, 7)).isEqualTo(3450);
        assertThat(AmountReader.plainCents("12".toCharArray(), 2, 2)).isEqualTo(AmountReader.NOT_PLAIN);
    }

    @Test
    void plainCents_random_agreesWithTheTolerantReader() {
        long seed = 69;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            long cents = Math.max(-Long.MAX_VALUE, random.nextLong() >> random.nextInt(64));
            String text = Money.ofMinor(CurrencyUnit.EUR, cents).getAmount().toPlainString();
            assertThat(plain(text)).as("seed %s: %s", seed, text).isEqualTo(cents);
            assertThat(AmountReader.read(text, DecimalMark.POINT).get().getAmountMinorLong())
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(cents);
        }
    }

    @TestFactory
    Stream<DynamicTest> read_oracleOfFrenchAmounts_agrees() throws IOException {
        return oracle("money-parse-fr.csv")
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    Reading<Money> reading = AmountReader.read(row[0]);
                    assertThat(reading.value()
                                    .map(money -> Long.toString(money.getAmountMinorLong()))
                                    .orElse("ERROR"))
                            .isEqualTo(row[1]);
                }));
    }

    /** Rows of two cells, without the header. */
    static Stream<String[]> oracle(String name) throws IOException {
        String data = System.getenv("SUBSIDIA_REAL_DATA");
        assumeThat(data).as("SUBSIDIA_REAL_DATA names the folder of real files").isNotNull();
        List<String> lines = Files.readAllLines(Path.of(data, "oracles", name), StandardCharsets.UTF_8);
        assertThat(lines).hasSizeGreaterThan(1);
        return lines.stream().skip(1).map(line -> line.split(";", -1));
    }

    private static long plain(String text) {
        return AmountReader.plainCents(text.toCharArray(), 0, text.length());
    }
}
