package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderLevel;

class OracleTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final int CASES = 100;

    @Test
    void engine_onRandomScenarios_agreesToTheCentWithTheNaiveOne_conserves_andExplainsItself() {
        long seed = Long.getLong("subsidia.seed", 20261127);
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed + i);
            Population population = Populations.random(random);
            String measures = Scenarios.random(random);
            String where = "seed " + (seed + i) + ", -Dsubsidia.seed replays it\n" + measures;
            Scenario scenario = Scenarios.of(measures);
            Reading<Simulation> reading = Simulation.run(scenario, population, LAWS);
            assertThat(reading.isRead()).as(where + reading.findings()).isTrue();
            Simulation simulation = reading.get();
            for (int year = 2020; year <= 2023; year++) {
                compare(simulation, NaiveSimulator.run(scenario, population, year), year, where);
                Conservation.check(simulation, year, where);
            }
            for (Recipient recipient : population.recipients()) {
                Explanation why = simulation.explain(recipient.id(), 2022);
                assertThat(why.check()).as(where).isEmpty();
                assertThat(Amounts.of(why)).as(where).contains(simulation.publicAfter(recipient.id(), 2022));
            }
        }
    }

    private static void compare(
            Simulation simulation, Map<String, Map<FunderLevel, BigDecimal>> naive, int year, String where) {
        naive.forEach((id, amounts) -> amounts.forEach(
                (level, amount) -> assertThat(simulation.after(id, level, year).getAmount())
                        .as("%s %s %s %s", id, level, year, where)
                        .isEqualByComparingTo(amount)));
    }
}
