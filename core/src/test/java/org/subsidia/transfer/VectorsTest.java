package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/** Figures known from elsewhere, by way of whole runs. */
class VectorsTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final Fraction MILLION = Fraction.of(1_000_000);

    @Test
    void base_ofTheCreditsOf2015To2019_isTheKnownMeans() {
        assertThat(base("method: single")).isEqualByComparingTo("18.00");
        assertThat(base("method: mean, years: 3")).isEqualByComparingTo("15.20");
        assertThat(base("method: mean, years: 5")).isEqualByComparingTo("14.56");
        assertThat(base("method: mean, years: 3, index: made-up")).isEqualByComparingTo("15.3973");
    }

    /** In millions, to four places. */
    private static BigDecimal base(String arguments) {
        Recipient.Builder all = Recipient.builder("all", "all").region("84", Fraction.ONE);
        String[] credits = {"13.6", "13.6", "13.6", "14", "18"};
        for (int i = 0; i < credits.length; i++) {
            all.received(
                    FunderLevel.STATE,
                    2015 + i,
                    Money.of(CurrencyUnit.EUR, new BigDecimal(credits[i]).movePointRight(6)));
        }
        Scenario scenario = Scenarios.read("""
                id: means
                title: {fr: Moyennes, en: Means}
                horizon: {first: 2019, last: 2020}
                reference: 2019
                indices: {made-up: {2017: 101.2, 2018: 102.8, 2019: 103.7, 2020: 104.0}}
                line: {level: STATE}
                measures:
                - {id: base, model: base, %s}
                """.formatted(arguments)).get();
        Simulation simulation = Simulation.run(scenario, new Population("", true, List.of(all.build())), LAWS)
                .get();
        Money base = Amounts.of(simulation.base().orElseThrow()).orElseThrow();
        return Fraction.of(base.getAmount()).dividedBy(MILLION).value(4);
    }

    @Test
    void splits_ofAMillionCentsInThree_andOfNineMillionEuros_areTheKnownOnes() {
        assertThat(split(1_000_000, 1, 1, 1)).containsExactly(333_334L, 333_333L, 333_333L);
        assertThat(split(900_000_000, 7, 3, 1)).containsExactly(572_727_273L, 245_454_545L, 81_818_182L);
    }

    /** What a Region pays to structures of these keys. */
    private static List<Long> split(long cents, long... keys) {
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            recipients.add(Recipient.builder("S" + i, "S" + i)
                    .region("84", Fraction.ONE)
                    .received(FunderLevel.STATE, 2019, Cents.money(i == 0 ? cents : 0))
                    .key("weight", Fraction.of(keys[i]))
                    .build());
        }
        Simulation simulation = Simulation.run(
                        Scenarios.of("- {id: k, model: structure-key, keys: {weight: 1}, newcomers: all}\n"),
                        new Population("", true, recipients),
                        LAWS)
                .get();
        return recipients.stream()
                .map(each -> Cents.of(simulation.after(each.id(), FunderLevel.REGION, 2020)))
                .toList();
    }

    @Test
    void announcedPath_ofTheShippedScenario_fallsFrom18To9() {
        Scenario path = Presets.find("announced-path").orElseThrow();
        Line line = java.util.Objects.requireNonNull(path.line());
        Money first = line.in(2019).orElseThrow();
        List<BigDecimal> shares = new ArrayList<>();
        for (int year = 2019; year <= 2022; year++) {
            shares.add(Fraction.ratio(line.in(year).orElseThrow(), first).value(3));
        }
        assertThat(shares)
                .containsExactly(
                        new BigDecimal("1.000"),
                        new BigDecimal("0.833"),
                        new BigDecimal("0.667"),
                        new BigDecimal("0.500"));
    }

    @Test
    void bells_haveTheirQuantiles() {
        Distribution normal = Distribution.Quantiles.normal(Fraction.percent(50), Fraction.percent(10));
        assertThat(normal.central()).isEqualTo(Fraction.percent(50));
        assertThat(normal.at(Fraction.parse("0.025")).value(4)).isEqualByComparingTo("0.3040");
        assertThat(normal.at(Fraction.parse("0.975")).value(4)).isEqualByComparingTo("0.6960");
        Distribution lognormal = Distribution.Quantiles.lognormal(Fraction.of(100), Fraction.of(2));
        Fraction low = lognormal.at(Fraction.parse("0.1"));
        Fraction high = lognormal.at(Fraction.parse("0.9"));
        assertThat(low.times(high).value(3)).isEqualByComparingTo("10000");
        assertThatThrownBy(() -> new Distribution.Quantiles(
                        new TreeMap<>(Map.of(Fraction.ZERO, Fraction.ONE, Fraction.ONE, Fraction.ZERO))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void draws_ofSingleYears_moveOnlyTheirYears_andABellOutsideItsBoundsIsRefused() {
        Scenario scenario = Scenarios.read("seed: 7\nruns: 50\n" + Scenarios.HEAD
                        + "- {id: rate, model: rate, rate: {2020: 1, 2022: {normal: [0.5, 0.05]}}}\n")
                .get();
        MonteCarlo draws =
                MonteCarlo.of(scenario, Populations.eighteenMillion(), LAWS).orElseThrow();
        assertThat(draws.parameters()).containsExactly("rate.rate@2022");
        long halfOfTwoYears = Cents.of(Populations.euros(18_000_000));
        assertThat(-Cents.of(draws.gaps().get(50))).isBetween(halfOfTwoYears * 9 / 10, halfOfTwoYears * 11 / 10);
        assertThat(Scenarios.read(Scenarios.HEAD + "- {id: rate, model: rate, rate: {normal: [1.1, 0.5]}}\n")
                        .findings())
                .extracting(each -> each.code())
                .contains("XFER-NUMBER-OUTSIDE");
        assertThat(Scenarios.read(Scenarios.HEAD + "- {id: rate, model: rate, rate: {normal: [1.1]}}\n")
                        .findings())
                .extracting(each -> each.code())
                .contains("XFER-SPREAD-BAD");
    }
}
