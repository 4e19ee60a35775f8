package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.io.population.PopulationFile;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileStore;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Populations;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Scenarios;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;

/** Every figure of a simulation explains itself, and its tree gives that figure. */
class TransferWhyTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static final String DRAWN = """
            - {id: drawn, model: top-up, fill: {uniform: [0.1, 0.6]}, rate: {triangular: [0, 0.05, 0.2]}, cap: 90000}
            - {id: own, model: private-income, elasticity: 1/3}
            - {id: costs, model: costs, cut: 5 %, notice: 3}
            - {id: late, model: payment-lag, level: REGION, months: 2}
            """;

    @TempDir
    private Path folder;

    private final List<String> without = new ArrayList<>();
    private int explained;

    @Test
    void figures_ofRandomRuns_allHaveTreesThatGiveThem() {
        long seed = Long.getLong("subsidia.seed", 4_100);
        for (int i = 0; i < 12; i++) {
            Random random = new Random(seed + i);
            Population people = Populations.random(random);
            Scenario scenario = Scenarios.of(Scenarios.random(random) + DRAWN);
            Scenario other = Scenarios.of(Scenarios.random(random));
            walk(scenario, List.of(other), people, "-Dsubsidia.seed=" + (seed + i) + " replays it");
        }
        assertThat(without).isEmpty();
        assertThat(explained).isGreaterThan(5_000);
    }

    @Test
    void annex_ofFewStructures_isAllButFormerYears_andOfMany_thoseThatLoseMost() throws IOException {
        TransferWhy few = why(Populations.eighteenMillion());
        assertThat(few.annexed()).isEmpty();
        assertThat(few.all())
                .containsAll(few.annex())
                .hasSizeGreaterThan(few.annex().size());
        TransferWhy some = why(structures(20));
        assertThat(some.annexed().orElseThrow().in(Locale.FRENCH)).contains("12", "20");
        assertThat(some.annex()).extracting(tree -> tree.label().code()).contains("XFER-TOTAL-GAP");
        assertThat(ofStructures(some.annex())).isEqualTo(12);
        assertThat(ofStructures(some.all())).isEqualTo(20);
        TransferWhy many = why(structures(60));
        assertThat(many.annex()).extracting(tree -> tree.label().code()).doesNotContain("XFER-TOTAL-GAP");
        assertThat(ofStructures(many.annex())).isEqualTo(12);
    }

    private static long ofStructures(List<Explanation> trees) {
        return trees.stream()
                .filter(tree -> tree.label().code().equals("XFER-GAP-OF"))
                .count();
    }

    private Population structures(int count) throws IOException {
        StringBuilder rows = new StringBuilder("origine;structure;nom;region;poste;niveau;annee;montant\n");
        for (int i = 0; i < count; i++) {
            rows.append("fictif;S").append(i).append(";Structure ").append(i).append(";84;subvention;État;2019;");
            rows.append(1000 + i).append('\n');
        }
        return PopulationFile.read(Files.writeString(folder.resolve("many.csv"), rows))
                .get();
    }

    private static final Scenario RATE = Scenarios.of("- {id: rate, model: rate, rate: 60 %}\n");

    private static TransferWhy why(Population people) {
        return new TransferWhy(Simulation.run(RATE, people, LAWS).get(), beside(people, List.of()));
    }

    private static TransferReport.Extras beside(Population people, List<Simulation> others) {
        return new TransferReport.Extras(
                others,
                Effects.of(RATE, people, LAWS),
                Sensitivity.of(RATE, people, LAWS),
                null,
                List.of(),
                List.of(),
                List.of(),
                true);
    }

    @Test
    void report_withOthersBeside_keepsTheLongTables_andSaysTheSameAsOneMadeAnew() {
        Population people = Populations.eighteenMillion();
        Simulation run = Simulation.run(RATE, people, LAWS).get();
        TransferWhy alone = new TransferWhy(run, beside(people, List.of()));
        Report first = alone.report(DAY);
        TransferReport.Extras compared = beside(people, List.of(run, run));
        Report second = alone.with(compared).report(DAY);
        for (String table : List.of("ratios", "verdicts", "cash", "detail")) {
            assertThat(second.table(table).orElseThrow())
                    .isSameAs(first.table(table).orElseThrow());
        }
        assertThat(JsonRenderer.render(second, Locale.FRENCH))
                .isEqualTo(JsonRenderer.render(TransferReport.of(run, compared, DAY), Locale.FRENCH));
        assertThat(second.table("comparison")).isPresent();
        assertThat(first.table("comparison")).isEmpty();
    }

    @Test
    void figures_ofAttributions_allHaveTreesThatGiveThem() {
        String rhone = "- {id: rhone, model: clecrt, departement: [\"69\"], charges: {2017: 90, 2018: 100, 2019: 110},"
                + " cvae: {2020: 1000, 2022: 200}}\n";
        Scenario scenario = Scenarios.read(
                        Scenarios.HEAD.replace("level: STATE", "level: DEPARTEMENT, successor: REGION") + rhone)
                .get();
        walk(scenario, List.of(), Populations.random(new Random(7)), "clecrt");
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "announced-path",
                "half-transfer",
                "notre-legal",
                "cut-2025-2026",
                "departement-exit",
                "erdf-late"
            })
    void figures_ofPresets_onTheSample_allHaveTreesThatGiveThem(String preset) {
        Portfolio portfolio = FileStore.at(Path.of("../examples/data/rives-arvenne.subsidia"))
                .open()
                .get();
        Population people = Population.of(portfolio, DAY, LAWS).get();
        walk(
                Presets.find(preset).orElseThrow(),
                List.of(Presets.find("line-deleted-2026").orElseThrow()),
                people,
                preset);
        assertThat(without).isEmpty();
    }

    private void walk(Scenario scenario, List<Scenario> others, Population people, String where) {
        Simulation simulation = Simulation.run(scenario, people, LAWS).get();
        List<Simulation> compared = new ArrayList<>(List.of(simulation));
        others.forEach(other -> compared.add(Simulation.run(other, people, LAWS).get()));
        TransferReport.Extras extras = new TransferReport.Extras(
                compared,
                Effects.of(scenario, people, LAWS),
                Sensitivity.of(scenario, people, LAWS),
                MonteCarlo.of(scenario, people, LAWS).orElse(null),
                LegalPath.of(simulation, LAWS),
                List.of(),
                List.of(),
                true);
        Report report = TransferReport.of(simulation, extras, DAY);
        TransferWhy why = new TransferWhy(simulation, extras);
        report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(KeyFigures.class::isInstance)
                .flatMap(block -> ((KeyFigures) block).figures().stream())
                .forEach(figure -> check(figure.value(), why.keyFigure(figure.id()), where + ", " + figure.id()));
        report.tables().forEach(table -> walk(table, why, where));
    }

    private void walk(Table table, TransferWhy why, String where) {
        List<List<Cell>> rows = new ArrayList<>(table.rows());
        table.totals().ifPresent(rows::add);
        for (int row = 0; row < rows.size(); row++) {
            for (int c = 0; c < table.columns().size(); c++) {
                Column column = table.columns().get(c);
                if (column.type() != Column.Type.TEXT && column.type() != Column.Type.MONTH) {
                    String place = where + ", " + table.id() + " " + row + " " + column.name();
                    check(rows.get(row).get(c), why.of(table.id(), row, column.name()), place);
                }
            }
        }
    }

    private void check(Cell cell, Optional<Explanation> found, String place) {
        if (cell instanceof Cell.Empty || cell instanceof Cell.Unknown) {
            return;
        }
        if (found.isEmpty()) {
            without.add(place);
            return;
        }
        explained++;
        Explanation why = found.get();
        assertThat(why.check()).as(place).isEmpty();
        Value value = why.value();
        if (cell instanceof Cell.Day day) {
            assertThat(value).as(place).isEqualTo(new Value.Day(day.date()));
        } else {
            BigDecimal shown = number(cell);
            BigDecimal told = value.number().orElseThrow(() -> new AssertionError(place + ": " + value));
            if (told.scale() > 2 && shown.scale() > 2) {
                // a share, rounded to fewer places in one than in the other
                assertThat(told.subtract(shown).abs())
                        .as(place + ": " + told + " for " + shown)
                        .isLessThanOrEqualTo(shown.ulp().max(told.ulp()));
            } else {
                assertThat(told).as(place).isEqualByComparingTo(shown);
            }
        }
        why.nodes().forEach(node -> {
            assertThatCode(() -> node.label().in(Locale.FRENCH)).as(place).doesNotThrowAnyException();
            assertThat(node.label().in(Locale.FRENCH)).as(place).isNotBlank().doesNotContain("XFER-", "{0}");
            assertThat(node.label().in(Locale.ENGLISH)).as(place).isNotBlank().doesNotContain("XFER-", "{0}");
        });
    }

    private static BigDecimal number(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            Money money = amount.money();
            return money.getAmount();
        } else if (cell instanceof Cell.Share share) {
            return share.share();
        } else if (cell instanceof Cell.Count count) {
            return BigDecimal.valueOf(count.count());
        }
        return ((Cell.Decimal) cell).number();
    }
}
