package org.subsidia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    @Test
    void of_anySigns_lowestTermsWithPositiveDenominator() {
        assertThat(Fraction.of(6, -8)).isEqualTo(Fraction.of(-3, 4)).hasToString("-3/4");
        assertThat(Fraction.of(0, -8)).isEqualTo(Fraction.ZERO).hasToString("0");
        assertThat(Fraction.of(8, 4)).isEqualTo(Fraction.of(2)).hasSameHashCodeAs(Fraction.of(2));
        assertThat(Fraction.of(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Fraction.ONE);
    }

    @Test
    void of_zeroDenominator_throws() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fraction.of(3, 0))
                .withMessageContaining("3/0");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO));
    }

    @Test
    void of_decimal_isExact() {
        assertThat(Fraction.of(new BigDecimal("0.125"))).isEqualTo(Fraction.of(1, 8));
        assertThat(Fraction.of(new BigDecimal("1E+3"))).isEqualTo(Fraction.of(1000));
        assertThatIllegalArgumentException().isThrownBy(() -> Fraction.of(new BigDecimal("1E+999999999")));
        assertThatIllegalArgumentException().isThrownBy(() -> Fraction.of(new BigDecimal("1E-999999999")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1/3; 1/3",
                "2 / 4; 1/2",
                "-1/3; -1/3",
                "5; 5",
                "+5; 5",
                "0.5; 1/2",
                "0,5; 1/2",
                "50 %; 1/2",
                "50%; 1/2",
                "12,5\u00a0%; 1/8",
                "33.333\u202f%; 33333/100000",
                "-50 %; -1/2",
                "007; 7"
            })
    void parse_knownForms_areRead(String text, String expected) {
        assertThat(Fraction.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a", "1/0", "1/", "/3", "1/-3", "1.5/2", "1E3", "1,234.5", ".5", "5.", "%", "50 %%", "١"
            })
    void parse_anythingElse_isRefusedWithTheText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.parse(text))
                .withMessageContaining('"' + text + '"');
    }

    @Test
    void parse_endlessText_isRefusedShortly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.parse("9".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100));
    }

    @Test
    void arithmetic_ofThirds_isExact() {
        Fraction third = Fraction.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE);
        assertThat(third.minus(Fraction.of(1, 2))).isEqualTo(Fraction.of(-1, 6));
        assertThat(third.times(Fraction.of(3, 4))).isEqualTo(Fraction.of(1, 4));
        assertThat(third.dividedBy(Fraction.of(-2, 3))).isEqualTo(Fraction.of(-1, 2));
        assertThat(third.negated()).isEqualTo(Fraction.of(-1, 3));
        assertThat(third).isLessThan(Fraction.percent(34)).isGreaterThan(Fraction.percent(33));
    }

    @Test
    void times_money_roundsAsAsked() {
        Money paid = Money.parse("EUR 40000.00");
        assertThat(Fraction.of(92, 365).times(paid, RoundingMode.HALF_UP)).isEqualTo(Money.parse("EUR 10082.19"));
        assertThat(Fraction.of(92, 365).times(paid, RoundingMode.UP)).isEqualTo(Money.parse("EUR 10082.20"));
        assertThat(Fraction.of(1, 3).times(Money.parse("JPY 100"), RoundingMode.DOWN))
                .isEqualTo(Money.parse("JPY 33"));
        assertThat(Fraction.of(-1, 2).times(Money.parse("EUR 0.05"), RoundingMode.HALF_EVEN))
                .isEqualTo(Money.parse("EUR -0.02"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fraction.of(1, 3).times(paid, RoundingMode.UNNECESSARY));
    }

    @Test
    void times_cents_roundsAndChecksTheSize() {
        assertThat(Fraction.of(1, 3).times(100L, RoundingMode.HALF_UP)).isEqualTo(33);
        assertThat(Fraction.ONE.times(Long.MIN_VALUE, RoundingMode.UNNECESSARY)).isEqualTo(Long.MIN_VALUE);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fraction.of(2).times(Long.MAX_VALUE, RoundingMode.HALF_UP));
    }

    @Test
    void ratio_eighteenToNine_stepsInEqualThirds() {
        // State money for the governance of the pôles: from 18 M€ to 9 M€ in three equal steps
        assertThat(IntStream.rangeClosed(0, 3)
                        .mapToObj(year ->
                                Fraction.of(18).minus(Fraction.of(3L * year)).dividedBy(Fraction.of(18)))
                        .map(share -> share.value(3).toPlainString()))
                .containsExactly("1.000", "0.833", "0.667", "0.500");
        assertThat(Fraction.ratio(Money.parse("EUR 9"), Money.parse("EUR 18"))).isEqualTo(Fraction.of(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.ratio(Money.parse("EUR 9"), Money.parse("JPY 18")));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Fraction.ratio(Money.parse("EUR 9"), Money.parse("EUR 0")));
    }

    @Test
    void squares_ofFourShares_giveTheHerfindahlIndex() {
        Fraction index = Stream.of(45, 25, 20, 10)
                .map(Fraction::percent)
                .map(share -> share.times(share))
                .reduce(Fraction.ZERO, Fraction::plus);
        assertThat(index.value(3, RoundingMode.UNNECESSARY)).isEqualTo("0.315");
    }

    @Test
    void blendedRate_ofTwoParts_isExact() {
        Fraction rate = Fraction.parse("0.57")
                .times(Fraction.parse("0.40"))
                .plus(Fraction.parse("0.43").times(Fraction.parse("0.60")));
        assertThat(rate).isEqualTo(Fraction.parse("48,6 %"));
    }

    @Test
    void isShare_onlyFromZeroToOne() {
        assertThat(Stream.of("0", "1/2", "1").map(Fraction::parse)).allMatch(Fraction::isShare);
        assertThat(Stream.of("-1/9", "10/9").map(Fraction::parse)).noneMatch(Fraction::isShare);
    }

    @Test
    void random_fractions_keepTheLawsOfArithmetic() {
        long seed = 2014;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 5_000; round++) {
            Fraction a = any(random);
            Fraction b = any(random);
            Fraction c = any(random);
            String given = "seed " + seed + ": " + a + ", " + b + ", " + c;
            assertThat(Fraction.parse(a.toString())).as(given).isEqualTo(a);
            assertThat(a.plus(b).minus(b)).as(given).isEqualTo(a);
            assertThat(a.plus(b).times(c)).as(given).isEqualTo(a.times(c).plus(b.times(c)));
            assertThat(a.compareTo(b))
                    .as(given)
                    .isEqualTo(-b.compareTo(a))
                    .isEqualTo(a.minus(b).signum());
            assertThat(a.compareTo(b) == 0).as(given).isEqualTo(a.equals(b));
            assertThat(a.denominator().gcd(a.numerator())).as(given).isEqualTo(BigInteger.ONE);
            if (b.signum() != 0) {
                assertThat(a.dividedBy(b).times(b)).as(given).isEqualTo(a);
            }
        }
    }

    private static Fraction any(SplittableRandom random) {
        return Fraction.of(random.nextLong() >> random.nextInt(64), 1 + (random.nextLong() >>> 1 + random.nextInt(63)));
    }
}
