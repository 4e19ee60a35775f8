package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderLevel;

class RunWhyTest {

    private static Explanation whole(Explanation why) {
        assertThat(why.check()).isEmpty();
        why.nodes().forEach(node -> {
            assertThat(node.label().in(Locale.FRENCH)).isNotBlank().doesNotContain("XFER-");
            assertThat(node.label().in(Locale.ENGLISH)).isNotBlank().doesNotContain("XFER-");
        });
        return why;
    }

    private static Money amount(Explanation why) {
        return Amounts.of(whole(why)).orElseThrow();
    }

    @Test
    void sumsAndCounts_ofRandomRuns_areThoseOfTheRun_structureByStructure() {
        long seed = Long.getLong("subsidia.seed", 1_300);
        for (int i = 0; i < 20; i++) {
            Random random = new Random(seed + i);
            String where = "-Dsubsidia.seed=" + (seed + i) + " replays it";
            Simulation simulation = Simulation.run(
                            Scenarios.of(Scenarios.random(random)), Populations.random(random), LawBase.standard())
                    .get();
            RunWhy why = new RunWhy(simulation);
            int last = simulation.scenario().last();
            for (int year : simulation.scenario().years()) {
                for (boolean with : new boolean[] {false, true}) {
                    assertThat(amount(why.total(year, with))).as(where).isEqualTo(simulation.total(year, with));
                    for (FunderLevel level : simulation.levels()) {
                        assertThat(amount(why.level(level, year, with)))
                                .as(where)
                                .isEqualTo(simulation
                                        .totals(year, with)
                                        .getOrDefault(level, Money.zero(CurrencyUnit.EUR)));
                        whole(why.gap(level, year));
                    }
                }
            }
            Money before = simulation.total(last, false);
            Money after = simulation.total(last, true);
            assertThat(amount(why.gap())).as(where).isEqualTo(after.minus(before));
            assertThat(count(why.losers()))
                    .as(where)
                    .isEqualTo(simulation.inequality().losers());
            assertThat(count(why.winners()))
                    .as(where)
                    .isEqualTo(simulation.inequality().winners());
            assertThat(whole(why.losers()).children())
                    .hasSize(simulation.inequality().losers());
            whole(why.shortOfCash());
            if (before.isPositive()) {
                whole(why.gapShare());
            }
            String id = simulation.population().recipients().get(0).id();
            assertThat(why.ratio(id, "R1", true).map(RunWhyTest::whole)).isPresent();
            assertThat(why.ratio(id, "R1", false).map(RunWhyTest::whole)).isPresent();
            assertThat(why.ratio(id, "R8", true)).isEmpty();
        }
    }

    private static int count(Explanation why) {
        return ((Value.Quantity) whole(why).value()).amount().intValueExact();
    }
}
