package org.subsidia.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final LocalDate ORIGIN = LocalDate.of(2020, 1, 1);

    private final SplittableRandom random = new SplittableRandom(42);

    private @Nullable LocalDate anyEnd(int from, int to) {
        return random.nextInt(6) == 0 ? null : ORIGIN.plusDays(random.nextInt(from, to));
    }

    @Test
    void without_anyTwo_leavesExactlyTheOtherDays() {
        for (int i = 0; i < 5_000; i++) {
            Validity one = new Validity(anyEnd(0, 10), anyEnd(10, 20));
            Validity other = new Validity(anyEnd(0, 15), anyEnd(5, 20));
            if (other.isReversed()) {
                continue;
            }
            List<Validity> rest = one.without(other);
            for (int offset = -3; offset < 25; offset++) {
                LocalDate day = ORIGIN.plusDays(offset);
                long holders = rest.stream().filter(days -> days.contains(day)).count();
                boolean expected = one.contains(day) && !other.contains(day);
                assertThat(holders).as("%s without %s on %s", one, other, day).isEqualTo(expected ? 1 : 0);
            }
            assertThat(rest).noneMatch(Validity::isReversed).noneMatch(days -> days.overlaps(other));
        }
    }

    @Test
    void toString_openEnds_areDots() {
        assertThat(new Validity(null, null)).hasToString("../..");
        assertThat(new Validity(ORIGIN, null)).hasToString("2020-01-01/..");
        assertThat(new Validity(null, ORIGIN)).hasToString("../2020-01-01");
    }
}
