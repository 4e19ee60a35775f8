package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;

/** Each model on numbers counted by hand. */
class ModelsTest {
    private static final LawBase LAWS = LawBase.standard();

    @Test
    void erosion_cutsBeforeTheTransfer_lowerTheBase() {
        Population one = alone(300, 300, 300);
        assertThat(base(
                        "- {id: b, model: base, method: mean, years: 3}\n- {id: e, model: erosion, cut: {2018: 10 %, 2019: 50 %}}\n",
                        one))
                .isEqualTo(euros((300_00 + 270_00 + 135_00) / 3));
    }

    @Test
    void investment_meanOfFiveYearsOfTheLaw_withoutVat() {
        Recipient.Builder builder = Recipient.builder("A", "A").region("84", Fraction.ONE);
        for (int year = 2015; year <= 2019; year++) {
            builder.received(FunderLevel.STATE, year, Money.parse("EUR 120"));
        }
        Population one = new Population("", true, List.of(builder.build()));
        Simulation simulation = run("- {id: b, model: base, method: mean, spending: investment, vat: 20 %}\n", one);
        assertThat(simulation.base().flatMap(Amounts::of)).contains(Money.parse("EUR 100"));
        assertThat(simulation.base().orElseThrow().allRules())
                .extracting(rule -> rule.id())
                .containsExactly("transfer.compensation.investment.years");
    }

    @Test
    void savingsAndLostResources_makeTheBaseNet() {
        assertThat(base("- {id: b, model: base, savings: 30, lostResources: 10}\n", alone(300, 300, 300)))
                .isEqualTo(euros(280_00));
    }

    @Test
    void linearPhase_overTheHorizon_passesQuarterByQuarter() {
        Simulation simulation = run("- {id: p, model: phase}\n", alone(400, 400, 400));
        assertThat(List.of(2020, 2021, 2022, 2023).stream()
                        .map(simulation::transferred)
                        .toList())
                .containsExactly(euros(100_00), euros(200_00), euros(300_00), euros(400_00));
        assertThat(simulation.after("A", FunderLevel.STATE, 2021)).isEqualTo(euros(200_00));
    }

    @Test
    void exponentialPhase_halvesTheStatesShareEachYear() {
        Simulation simulation = run("- {id: p, model: phase, shape: exponential, decay: 50 %}\n", alone(400, 400, 400));
        assertThat(simulation.after("A", FunderLevel.STATE, 2021)).isEqualTo(euros(100_00));
    }

    @Test
    void results_sixFixedNineVariable_asIn2020() {
        Population two = new Population("", true, List.of(scored("A", 750, 1), scored("B", 750, 2)));
        Simulation simulation =
                run("- {id: r, model: results}\n- {id: k, model: structure-key, keys: {count: 1}}\n", two);
        // 15.00 of which 6/15 alike and 9/15 by score 1:2
        assertThat(simulation.after("A", FunderLevel.REGION, 2020)).isEqualTo(euros(300_00 + 300_00));
        assertThat(simulation.after("B", FunderLevel.REGION, 2020)).isEqualTo(euros(300_00 + 600_00));
    }

    @Test
    void topUp_fillsAShareOfTheLoss_inItsRegionsOnly() {
        String measures =
                "- {id: r, model: rate, rate: 50 %}\n- {id: t, model: top-up, fill: 40 %, regions: [\"84\"]}\n";
        assertThat(run(measures, alone(100, 100, 100)).after("A", FunderLevel.REGION, 2020))
                .isEqualTo(euros(70_00));
        assertThat(run(measures.replace("84", "11"), alone(100, 100, 100)).after("A", FunderLevel.REGION, 2020))
                .isEqualTo(euros(50_00));
    }

    @Test
    void policies_areShortForMeasuresOfOneRegion() {
        Scenario scenario = Scenarios.read(Scenarios.HEAD
                        + "- {id: r, model: rate, rate: 50 %}\npolicies: {\"84\": {fill: 40 %, cap: 60}}\n")
                .get();
        Simulation simulation =
                Simulation.run(scenario, alone(100, 100, 100), LAWS).get();
        assertThat(simulation.after("A", FunderLevel.REGION, 2020)).isEqualTo(euros(60_00));
        assertThat(scenario.measures()).extracting(Measure::id).containsExactly("r", "top-up-84", "cap-84");
    }

    @Test
    void capWithPriority_servesTheFirstInFull() {
        Population two = new Population("", true, List.of(scored("A", 100, 1), scored("B", 100, 1)));
        Simulation simulation = run("- {id: c, model: cap, amount: 120, rule: priority, priority: [B]}\n", two);
        assertThat(simulation.after("B", FunderLevel.REGION, 2020)).isEqualTo(euros(100_00));
        assertThat(simulation.after("A", FunderLevel.REGION, 2020)).isEqualTo(euros(20_00));
    }

    @Test
    void delabelling_afterTheLabel_regionPaysKappa() {
        Recipient labelled = Recipient.builder("A", "A")
                .region("84", Fraction.ONE)
                .labels(List.of(new Label(LabelKind.POLE, "IV", null, LocalDate.of(2021, 12, 31), null, null)))
                .received(FunderLevel.STATE, 2019, euros(100_00))
                .build();
        Simulation simulation =
                run("- {id: d, model: delabelling, kappa: 30 %}\n", new Population("", true, List.of(labelled)));
        assertThat(simulation.after("A", FunderLevel.REGION, 2021)).isEqualTo(euros(100_00));
        assertThat(simulation.after("A", FunderLevel.REGION, 2022)).isEqualTo(euros(30_00));
        Conservation.check(simulation, 2022, "");
    }

    @Test
    void erdf_atSixtyPercent_losesOneAndAHalfForEachEuroOfMatch_atFortyTwoThirds() {
        Recipient recipient = Recipient.builder("A", "A")
                .region("53", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, euros(100_00))
                .received(FunderLevel.EU_SHARED, 2019, euros(150_00))
                .build();
        Population one = new Population("", true, List.of(recipient));
        assertThat(run("- {id: r, model: rate, rate: 90 %}\n- {id: u, model: eu-match}\n", one)
                        .after("A", FunderLevel.EU_SHARED, 2020))
                .isEqualTo(euros(135_00));
        assertThat(run(
                                "- {id: r, model: rate, rate: 70 %}\n- {id: u, model: eu-match, rate: 40 %, link: proportional}\n",
                                one)
                        .after("A", FunderLevel.EU_SHARED, 2020))
                .isEqualTo(euros(130_00));
    }

    @Test
    void withdrawal_keepsAPart_andTheRegionRecoversAnother() {
        Recipient recipient = Recipient.builder("A", "A")
                .region("53", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, euros(100_00))
                .received(FunderLevel.DEPARTEMENT, 2019, euros(80_00))
                .build();
        Simulation simulation = run(
                "- {id: w, model: withdrawal, level: DEPARTEMENT, from: 2021, kept: 25 %, recovery: 50 %, by: REGION}\n",
                new Population("", true, List.of(recipient)));
        assertThat(simulation.after("A", FunderLevel.DEPARTEMENT, 2020)).isEqualTo(euros(80_00));
        assertThat(simulation.after("A", FunderLevel.DEPARTEMENT, 2021)).isEqualTo(euros(20_00));
        assertThat(simulation.after("A", FunderLevel.REGION, 2021)).isEqualTo(euros(130_00));
    }

    @Test
    void merger_bringsFormerRegionsToMinMeanMax() {
        Recipient auvergne = former("A", "63", 100);
        Recipient rhone = former("B", "69", 300);
        Population two = new Population("", true, List.of(auvergne, rhone));
        assertThat(merged(two, "min")).containsExactly(euros(100_00), euros(100_00));
        assertThat(merged(two, "mean")).containsExactly(euros(200_00), euros(200_00));
        assertThat(merged(two, "max")).containsExactly(euros(300_00), euros(300_00));
    }

    private static List<Money> merged(Population population, String level) {
        Scenario scenario = Scenarios.read(Scenarios.HEAD.replace("line: {level: STATE}\n", "")
                        + "- {id: h, model: harmonise, level: " + level + "}\n")
                .get();
        Simulation simulation = Simulation.run(scenario, population, LAWS).get();
        return List.of(
                simulation.after("A", FunderLevel.REGION, 2020), simulation.after("B", FunderLevel.REGION, 2020));
    }

    private static Recipient former(String id, String departement, int aid) {
        return Recipient.builder(id, id)
                .region("84", Fraction.ONE)
                .departement(departement)
                .received(FunderLevel.REGION, 2019, euros(aid * 100))
                .build();
    }

    @Test
    void cash_lossOfAHundredAMonth_runsOutWhenTheCashIsGone() {
        Recipient recipient = Recipient.builder("A", "A")
                .region("84", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, euros(1_200_00))
                .privateIncome(2019, euros(1_200_00))
                .fixedCost(2019, euros(2_400_00))
                .openingCash(euros(450_00))
                .build();
        Population one = new Population("", true, List.of(recipient));
        Simulation simulation = run("- {id: r, model: rate, rate: 0}\n", one);
        StructureResult result = simulation.structures().get(0);
        assertThat(result.runwayBefore()).isEmpty();
        assertThat(result.runway()).contains(4);
        assertThat(run(
                                "- {id: r, model: rate, rate: 0}\n- {id: p, model: private-income, elasticity: 50 %, lag: 0}\n",
                                one)
                        .structures()
                        .get(0)
                        .runway())
                .contains(9);
        assertThat(run("- {id: r, model: rate, rate: 0}\n- {id: c, model: costs, cut: 50 %, notice: 3}\n", one)
                        .structures()
                        .get(0)
                        .runway())
                .isEmpty();
    }

    @Test
    void paymentLag_ofTwelveMonths_emptiesTheCashOfAYear() {
        Recipient recipient = Recipient.builder("A", "A")
                .region("84", Fraction.ONE)
                .received(FunderLevel.EU_SHARED, 2019, euros(1_200_00))
                .privateIncome(2019, euros(0))
                .fixedCost(2019, euros(1_200_00))
                .openingCash(euros(650_00))
                .build();
        Scenario scenario = Scenarios.read(Scenarios.HEAD.replace("line: {level: STATE}\n", "")
                        + "- {id: l, model: payment-lag, level: EU_SHARED, months: 12}\n")
                .get();
        Simulation simulation = Simulation.run(scenario, new Population("", true, List.of(recipient)), LAWS)
                .get();
        assertThat(simulation.structures().get(0).runway()).contains(6);
    }

    @Test
    void verdicts_publicHalf_failTheMajority_andNameTheirRule() {
        Recipient recipient = Recipient.builder("A", "A")
                .region("84", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, euros(80_000_00))
                .privateIncome(2019, euros(20_000_00))
                .fixedCost(2019, euros(100_000_00))
                .build();
        Population one = new Population("", true, List.of(recipient));
        List<Verdict> verdicts = run("- {id: r, model: rate, rate: 1}\n", one).verdicts("A", 2022);
        assertThat(verdicts)
                .extracting(Verdict::test)
                .containsExactly("DE-MINIMIS", "GBER-27", "GBER-27-YEARS", "T1", "T2", "T3", "T4", "T5", "T6", "T7");
        assertThat(verdicts)
                .filteredOn(each -> each.answer().equals(java.util.Optional.of(false)))
                .extracting(Verdict::test)
                .containsExactly("GBER-27", "T1", "T2", "T3", "T4", "T5", "T6");
        assertThat(verdicts.get(3).rules()).isNotEmpty();
    }

    @Test
    void verdicts_withoutBudget_areUnknownWithAReason() {
        List<Verdict> verdicts =
                run("- {id: l, model: legal, tests: [T3]}\n", alone(1, 1, 1)).verdicts("A", 2022);
        assertThat(verdicts).singleElement().satisfies(each -> {
            assertThat(each.answer()).isEmpty();
            assertThat(each.figure().isKnown()).isFalse();
        });
    }

    @Test
    void multiRegion_splitByWeights_orBySeat() {
        Recipient recipient = Recipient.builder("A", "A")
                .region("84", Fraction.of(2))
                .region("93", Fraction.of(1))
                .received(FunderLevel.STATE, 2019, euros(90_00))
                .build();
        Population one = new Population("", true, List.of(recipient));
        assertThat(run("- {id: r, model: rate, rate: 1}\n", one)
                        .regions()
                        .get(0)
                        .received())
                .isEqualTo(euros(60_00));
        assertThat(run("- {id: k, model: region-key, keys: {historic: 1}, multiRegion: seat}\n", one)
                        .regions()
                        .get(0)
                        .received())
                .isEqualTo(euros(90_00));
    }

    private static Money base(String measures, Population population) {
        return run(measures, population).base().flatMap(Amounts::of).orElseThrow();
    }

    private static Simulation run(String measures, Population population) {
        return Simulation.run(Scenarios.of(measures), population, LAWS).get();
    }

    private static Population alone(int first, int second, int third) {
        return new Population(
                "",
                true,
                List.of(Recipient.builder("A", "A")
                        .region("84", Fraction.ONE)
                        .received(FunderLevel.STATE, 2017, euros(first * 100L))
                        .received(FunderLevel.STATE, 2018, euros(second * 100L))
                        .received(FunderLevel.STATE, 2019, euros(third * 100L))
                        .build()));
    }

    private static Recipient scored(String id, int amount, int score) {
        return Recipient.builder(id, id)
                .region("84", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, euros(amount * 100L))
                .key("score", Fraction.of(score))
                .build();
    }

    /** By cents, so that halves can be written. */
    private static Money euros(long cents) {
        return Cents.money(cents);
    }
}
