package org.subsidia.cofinancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.CostOption;
import org.subsidia.territory.EuPeriod;

class SimplifiedCostsTest {
    private static final Law LAW = LawBase.standard().at(LocalDate.of(2026, 6, 15));
    private static final SimplifiedCosts COSTS = SimplifiedCosts.of(EuPeriod.P2021_2027, LAW);

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static Set<CostOption> options(String names) {
        Set<CostOption> set = EnumSet.noneOf(CostOption.class);
        Stream.of(names.split("\\+", -1))
                .filter(name -> !name.isBlank())
                .map(CostOption::valueOf)
                .forEach(set::add);
        return set;
    }

    private static Explanation given(String amount) {
        return Amounts.given(Message.of("COFI-SCO-DIRECT"), eur(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 100000.00",
        "F7, 107000.00",
        "F15, 109000.00",
        "F25, 125000.00",
        "F40, 84000.00",
        "S20, 48000.00",
        "S20+F15, 49200.00",
        "S20+F7, 51360.00",
        "T15, 109000.00",
        "T15+F15, 118000.00",
        "H1720+F40, 84000.00",
    })
    void eligible_staff60000Other40000_isTheVectorOfTheOption(String names, String total) {
        Explanation eligible = COSTS.eligible(eur("60000"), eur("40000"), options(names));
        assertThat(Amounts.of(eligible)).contains(eur(total));
        assertThat(eligible.check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"F7, 100000, 7000.00", "F15, 60000, 9000.00", "F40, 60000, 24000.00", "S20, 40000, 8000.00"})
    void flat_ofItsBase_isTheVector(CostOption option, String base, String amount) {
        Explanation flat = COSTS.flat(option, given(base));
        assertThat(Amounts.of(flat)).contains(eur(amount));
        assertThat(flat.doubtfulRules()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"F40+F7", "F40+F15", "F40+F25", "F40+T15", "F40+S20", "F7+F15", "F7+F25", "F15+F25", "S20+H1720"})
    void eligible_optionsThatCoverTheSameCosts_isUnknownAndSaysWhich(String names) {
        assertThat(COSTS.compatible(options(names)).standing()).isEqualTo(Standing.BROKEN);
        assertThat(COSTS.eligible(eur("1"), eur("1"), options(names)).value().isKnown())
                .isFalse();
    }

    @Test
    void eligible_anyOptionsAndAmounts_addsUpAndGrowsWithTheBase() {
        long seed = 20260615;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Set<CostOption> some = EnumSet.noneOf(CostOption.class);
            for (CostOption option : CostOption.values()) {
                if (random.nextInt(4) == 0) {
                    some.add(option);
                }
            }
            Money staff = Money.ofMinor(CurrencyUnit.EUR, random.nextInt(100_000_000));
            Money other = Money.ofMinor(CurrencyUnit.EUR, random.nextInt(100_000_000));
            Explanation less = COSTS.eligible(staff, other, some);
            Explanation more = COSTS.eligible(staff.plus(1), other.plus(1), some);
            assertThat(less.check()).as("seed %s, %s", seed, some).isEmpty();
            if (Amounts.of(less).isPresent()) {
                assertThat(Amounts.of(more)
                                .orElseThrow()
                                .isGreaterThan(Amounts.of(less).orElseThrow()))
                        .as("seed %s, %s of %s and %s", seed, some, staff, other)
                        .isTrue();
            }
        }
    }

    @Test
    void hourlyRate_43000AtFullTime_is25() {
        Explanation rate = COSTS.hourlyRate(eur("43000"), Fraction.ONE);
        assertThat(Amounts.of(rate)).contains(eur("25.00"));
        assertThat(rate.check()).isEmpty();
        Explanation worked = COSTS.staff(rate, new BigDecimal("1000.5"));
        assertThat(Amounts.of(worked)).contains(eur("25012.50"));
        assertThat(worked.check()).isEmpty();
    }

    @Test
    void hourlyRate_halfTime_isProRata() {
        Explanation rate = COSTS.hourlyRate(eur("21500"), Fraction.of(1, 2));
        assertThat(Amounts.of(rate)).contains(eur("25.00"));
        assertThat(COSTS.hoursWithinRate(new BigDecimal("860"), Fraction.of(1, 2))
                        .standing())
                .isEqualTo(Standing.RESPECTED);
        assertThat(COSTS.hoursWithinRate(new BigDecimal("860.5"), Fraction.of(1, 2))
                        .standing())
                .isEqualTo(Standing.BROKEN);
    }

    @Test
    void hourlyRate_noWorkingTime_isUnknown() {
        assertThat(COSTS.hourlyRate(eur("43000"), Fraction.ZERO).value().isKnown())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200000.00, false, '', UNKNOWN",
        "200000.00, false, REAL_COSTS, BROKEN",
        "200000.00, false, F40, RESPECTED",
        "200000.01, false, REAL_COSTS, NOT_BINDING",
        "200000.00, true, REAL_COSTS, NOT_BINDING",
        "200000.00, , REAL_COSTS, UNKNOWN",
    })
    void compulsory_upToTheThreshold_isThreeValued(
            String total, @Nullable Boolean aid, String used, Standing standing) {
        Ruling ruling = COSTS.compulsory(given(total), aid, options(used));
        assertThat(ruling.standing()).isEqualTo(standing);
        assertThat(ruling.text()).isPresent();
    }

    @Test
    void compulsory_earlierPeriod_isNotBinding() {
        Ruling ruling = SimplifiedCosts.of(EuPeriod.P2014_2020, LAW).compulsory(given("1"), false, Set.of());
        assertThat(ruling.standing()).isEqualTo(Standing.NOT_BINDING);
    }

    @Test
    void lumpSum_pays_wholeStepsAlone() {
        Map<String, Money> steps = new LinkedHashMap<>(Map.of("étude", eur("30000")));
        steps.put("colloque", eur("20000"));
        Explanation paid = SimplifiedCosts.lumpSum(steps, Set.of("colloque"));
        assertThat(Amounts.of(paid)).contains(eur("20000"));
        assertThat(paid.check()).isEmpty();
        assertThat(Amounts.of(SimplifiedCosts.lumpSum(steps, Set.of()))).contains(eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimplifiedCosts.lumpSum(steps, Set.of("film")))
                .withMessageContaining("film");
        assertThat(List.copyOf(steps.keySet())).hasSize(2);
    }
}
