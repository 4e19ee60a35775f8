package org.subsidia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final Money TEN_THOUSAND = Money.parse("EUR 10000.00");

    @Test
    void split_equalWeights_leftoverGoesToTheFirst() {
        assertThat(Allocation.split(1_000_000, 1, 1, 1)).containsExactly(333_334, 333_333, 333_333);
    }

    @Test
    void split_sevenThreeOne_largestRemaindersWin() {
        assertThat(Allocation.split(900_000_000, 7, 3, 1)).containsExactly(572_727_273, 245_454_545, 81_818_182);
    }

    @Test
    void split_money_addsUpInItsCurrency() {
        assertThat(Allocation.split(TEN_THOUSAND, 1, 1, 1))
                .containsExactly(Money.parse("EUR 3333.34"), Money.parse("EUR 3333.33"), Money.parse("EUR 3333.33"));
        assertThat(Allocation.split(Money.parse("JPY 100"), 1, 1, 1))
                .containsExactly(Money.parse("JPY 34"), Money.parse("JPY 33"), Money.parse("JPY 33"));
        assertThat(Allocation.split(Money.parse("TND 0.100"), 1, 2))
                .containsExactly(Money.parse("TND 0.033"), Money.parse("TND 0.067"));
    }

    @Test
    void split_fractionsAndDecimals_sameAsWholeWeights() {
        List<Fraction> fractions =
                Stream.of("7/11", "3/11", "1/11").map(Fraction::parse).toList();
        List<Money> expected = Allocation.split(TEN_THOUSAND, 7, 3, 1);
        assertThat(Allocation.split(TEN_THOUSAND, fractions)).isEqualTo(expected);
        assertThat(Allocation.split(
                        TEN_THOUSAND, new BigDecimal("0.7"), new BigDecimal("0.30"), new BigDecimal("1E-1")))
                .isEqualTo(expected);
        assertThat(Allocation.split(1_000_000, fractions)).containsExactly(636_364, 272_727, 90_909);
    }

    @Test
    void split_negative_mirrorsThePositive() {
        assertThat(Allocation.split(-1_000_000, 1, 1, 1)).containsExactly(-333_334, -333_333, -333_333);
        assertThat(Allocation.split(TEN_THOUSAND.negated(), 1, 1, 1).get(0)).isEqualTo(Money.parse("EUR -3333.34"));
    }

    @Test
    void split_zero_givesZeros() {
        assertThat(Allocation.split(0, 5, 0, 1)).containsExactly(0, 0, 0);
    }

    @Test
    void split_zeroWeight_getsNothing() {
        assertThat(Allocation.split(100, 0, 1, 0, 1, 1, 0)).containsExactly(0, 34, 0, 33, 33, 0);
    }

    @Test
    void split_wrongWeights_areRefusedWithASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.split(100, 0, 0))
                .withMessage("there is nobody to split among: all 2 weights are zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.split(100, new long[0]))
                .withMessage("there is nobody to split among: no weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.split(100, 3, -1))
                .withMessage("a weight is zero or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.split(100, Long.MAX_VALUE, Long.MAX_VALUE, -1))
                .withMessage("a weight is zero or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.split(TEN_THOUSAND, List.of(Fraction.ONE, Fraction.of(-1, 2))))
                .withMessage("a weight is zero or more, not -1/2");
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(TEN_THOUSAND, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(TEN_THOUSAND, List.of(Fraction.ZERO)));
    }

    @Test
    void split_extremes_doNotOverflow() {
        long most = Long.MAX_VALUE;
        assertThat(Allocation.split(most, most, most)).containsExactly(most / 2 + 1, most / 2);
        assertThat(Allocation.split(most, most - 1, 1)).containsExactly(most - 1, 1);
        assertThat(Allocation.split(Long.MIN_VALUE, 1)).containsExactly(Long.MIN_VALUE);
        assertThat(Allocation.split(Long.MIN_VALUE, 1, 1)).containsExactly(Long.MIN_VALUE / 2, Long.MIN_VALUE / 2);
        Money huge = Money.of(CurrencyUnit.EUR, new BigDecimal("1000000000000000000000000000000.01"));
        assertThat(Allocation.split(huge, 1, 1).get(0).getAmount())
                .isEqualByComparingTo("500000000000000000000000000000.01");
    }

    @Test
    void split_random_addsUpIsFairAndAgreesWithTheSlowKernel() {
        long seed = 20151222;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            long[] weights = new long[random.nextInt(1, 12)];
            int bits = random.nextInt(1, 63);
            Arrays.setAll(weights, i -> random.nextInt(5) == 0 ? 0 : random.nextLong() >>> 64 - bits);
            weights[random.nextInt(weights.length)] = 1 + (random.nextLong() >>> 64 - bits);
            long total = random.nextLong() >> random.nextInt(64);
            String given = "seed " + seed + ": " + total + " by " + Arrays.toString(weights);

            long[] parts = Allocation.split(total, weights);

            BigInteger[] big =
                    Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
            BigInteger sum = Arrays.stream(big).reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(LargestRemainder.split(BigInteger.valueOf(total), big))
                    .as(given)
                    .containsExactly(
                            Arrays.stream(parts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
            assertThat(Arrays.stream(parts).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add))
                    .as(given)
                    .isEqualTo(BigInteger.valueOf(total));
            for (int i = 0; i < parts.length; i++) {
                BigInteger error = BigInteger.valueOf(parts[i])
                        .multiply(sum)
                        .subtract(BigInteger.valueOf(total).multiply(big[i]));
                assertThat(error.abs()).as(given).isLessThan(sum);
                assertThat(weights[i] == 0 && parts[i] != 0).as(given).isFalse();
            }
        }
    }
}
