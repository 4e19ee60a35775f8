package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderLevel;

/** Two départements and their Regions: what moves is paid for to the cent, and what one gains the other loses. */
class NeutralityTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final String HEAD = Scenarios.HEAD.replace("level: STATE", "level: DEPARTEMENT, successor: REGION");
    private static final String RHONE =
            "- {id: rhone, model: clecrt, departement: [\"69\"], charges: {2017: 90, 2018: 100, 2019: 110}, cvae: %s%s}\n";

    @Test
    void yearly_leavesTheRegionTheCharge_whateverTheTaxBrings() {
        Simulation run = run(String.format(Locale.ROOT, RHONE, "{2020: 1000, 2022: 200}", ""));
        for (int year = 2020; year <= 2023; year++) {
            Attribution each = run.attributions(year).get(0);
            assertThat(each.tax()).isEqualTo(euros(year < 2022 ? 250 : 50));
            assertThat(each.charges()).isEqualTo(euros(100));
            // above the charge the Region pays, below it the département
            assertThat(each.amount()).isEqualTo(euros(year < 2022 ? 150 : -50));
            assertThat(each.resource()).isEqualTo(euros(100));
            assertThat(each.regionBalance().isZero()).isTrue();
            assertThat(each.departementBalance().isZero()).isTrue();
            assertThat(each.explanation().check()).isEmpty();
            assertThat(run.regions().stream()
                            .filter(region -> region.region().equals("84"))
                            .map(RegionResult::received))
                    .contains(euros(100));
        }
        assertThat(run.attributions(2019)).isEmpty();
        assertThat(run.attributions(2020).get(0).explanation().allRules())
                .extracting(rule -> rule.id())
                .contains("transfer.cvae.points", "transfer.compensation.operating.years");
    }

    @Test
    void fixed_laterTaxIsTheRegionsGainOrLoss_andTheDepartementsMirror() {
        Simulation run = run(String.format(
                Locale.ROOT, RHONE, "{2020: 1000, 2021: 1100, 2022: 100}", ", attribution: fixed, points: 1/2"));
        assertThat(amounts(run)).containsExactly(euros(400), euros(400), euros(400), euros(400));
        assertThat(balances(run)).containsExactly(euros(0), euros(50), euros(-450), euros(-450));
        assertThat(run.attributions(2022)).allSatisfy(each -> assertThat(
                        each.regionBalance().plus(each.departementBalance()).isZero())
                .isTrue());
        // what is missing is the Region's own: its structures share nothing, not less
        assertThat(received(run, "84", 2022).isZero()).isTrue();
        assertThat(received(run, "84", 2021)).isEqualTo(euros(150));
    }

    @Test
    void otherRegions_receiveWhatTheOtherModelsSay_toTheCent() {
        String rate = "- {id: rate, model: rate, rate: 60 %}\n";
        Simulation without = run(rate);
        Simulation with = run(rate + String.format(Locale.ROOT, RHONE, "1000", ""));
        for (int year = 2020; year <= 2023; year++) {
            for (String region : List.of("11", "93")) {
                assertThat(received(with, region, year)).isEqualTo(received(without, region, year));
            }
            Conservation.check(with, FunderLevel.DEPARTEMENT, year, "clecrt");
        }
        assertThat(with.transferred(2020))
                .isEqualTo(without.transferred(2020)
                        .minus(received(without, "84", 2020))
                        .plus(euros(100)));
    }

    @Test
    void phase_movesThePartOfTheChargeThatTheRegionHasTaken() {
        Simulation run = run("- {id: phase, model: phase, shape: step, stateShare: {2020: 3/4, 2021: 0}}\n"
                + String.format(Locale.ROOT, RHONE, "1000", ""));
        assertThat(run.attributions(2020).get(0).charges()).isEqualTo(euros(25));
        assertThat(run.attributions(2020).get(0).amount()).isEqualTo(euros(225));
        assertThat(run.attributions(2021).get(0).charges()).isEqualTo(euros(100));
        assertThat(received(run, "84", 2020)).isEqualTo(euros(25));
    }

    @Test
    void everyStructure_readsBackToTaxAndCharges_andConserves() {
        long seed = Long.getLong("subsidia.seed", 47);
        for (int i = 0; i < 60; i++) {
            Random random = new Random(seed + i);
            Population population = Populations.random(random);
            String measures = Scenarios.random(random)
                    + String.format(
                            Locale.ROOT,
                            "- {id: one, model: clecrt, departement: [\"69\"], charges: %d, cvae: {2020: %d, 2022: %d}}\n"
                                    + "- {id: two, model: clecrt, departement: [\"38\"], charges: {2017: %d, 2019: %d}, cvae: %d,"
                                    + " index: prices, years: 3, attribution: fixed}\n",
                            random.nextInt(900_000),
                            random.nextInt(9_000_000),
                            random.nextInt(9_000_000),
                            random.nextInt(900_000),
                            random.nextInt(900_000),
                            random.nextInt(9_000_000));
            Reading<Simulation> reading = Simulation.run(scenario(measures), population, LAWS);
            if (!reading.isRead()) {
                continue;
            }
            Simulation run = reading.get();
            String where = "-Dsubsidia.seed=" + (seed + i) + " replays it";
            for (int year = 2020; year <= 2023; year++) {
                Conservation.check(run, FunderLevel.DEPARTEMENT, year, where);
                for (Attribution each : run.attributions(year)) {
                    assertThat(each.regionBalance()
                                    .plus(each.departementBalance())
                                    .isZero())
                            .as(where)
                            .isTrue();
                    assertThat(each.explanation().check()).as(where).isEmpty();
                }
                for (Recipient recipient : population.recipients()) {
                    Explanation why = run.explain(recipient.id(), year);
                    assertThat(why.check()).as(where).isEmpty();
                    assertThat(org.subsidia.explain.Amounts.of(why))
                            .as(where)
                            .contains(run.publicAfter(recipient.id(), year));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XFER-DEPARTEMENT-BAD | {id: a, model: clecrt, departement: [\"99\"], charges: 1, cvae: 1}",
                "XFER-DEPARTEMENT-BAD | {id: a, model: clecrt, departement: [\"69\", \"38\"], charges: 1, cvae: 1}",
                "XFER-PARAMETER-MISSING | {id: a, model: clecrt, departement: [\"69\"], charges: 1}",
                "XFER-CLECRT-YEAR | {id: a, model: clecrt, departement: [\"69\"], charges: 1, cvae: {2022: 5}}",
                "XFER-CLECRT-YEAR | {id: a, model: clecrt, departement: [\"69\"], charges: {2019: 1}, years: 2, cvae: 1}",
                "XFER-INDEX-YEAR | {id: a, model: clecrt, departement: [\"69\"], charges: 1, years: 5, index: prices, cvae: 1}",
                "XFER-NUMBER-OUTSIDE | {id: a, model: clecrt, departement: [\"69\"], charges: -1, cvae: 1}"
            })
    void measure_wrong_isRefusedAtItsLine(String code, String measure) {
        Reading<Scenario> reading = Scenarios.read(HEAD + "- " + measure + "\n");
        assertThat(reading.isRead()).isFalse();
        Finding finding = reading.findings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reading.findings()));
        assertThat(finding.place().line()).isEqualTo(8);
        assertThat(finding.message().in(Locale.FRENCH))
                .isNotEqualTo(finding.message().in(Locale.ENGLISH));
    }

    @Test
    void sameDepartementTwice_orALineOfTheState_isRefused() {
        String one = String.format(Locale.ROOT, RHONE, "1", "");
        assertThat(Scenarios.read(HEAD + one + one.replace("id: rhone", "id: again"))
                        .findings())
                .extracting(Finding::code, each -> each.place().line())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("XFER-CLECRT-TWICE", 9L));
        assertThat(Scenarios.read(Scenarios.HEAD + one).findings())
                .extracting(Finding::code)
                .containsExactly("XFER-CLECRT-LINE");
    }

    @Test
    void singleCollectivity_andALawNotYetInForce_areRefused_andRegionsWithNobodyAreSaid() {
        assertThat(run("- {id: a, model: clecrt, departement: [\"2A\"], charges: 1, cvae: 1}\n", 2019)
                        .findings())
                .extracting(Finding::code)
                .contains("XFER-CLECRT-SINGLE");
        assertThat(run("- {id: a, model: clecrt, departement: [\"69\"], charges: 1, cvae: 1}\n", 2015)
                        .findings())
                .extracting(Finding::code)
                .contains("XFER-CLECRT-POINTS");
        Reading<Simulation> nobody =
                run("- {id: a, model: clecrt, departement: [\"59\"], charges: 1, cvae: 1}\n", 2019);
        assertThat(nobody.findings()).extracting(Finding::code).contains("XFER-CLECRT-NOBODY", "XFER-CLECRT-VAT");
        assertThat(nobody.get().attributions(2020)).hasSize(1);
    }

    @Test
    void legalPath_showsTheThreeModelsSideBySide() {
        Simulation run = run(String.format(Locale.ROOT, RHONE, "1000", ""));
        assertThat(LegalPath.of(run, LAWS))
                .allSatisfy(each -> assertThat(each.neutral()).contains(euros(100)))
                .allSatisfy(each -> assertThat(each.legal()).isPresent());
        assertThat(LegalPath.of(run("- {id: rate, model: rate, rate: 1}\n"), LAWS))
                .allSatisfy(each -> assertThat(each.neutral()).isEmpty());
    }

    private static List<Money> amounts(Simulation run) {
        return years(run).stream().map(Attribution::amount).toList();
    }

    private static List<Money> balances(Simulation run) {
        return years(run).stream().map(Attribution::regionBalance).toList();
    }

    private static List<Attribution> years(Simulation run) {
        return run.scenario().years().stream()
                .flatMap(year -> run.attributions(year).stream())
                .toList();
    }

    private static Money received(Simulation run, String region, int year) {
        return run.regions().stream()
                .filter(each -> each.region().equals(region) && each.year() == year)
                .map(RegionResult::received)
                .findFirst()
                .orElseThrow();
    }

    private static Simulation run(String measures) {
        return run(measures, 2019).get();
    }

    private static Reading<Simulation> run(String measures, int reference) {
        Recipient.Builder a = recipient("A", "84", 300);
        Recipient.Builder b = recipient("B", "84", 100);
        Recipient.Builder c = recipient("C", "11", 777);
        Recipient.Builder d = recipient("D", "93", 1);
        Population population = new Population("", true, List.of(a.build(), b.build(), c.build(), d.build()));
        String text = (HEAD + measures)
                .replace("reference: 2019", "reference: " + reference)
                .replace("first: 2019", "first: " + reference);
        return Simulation.run(Scenarios.read(text).get(), population, LAWS);
    }

    private static Recipient.Builder recipient(String id, String region, long amount) {
        Recipient.Builder builder = Recipient.builder(id, id).region(region, org.subsidia.money.Fraction.ONE);
        for (int year = 2013; year <= 2019; year++) {
            builder.received(FunderLevel.DEPARTEMENT, year, euros(amount));
        }
        return builder;
    }

    private static Scenario scenario(String measures) {
        return Scenarios.read(HEAD + measures).get();
    }

    private static Money euros(long amount) {
        return Populations.euros(amount);
    }
}
