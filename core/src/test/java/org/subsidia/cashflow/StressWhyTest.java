package org.subsidia.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.subsidia.cashflow.CashWorld.AT;
import static org.subsidia.cashflow.CashWorld.ID;
import static org.subsidia.cashflow.CashWorld.REGION;
import static org.subsidia.cashflow.CashWorld.euros;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.cashflow.StressWhy.Effect;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;

class StressWhyTest {

    private static void isWhole(Explanation why) {
        assertThat(why.check()).isEmpty();
        why.nodes().forEach(node -> {
            assertThat(node.label().in(Locale.FRENCH)).isNotBlank().doesNotContain("CASH-");
            assertThat(node.label().in(Locale.ENGLISH)).isNotBlank().doesNotContain("CASH-");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late:region:3",
                "late:eu:40",
                "less:region:1/10",
                "less:*:1/4",
                "decommit:a:1/2",
                "recover:b:1/5:2026-09-30",
                "delabel:feder:2026-06-01",
                "slip:c:6",
                "slip:*:60",
                "leave:region:2026-06-01",
                "breach:a:2026-06-15",
                "late:region:2+less:*:10%+leave:eu:2026-03-01+recover:b:50%:2026-04-01"
            })
    void figuresOfACase_addUpFromThoseWithoutStress_paymentByPayment(String texts) {
        List<Stress> stresses = Arrays.stream(texts.split("\\+"))
                .map(text -> Stress.read(text).get())
                .toList();
        Portfolio portfolio = CashForecastTest.rich().portfolio();
        List<StressCase> cases =
                StressCase.compare(portfolio, ID, LawBase.standard(), ForecastOptions.of(AT), null, List.of(stresses));
        CashForecast stressed = cases.get(1).forecast();
        StressWhy why = cases.get(1).why(portfolio, cases.get(0));
        for (int m = 0; m < stressed.byMonth().size(); m++) {
            isWhole(why.closing(m));
            assertThat(why.closing(m).value())
                    .isEqualTo(stressed.byMonth().get(m).closing().value());
        }
        for (DayCash day : stressed.byDay()) {
            assertThat(Amounts.of(why.balance(day.day())))
                    .as(day.day().toString())
                    .contains(day.balance());
        }
        assertThat(why.financingNeed().value())
                .isEqualTo(stressed.financingNeed().value());
        assertThat(why.bridgingCost().value()).isEqualTo(stressed.bridgingCost().value());
        assertThat(why.bridgingCost().allRules())
                .isEqualTo(stressed.bridgingCost().allRules());
        for (int m = 0; m < stressed.byMonth().size(); m++) {
            assertThat(Amounts.of(stressed.in(m)))
                    .contains(stressed.byMonth().get(m).in());
            assertThat(Amounts.of(stressed.out(m)))
                    .contains(stressed.byMonth().get(m).out());
            isWhole(stressed.in(m));
            isWhole(stressed.out(m));
        }
        assertThat(Amounts.of(why.lowest()))
                .contains(stressed.lowest().orElseThrow().balance());
        for (Explanation figure :
                List.of(why.lowest(), why.lowestDay(), why.financingNeed(), why.bridgingCost(), why.runway())) {
            isWhole(figure);
        }
        for (Effect effect : why.effects()) {
            assertThat(effect.causes()).as(effect.subject().toString()).isNotEmpty();
            isWhole(effect.change(stressed.axis().last().atEndOfMonth()));
        }
    }

    @Test
    void withoutStress_nothingChanges_andFiguresAreThoseOfTheForecast() {
        CashForecast base = CashForecastTest.rich().forecast();
        StressWhy why = StressWhy.of(CashForecastTest.rich().portfolio(), base, base);
        assertThat(why.effects()).isEmpty();
        assertThat(why.closing(5)).isEqualTo(base.byMonth().get(5).closing());
        isWhole(base.financingNeed());
        isWhole(base.bridgingCost());
    }

    @Test
    void effects_sayWhatBecomesOfThePayment() {
        CashWorld world = CashWorld.of().grant("a", REGION, 1_000, g -> g.addStep(CashWorld.on("x", "2026-03-12", 40))
                .addStep(CashWorld.on("y", "2026-09-14", 60)));
        assertThat(effects(world, "late:region:3")).hasSize(2).first().satisfies(effect -> {
            assertThat(effect.expected().orElseThrow().day()).isEqualTo("2026-03-12");
            assertThat(effect.day()).contains(LocalDate.of(2026, 6, 12));
            assertThat(Amounts.of(effect.change(LocalDate.of(2026, 4, 30)))).contains(euros(-400));
            assertThat(Amounts.of(effect.change(LocalDate.of(2026, 6, 30)))).contains(euros(0));
        });
        assertThat(effects(world, "late:region:60"))
                .extracting(effect -> effect.left().isPresent(), effect -> effect.day()
                        .isPresent())
                .containsOnly(tuple(false, true));
        assertThat(effects(world, "leave:region:2026-06-01")).singleElement().satisfies(effect -> {
            assertThat(effect.step()).isEqualTo("y");
            assertThat(effect.day()).isEmpty();
            assertThat(Amounts.of(effect.change(LocalDate.of(2027, 1, 1)))).contains(euros(-600));
        });
        assertThat(effects(world, "less:*:25%").get(1).left().orElseThrow().money())
                .isEqualTo(euros(450));
    }

    private static List<Effect> effects(CashWorld world, String text) {
        CashForecast stressed = world.forecast(
                ForecastOptions.of(AT).withStresses(List.of(Stress.read(text).get())));
        return StressWhy.of(world.portfolio(), world.forecast(), stressed).effects();
    }

    @Test
    void sentences_nameFundersAndGrants_notTheirIds() {
        Portfolio portfolio = CashForecastTest.rich().portfolio();
        String funder = portfolio.funder(REGION).orElseThrow().name();
        for (String text : List.of("late:region:3", "less:region:10%", "leave:region:2026-06-01")) {
            String words = Stress.read(text).get().words(portfolio).in(Locale.FRENCH);
            assertThat(words).contains(funder).doesNotContain("CASH-");
        }
        String grant = portfolio.grants().get(0).purpose();
        assertThat(Stress.read("breach:a:2026-06-01").get().words(portfolio).in(Locale.FRENCH))
                .contains("« " + grant + " » (" + funder + ")");
        assertThat(Stress.read("recover:nobody:10%:2026-06-01")
                        .get()
                        .words(portfolio)
                        .in(Locale.ENGLISH))
                .contains("nobody");
    }

    @Test
    void anUnknownBalance_staysUnknown_withItsReason() {
        Portfolio portfolio = new CashWorld()
                .structure(structure -> structure)
                .grant("a", REGION, 1_000, g -> g.addStep(CashWorld.on("x", "2026-03-12", 40)))
                .portfolio();
        List<StressCase> cases = StressCase.compare(
                portfolio,
                ID,
                LawBase.standard(),
                ForecastOptions.of(AT),
                null,
                List.of(List.of(Stress.read("late:region:3").get())));
        StressWhy why = cases.get(1).why(portfolio, cases.get(0));
        assertThat(why.effects()).isNotEmpty();
        for (Explanation figure : List.of(
                why.closing(3), why.lowest(), why.lowestDay(), why.financingNeed(), why.bridgingCost(), why.runway())) {
            assertThat(figure.value()).isInstanceOf(Value.Unknown.class);
        }
    }

    @Test
    void forecastsOfOtherMonths_areNotCompared() {
        CashForecast base = CashForecastTest.rich().forecast();
        CashForecast other =
                CashForecastTest.rich().forecast(ForecastOptions.of(AT).withMonths(6));
        assertThatThrownBy(() -> StressWhy.of(CashForecastTest.rich().portfolio(), base, other))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
