package org.subsidia.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.cashflow.CashWorld.AT;
import static org.subsidia.cashflow.CashWorld.ID;
import static org.subsidia.cashflow.CashWorld.REGION;
import static org.subsidia.cashflow.CashWorld.day;
import static org.subsidia.cashflow.CashWorld.euros;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.explain.Amounts;
import org.subsidia.law.LawBase;

class StressTestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late:region:3",
                "late:eu:12",
                "less:region:1/10",
                "less:*:1/4",
                "decommit:a:1/2",
                "recover:b:1/5:2026-09-30",
                "delabel:feder:2026-06-01",
                "slip:c:6",
                "slip:*:2",
                "leave:region:2026-06-01"
            })
    void stress_neverMakesAnyDayBetter_andIsReadAsItIsWritten(String text) {
        Stress stress = Stress.read(text).get();
        assertThat(stress.text()).isEqualTo(text);
        CashForecast base = CashForecastTest.rich().forecast();
        CashForecast stressed =
                CashForecastTest.rich().forecast(ForecastOptions.of(AT).withStresses(List.of(stress)));
        List<DayCash> before = base.byDay();
        List<DayCash> after = stressed.byDay();
        boolean worse = false;
        for (int d = 0; d < before.size(); d++) {
            assertThat(after.get(d).balance())
                    .as(after.get(d).day().toString())
                    .isLessThanOrEqualTo(before.get(d).balance());
            worse |= after.get(d).balance().isLessThan(before.get(d).balance());
        }
        assertThat(worse).as("the stress changes something").isTrue();
        stressed.byMonth().forEach(month -> assertThat(month.closing().check()).isEmpty());
        List<StressCase> cases = StressCase.compare(
                CashForecastTest.rich().portfolio(),
                ID,
                LawBase.standard(),
                ForecastOptions.of(AT),
                SimulationOptions.STANDARD.withRuns(500),
                List.of(List.of(stress)));
        for (int q = 0; q < 3; q++) {
            for (int m = 0; m < 24; m++) {
                assertThat(cases.get(1).simulation().orElseThrow().band(q).get(m))
                        .isLessThanOrEqualTo(
                                cases.get(0).simulation().orElseThrow().band(q).get(m));
            }
        }
    }

    @Test
    void stresses_combine_eachMakingItWorse() {
        List<Stress> together = new ArrayList<>();
        CashForecast last = CashForecastTest.rich().forecast();
        for (String text : List.of("late:region:2", "less:*:10%", "leave:eu:2026-03-01", "recover:b:50%:2026-04-01")) {
            together.add(Stress.read(text).get());
            CashForecast next =
                    CashForecastTest.rich().forecast(ForecastOptions.of(AT).withStresses(together));
            assertThat(Amounts.of(next.financingNeed()).orElseThrow())
                    .isGreaterThanOrEqualTo(Amounts.of(last.financingNeed()).orElseThrow());
            last = next;
        }
    }

    @Test
    void late_movesTheDayByMonths_andSaysWhy() {
        CashForecast stressed = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.addStep(CashWorld.on("x", "2026-03-12", 100)))
                .forecast(ForecastOptions.of(AT).withStresses(List.of(new Stress.Late(REGION, 3))));
        assertThat(stressed.lines()).singleElement().satisfies(line -> {
            assertThat(line.day()).isEqualTo("2026-06-12");
            assertThat(line.why().nodes().map(node -> node.label().code())).contains("CASH-DAY-LATER");
        });
    }

    @Test
    void less_takesItsShareToTheCent() {
        CashForecast stressed = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.addStep(CashWorld.on("x", "2026-03-12", 100)))
                .forecast(ForecastOptions.of(AT)
                        .withStresses(List.of(Stress.read("less:region:12,5%").get())));
        assertThat(stressed.lines()).extracting(CashLine::money).containsExactly(euros(875));
    }

    @Test
    void leave_stopsWhatFallsDueLater_notWhatWasDue() {
        CashForecast stressed = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.addStep(CashWorld.on("x", "2026-03-12", 50))
                        .addStep(CashWorld.on("y", "2026-04-13", 50)))
                .forecast(ForecastOptions.of(AT).withStresses(List.of(new Stress.Leave(REGION, day("2026-04-01")))));
        assertThat(stressed.lines()).extracting(CashLine::step).containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "late",
                "late:region",
                "late:region:x",
                "late:region:99",
                "less:region:150%",
                "leave:region:tomorrow",
                "recover:a:10%",
                "late:region:3:2026-01-01",
                "flood:region:3",
                "leave:region:2026-02-30"
            })
    void stress_thatIsNone_isRefusedWithASentence(String text) {
        assertThat(Stress.read(text).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("CASH-STRESS-BAD");
            assertThat(finding.advice(Locale.FRENCH)).isPresent();
        });
    }
}
