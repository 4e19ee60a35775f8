package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

class PresetsTest {
    private static final LawBase LAWS = LawBase.standard();

    static java.util.List<String> ids() {
        return Presets.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void preset_isReadWithoutFindings_andDescribesEveryMeasure(String id) throws IOException {
        try (InputStream in = Presets.source().open(id)) {
            assertThat(in).isNotNull();
            Reading<Scenario> reading = Scenario.read(id + ".yaml", in, Presets.source());
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.get().id()).isEqualTo(id);
            assertThat(reading.get().note()).isNotNull();
            assertThat(reading.get().measures())
                    .allSatisfy(measure -> assertThat(measure.description().in(Locale.FRENCH))
                            .isNotBlank()
                            .isNotEqualTo(measure.description().in(Locale.ENGLISH)));
        }
    }

    @Test
    void halfTransfer_ofEighteenMillion_isSevenAndAHalf_minus58Point3Percent() {
        Simulation simulation = run("half-transfer");
        assertThat(simulation.base().flatMap(Amounts::of)).contains(Populations.euros(15_000_000));
        assertThat(simulation.transferred(2020)).isEqualTo(Populations.euros(7_500_000));
        Fraction gap = Fraction.of(7_500_000 - 18_000_000, 18_000_000);
        assertThat(gap.value(3, RoundingMode.HALF_UP)).isEqualByComparingTo("-0.583");
        assertThat(simulation.total(2020, true).minus(simulation.total(2020, false)))
                .isEqualTo(Populations.euros(-10_500_000));
    }

    @Test
    void announcedPath_isTheCataloguesAmounts() {
        Simulation simulation = run("announced-path");
        assertThat(java.util.stream.IntStream.rangeClosed(2020, 2026)
                        .mapToObj(simulation::transferred)
                        .map(amount -> amount.getAmount().intValueExact() / 1_000_000))
                .containsExactly(15, 12, 9, 9, 9, 9, 9);
    }

    @Test
    void notreLegal_withTheMadeUpIndex_is15Point3973() {
        Simulation simulation = run("notre-legal");
        assertThat(simulation
                        .base()
                        .flatMap(Amounts::of)
                        .orElseThrow()
                        .getAmount()
                        .movePointLeft(6))
                .isBetween(new java.math.BigDecimal("15.39725"), new java.math.BigDecimal("15.39735"));
        assertThat(simulation.base().orElseThrow().check()).isEmpty();
        assertThat(simulation.base().orElseThrow().allRules()).isNotEmpty();
    }

    @Test
    void cut_knowsItsChain() {
        assertThat(Presets.find("cut-2025-2026").orElseThrow().chain()).containsExactly("announced-path");
    }

    private static Simulation run(String id) {
        return Simulation.run(Presets.find(id).orElseThrow(), Populations.eighteenMillion(), LAWS)
                .get();
    }
}
