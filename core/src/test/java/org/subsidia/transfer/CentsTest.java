package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;

/** The arithmetic of the inner loops against that of arbitrary precision. */
class CentsTest {
    private static final long SEED = Long.getLong("subsidia.seed", 53);
    private static final int CASES = 200_000;

    @Test
    void share_ofAnAmount_isTheExactQuotientRoundedHalfUp() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Fraction share = Fraction.of(
                    random.nextLong() >> random.nextInt(64), 1 + (random.nextLong() >>> 1 + random.nextInt(63)));
            long cents = random.nextLong() >> random.nextInt(64);
            BigInteger product = share.numerator().multiply(BigInteger.valueOf(cents));
            BigDecimal exact =
                    new BigDecimal(product).divide(new BigDecimal(share.denominator()), 0, RoundingMode.HALF_UP);
            if (exact.toBigInteger().bitLength() < Long.SIZE) {
                assertThat(Cents.share(share, cents))
                        .as("%s of %d, -Dsubsidia.seed=%d replays it", share, cents, SEED)
                        .isEqualTo(exact.longValueExact());
            }
        }
        assertThat(Cents.share(Fraction.of(1, 2), -1)).isEqualTo(-1);
        assertThat(Cents.share(Fraction.of(1, 2), 1)).isEqualTo(1);
        assertThat(Cents.share(Fraction.ONE, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(Cents.share(Fraction.ONE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void share_ofAQuotient_isRoundedOnce() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            long whole = 1 + (random.nextLong() >>> 20 + random.nextInt(43));
            long part = Math.floorMod(random.nextLong(), whole + 1);
            long denominator = 1 + (random.nextLong() >>> 38 + random.nextInt(25));
            Fraction share = Fraction.of(Math.floorMod(random.nextLong(), denominator + 1), denominator);
            long cents = random.nextLong() >>> 12 + random.nextInt(50);
            assertThat(Cents.share(share, part, whole, cents))
                    .as("%s × %d/%d of %d, -Dsubsidia.seed=%d replays it", share, part, whole, cents, SEED)
                    .isEqualTo(Cents.share(share.times(Fraction.of(part, whole)), cents));
        }
    }

    @Test
    void evenPart_isThatOfTheLargestRemainder() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long cents = random.nextLong() >> 8 + random.nextInt(55);
            long[] weights = new long[1 + random.nextInt(12)];
            java.util.Arrays.fill(weights, 1);
            long[] parts = new long[weights.length];
            java.util.Arrays.setAll(parts, which -> Cents.evenPart(cents, parts.length, which));
            assertThat(parts).as("%d cents", cents).isEqualTo(Allocation.split(cents, weights));
        }
    }
}
