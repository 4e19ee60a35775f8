package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;

/** The law's own table of 2011: shares of a tax for one hundred départements, in millionths that do not add up to one. */
class TicpeOracleTest {

    @Test
    void allocation_fromTheTablesFractions_addsUp_andEachPartIsItsShare() throws IOException {
        String folder = System.getenv("SUBSIDIA_REAL_DATA");
        assumeTrue(folder != null, "SUBSIDIA_REAL_DATA names no folder of published files: skipped");
        Path file = Path.of(folder, "oracles", "compensation-ticpe-2011-loi-2011-1978-art3.csv");
        List<Fraction> shares = new ArrayList<>();
        long paid = 0;
        long withheld = 0;
        long official = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] cells = line.split(";", -1);
            if (cells[0].equals("departement")) {
                continue;
            }
            if (cells[0].toLowerCase(java.util.Locale.ROOT).startsWith("total")) {
                official = number(cells[4]);
                assertThat(number(cells[3]) - paid)
                        .as("the published total is one euro off its rows")
                        .isEqualTo(1);
                assertThat(number(cells[2]) - withheld)
                        .as("and so is the other")
                        .isEqualTo(-1);
                continue;
            }
            shares.add(Fraction.parse(cells[1].replace(" ", "")));
            withheld += number(cells[2]);
            paid += number(cells[3]);
        }
        assertThat(shares).hasSize(100);
        assertThat(withheld).isEqualTo(-1_229_744);
        assertThat(paid).isEqualTo(1_466_954);
        assertThat(withheld + paid).isEqualTo(official).isEqualTo(237_210);
        Fraction sum = shares.stream().reduce(Fraction.ZERO, Fraction::plus);
        Fraction difference = sum.minus(Fraction.of(100));
        assertThat(difference).as("the shares exceed 100 by a millionth").isEqualTo(Fraction.of(1, 1_000_000));
        long total = 23_721_000_00L;
        long[] parts = Allocation.split(total, shares);
        assertThat(Cents.sum(parts)).isEqualTo(total);
        for (int i = 0; i < parts.length; i++) {
            long stated = shares.get(i).dividedBy(Fraction.of(100)).times(total, java.math.RoundingMode.HALF_UP);
            assertThat(Math.abs(parts[i] - stated))
                    .as("the difference that the millionth makes")
                    .isLessThanOrEqualTo(2);
        }
    }

    private static long number(String text) {
        String bare = text.replace(" ", "").replace("\u2212", "-");
        return bare.isEmpty() ? 0 : Long.parseLong(bare);
    }
}
