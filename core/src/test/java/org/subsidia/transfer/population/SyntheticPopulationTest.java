package org.subsidia.transfer.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.transfer.PoleClass;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;

class SyntheticPopulationTest {
    private static final PopulationPlan NATIONAL = new PopulationPlan(55, 400, 140, 1, 2019, 2025);

    @Test
    void national_sharesTheStatesLine_andLocalMoney_toTheCent() {
        for (long seed : new long[] {1, -7, Long.MAX_VALUE}) {
            Population population = made(new PopulationPlan(55, 400, 140, seed, 2019, 2025));
            Population poles = of(population, StructureKind.POLE_COMPETITIVITE);
            assertThat(poles.total(FunderLevel.STATE).byYear().values())
                    .as("seed " + seed)
                    .extracting(Money::toString)
                    .containsExactly(
                            "EUR 18000000.00",
                            "EUR 15000000.00",
                            "EUR 12000000.00",
                            "EUR 9000000.00",
                            "EUR 9000000.00",
                            "EUR 9000000.00",
                            "EUR 9000000.00");
            for (int year = 2019; year <= 2025; year++) {
                assertThat(sum(poles, year, FunderLevel.REGION, FunderLevel.DEPARTEMENT, FunderLevel.EPCI))
                        .isEqualTo(Money.parse("EUR 20000000"));
            }
        }
    }

    @Test
    void national_hasTheKnownCounts_classesAndLabels() {
        Population population = made(NATIONAL);
        assertThat(population.synthetic()).isTrue();
        assertThat(population.recipients()).hasSize(595).allSatisfy(each -> {
            assertThat(each.name()).contains("fictif");
            assertThat(each.key("fte").orElseThrow()).isBetween(Fraction.of(1, 2), Fraction.of(40));
            assertThat(each.openingCash()).isNotNull();
        });
        List<Recipient> poles = of(population, StructureKind.POLE_COMPETITIVITE).recipients();
        assertThat(counts(poles, each -> each.labels().get(0).end()))
                .containsEntry(LocalDate.of(2026, 12, 31), 47L)
                .containsEntry(LocalDate.of(2024, 12, 31), 6L)
                .containsEntry(LocalDate.of(2023, 12, 31), 2L);
        assertThat(counts(poles, Recipient::poleClass))
                .containsEntry(PoleClass.WORLD, 7L)
                .containsEntry(PoleClass.NATIONAL, 11L)
                .containsEntry(PoleClass.REGIONAL, 37L);
        assertThat(counts(poles, each -> each.seat().orElseThrow())).hasSize(18);
        assertThat(poles).anySatisfy(each -> assertThat(each.regions()).hasSize(2));
    }

    @Test
    void national_ptceOfTheCall_getAHundredThousandEurosOverTwoYears_clustersNothingOfTheState() {
        Population population = made(NATIONAL);
        List<Recipient> aided = of(population, StructureKind.PTCE).recipients().stream()
                .filter(each -> !each.received(FunderLevel.STATE).isEmpty())
                .toList();
        assertThat(aided).hasSize(15).allSatisfy(each -> assertThat(
                        each.received(FunderLevel.STATE).byYear().values())
                .hasSize(7)
                .filteredOn(Money::isPositive)
                .containsExactly(Money.parse("EUR 50000"), Money.parse("EUR 50000")));
        // what ended does not go on: in 2025 the State gives the line of the pôles and nothing else
        assertThat(population.recipients().stream()
                        .flatMap(each -> each.received(FunderLevel.STATE).lastKnown(2025).stream())
                        .reduce(Money.parse("EUR 0"), Money::plus))
                .isEqualTo(Money.parse("EUR 9000000"));
        assertThat(of(population, StructureKind.CLUSTER)
                        .total(FunderLevel.STATE)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void national_meansAreNearTheOrdersOfMagnitude() {
        Population poles = of(made(NATIONAL), StructureKind.POLE_COMPETITIVITE);
        Money costs = Money.parse("EUR 0");
        Money income = Money.parse("EUR 0");
        for (Recipient pole : poles.recipients()) {
            income = income.plus(pole.privateIncome().in(2025).orElseThrow());
            costs = costs.plus(pole.fixedCosts().in(2025).orElseThrow())
                    .plus(pole.variableCosts().in(2025).orElseThrow());
        }
        assertThat(income.multipliedBy(2)).isGreaterThan(costs);
        assertThat(costs).isBetween(Money.parse("EUR 50000000"), Money.parse("EUR 80000000"));
        assertThat(staff(poles)).isBetween(Fraction.of(8), Fraction.of(14));
        assertThat(staff(of(made(NATIONAL), StructureKind.CLUSTER))).isBetween(Fraction.of(7), Fraction.of(11));
    }

    @Test
    void seed_decidesEverything() {
        assertThat(made(NATIONAL)).isEqualTo(made(NATIONAL));
        assertThat(made(NATIONAL).recipients())
                .isNotEqualTo(
                        made(new PopulationPlan(55, 400, 140, 2, 2019, 2025)).recipients());
    }

    @Test
    void costs_equalIncome_inEveryYear() {
        for (Recipient each :
                made(new PopulationPlan(20, 20, 20, 5, 2021, 2023)).recipients()) {
            for (int year = 2021; year <= 2023; year++) {
                Money income = sum(new Population("", true, List.of(each)), year, FunderLevel.values())
                        .plus(each.privateIncome().in(year).orElseThrow());
                assertThat(each.fixedCosts()
                                .in(year)
                                .orElseThrow()
                                .plus(each.variableCosts().in(year).orElseThrow()))
                        .isEqualTo(income);
            }
        }
    }

    @Test
    void fewStructures_orOneKindOnly_areMade() {
        assertThat(made(new PopulationPlan(1, 0, 0, 1, 2025, 2025)).recipients())
                .hasSize(1);
        assertThat(made(new PopulationPlan(0, 0, 3, 1, 2025, 2025)).recipients())
                .hasSize(3);
    }

    @Test
    void badPlans_areRefused() {
        assertThat(refusal(new PopulationPlan(0, 0, 0, 1, 2019, 2025))).isEqualTo("POP-COUNTS");
        assertThat(refusal(new PopulationPlan(-1, 5, 0, 1, 2019, 2025))).isEqualTo("POP-COUNTS");
        assertThat(refusal(new PopulationPlan(Integer.MAX_VALUE, Integer.MAX_VALUE, 2, 1, 2019, 2025)))
                .isEqualTo("POP-COUNTS");
        assertThat(refusal(new PopulationPlan(5, 5, 5, 1, 2025, 2019))).isEqualTo("POP-YEARS-ORDER");
        assertThat(refusal(new PopulationPlan(5, 5, 5, 1, 2019, Integer.MAX_VALUE)))
                .isEqualTo("POP-LINE-UNKNOWN");
        assertThat(refusal(new PopulationPlan(5, 5, 5, 1, 2016, 2018))).isEqualTo("POP-LINE-UNKNOWN");
    }

    @Test
    void calibration_eachNumber_isAFactWithASource_orAnAssumption_inBothLanguages() {
        assertThat(SyntheticPopulation.calibration()).hasSizeGreaterThan(20).allSatisfy(each -> {
            assertThat(each.isAssumption() || each.source() != null).isTrue();
            assertThat(each.value() != null
                            || !each.quantiles().isEmpty()
                            || !each.weights().isEmpty())
                    .isTrue();
            assertThat(each.what().in(Locale.FRENCH)).isNotEqualTo(each.what().in(Locale.ENGLISH));
        });
        assertThat(SyntheticPopulation.calibration())
                .filteredOn(
                        each -> List.of("regions", "classes", "second-region").contains(each.id()))
                .hasSize(3)
                .allMatch(CalibrationEntry::isAssumption);
    }

    private static Population made(PopulationPlan plan) {
        return SyntheticPopulation.generate(plan).get();
    }

    private static String refusal(PopulationPlan plan) {
        List<Finding> findings = SyntheticPopulation.generate(plan).findings();
        return findings.get(0).code();
    }

    private static Population of(Population population, StructureKind kind) {
        return new Population(
                kind.name(),
                true,
                population.recipients().stream()
                        .filter(each -> each.kind() == kind)
                        .toList());
    }

    private static <K> Map<K, Long> counts(List<Recipient> all, Function<Recipient, K> group) {
        return all.stream().collect(Collectors.groupingBy(group, Collectors.counting()));
    }

    private static Fraction staff(Population population) {
        return population.recipients().stream()
                .map(each -> each.key("fte").orElseThrow())
                .reduce(Fraction.ZERO, Fraction::plus)
                .dividedBy(Fraction.of(population.recipients().size()));
    }

    private static Money sum(Population population, int year, FunderLevel... levels) {
        Money sum = Money.parse("EUR 0");
        for (FunderLevel level : levels) {
            sum = sum.plus(population.total(level).in(year).orElse(Money.parse("EUR 0")));
        }
        return sum;
    }
}
