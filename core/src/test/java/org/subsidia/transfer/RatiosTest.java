package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.transfer.Populations.euros;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.subsidia.dependence.Bridge;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.Norm;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.dependence.PortfolioFigures;
import org.subsidia.dependence.Ratio;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class RatiosTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final StructureId ID = new StructureId("S");

    @Test
    void r1_ofRandomScenarios_isPublicMoneyOverIncome_andTheStepsAddUp() {
        long seed = Long.getLong("subsidia.seed", 900);
        for (int i = 0; i < 40; i++) {
            Random random = new Random(seed + i);
            String where = "-Dsubsidia.seed=" + (seed + i) + " replays it";
            Population population = Populations.random(random);
            String measures = Scenarios.random(random) + "- {id: own, model: private-income, elasticity: 1/3}\n";
            Simulation simulation =
                    Simulation.run(Scenarios.of(measures), population, LAWS).get();
            for (Recipient each : population.recipients()) {
                RatioChange change = simulation.ratio(each.id(), Ratio.R1, 2022);
                assertThat(change.explanation().check()).as(where).isEmpty();
                Fraction at = change.before().share().orElseThrow();
                for (Bridge.Stage step : change.steps()) {
                    at = at.plus(step.change());
                    assertThat(step.after()).as(where).isEqualTo(at);
                }
                long money = Cents.of(simulation.publicAfter(each.id(), 2022));
                long own = simulation.budgetAfter(simulation.index(each.id())).income()[3];
                assertThat(at).as(where).isEqualTo(Fraction.of(money, money + own));
                assertThat(change.after().share()).as(where).contains(at);
                assertThat(simulation.ratio(each.id(), Ratio.R7, 2022).after().share())
                        .as("receipts by payer are not known")
                        .isEmpty();
            }
        }
    }

    @Test
    void verdicts_areThoseOfTheRoomOfDependence() {
        Population population = Populations.random(new Random(3));
        Simulation simulation = Simulation.run(Scenarios.of("- {id: r, model: rate, rate: 1/2}\n"), population, LAWS)
                .get();
        for (Recipient each : population.recipients()) {
            Dependence dependence = Dependence.of(each.name(), List.of(simulation.figures(each.id(), 2022, true)));
            for (Verdict verdict : simulation.verdicts(each.id(), 2022)) {
                if (verdict.test().matches("T[1-57]")) {
                    assertThat(verdict.answer())
                            .isEqualTo(dependence
                                    .norm(Norm.valueOf(verdict.test()), 2022, LAWS)
                                    .orElseThrow()
                                    .met());
                }
            }
        }
    }

    @Test
    void gber27_yearsBeforeTheHorizon_count() {
        Recipient.Builder builder = Recipient.builder("A", "A")
                .region("84", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, euros(40))
                .privateIncome(2019, euros(60))
                .fixedCost(2019, euros(100));
        Scenario scenario = Scenarios.of("- {id: r, model: rate, rate: 1}\n");
        assertThat(intensity(scenario, builder.build())).contains(true);
        for (int year = 2014; year <= 2018; year++) {
            builder.received(FunderLevel.STATE, year, euros(80)).fixedCost(year, euros(100));
        }
        assertThat(intensity(scenario, builder.build()))
                .as("5 years at 80 and 5 at 40 of 100")
                .contains(false);
    }

    private static Optional<Boolean> intensity(Scenario scenario, Recipient recipient) {
        Simulation simulation = Simulation.run(scenario, new Population("", true, List.of(recipient)), LAWS)
                .get();
        return verdict(simulation, "A", "GBER-27", 2023).answer();
    }

    private static Verdict verdict(Simulation simulation, String id, String test, int year) {
        return simulation.verdicts(id, year).stream()
                .filter(each -> each.test().equals(test))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figures_ofAPortfolio_startFromItsOwn_andChangeByTheScenario() {
        Portfolio portfolio = portfolio(new Regime(RegimeKind.DE_MINIMIS, null, null, null));
        Simulation simulation = Simulation.run(
                        Scenarios.of("- {id: r, model: rate, rate: 1/2}\n"),
                        Population.of(portfolio, DAY, LAWS).get(),
                        LAWS)
                .get();
        var own = new PortfolioFigures(portfolio, LAWS, DAY)
                .of(portfolio.structure(ID).orElseThrow(), 2020);
        var after = simulation.figures("S", 2021, true);
        assertThat(after.amount(OperatingItem.FEES_PRIVATE)).isEqualTo(own.amount(OperatingItem.FEES_PRIVATE));
        assertThat(after.amount(OperatingItem.SUBSIDIES)).contains(euros(50_000));
        assertThat(simulation.ratio("S", Ratio.R1, 2021).before().share()).contains(Fraction.of(100, 180));
        assertThat(simulation.ratio("S", Ratio.R1, 2021).after().share()).contains(Fraction.of(50, 130));
        assertThat(simulation.ratio("S", Ratio.R5, 2021).after().share()).contains(Fraction.of(80, 130));
    }

    @Test
    void deMinimis_whatTheRegionAdds_fitsOrNot_andIsUnknownWithoutRegimes() {
        String twice = "- {id: r, model: rate, rate: 1/2}\n- {id: t, model: top-up, rate: 1}\n";
        assertThat(deMinimis(twice, new Regime(RegimeKind.NO_AID, null, null, null)))
                .contains(true);
        String much = "- {id: r, model: rate, rate: 1}\n- {id: t, model: top-up, rate: 2}\n";
        assertThat(deMinimis(much, new Regime(RegimeKind.NO_AID, null, null, null)))
                .contains(false);
        String more = "- {id: r, model: rate, rate: 1/2}\n- {id: t, model: top-up, rate: 1.2}\n";
        assertThat(deMinimis(more, null))
                .as("100,000 € may be de minimis, and 110,000 € come")
                .isEmpty();
    }

    private static Optional<Boolean> deMinimis(String measures, @org.jspecify.annotations.Nullable Regime regime) {
        Simulation simulation = Simulation.run(
                        Scenarios.of(measures),
                        Population.of(portfolio(regime), DAY, LAWS).get(),
                        LAWS)
                .get();
        return verdict(simulation, "S", "DE-MINIMIS", 2020).answer();
    }

    private static Portfolio portfolio(@org.jspecify.annotations.Nullable Regime regime) {
        Funder state =
                Funder.builder(new FunderId("etat"), FunderLevel.STATE, "État").build();
        Grant.Builder grant = Grant.builder(new GrantId("G"), ID)
                .payer(state.id())
                .decisionMaker(state.id())
                .state(GrantState.AWARDED)
                .fiscalYear(2019)
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(100_000), LocalDate.of(2019, 3, 1), null));
        if (regime != null) {
            grant.addRegime(regime);
        }
        return Portfolio.of(List.of(
                state,
                Structure.builder(ID, "Un").build(),
                grant.build(),
                line("1", BudgetKind.STAFF, 170_000),
                line("2", BudgetKind.FEE_PRIVATE, 80_000)));
    }

    private static BudgetLine line(String number, BudgetKind kind, int amount) {
        return BudgetLine.builder(new BudgetLineId("B" + number), ID, 2020, kind, euros(amount))
                .basis(BudgetBasis.PLANNED)
                .build();
    }
}
