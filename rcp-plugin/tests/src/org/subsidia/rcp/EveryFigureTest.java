package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.consumption.ConsumptionView;
import org.subsidia.rcp.analysis.dashboard.DashboardBot;
import org.subsidia.rcp.analysis.dashboard.DashboardView;
import org.subsidia.rcp.analysis.dependence.DependenceView;
import org.subsidia.rcp.analysis.eligibility.EligibilityView;
import org.subsidia.rcp.analysis.forecast.ForecastView;
import org.subsidia.rcp.analysis.sheet.FigureTable;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.analysis.stateaid.StateAidView;
import org.subsidia.rcp.detail.DetailView;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.simulation.ResultsView;
import org.subsidia.rcp.simulation.ScenarioView;
import org.subsidia.rcp.simulation.SimulationBot;
import org.subsidia.rcp.simulation.SimulationPerspective;

/** Every figure of every table and tile in the window explains itself. */
class EveryFigureTest extends UiTest {
    private static final StructureId MATERIALS = new StructureId("pole-materiaux");

    private void open() throws Exception {
        openExample();
        perspective(AnalysisPerspective.ID);
        look(MATERIALS);
    }

    private void look(StructureId id) {
        ExplorerView explorer = bot.show(ExplorerView.class, ExplorerView.ID);
        bot.run(() -> explorer.reveal(new Node.OfStructure(id)));
    }

    private <V extends AnalysisView<?>> V view(Class<V> type, String id) {
        V view = bot.show(type, id);
        answered(view);
        return view;
    }

    private void answered(AnalysisView<?> view) {
        bot.until("the answer", () -> !view.isBusy());
    }

    private void explainsAll(AnalysisView<?> view, int least) {
        EveryFigure figures = bot.ask(() -> new EveryFigure().walk(view.control()));
        assertThat(figures.wrong()).isEmpty();
        assertThat(figures.figures()).isGreaterThan(least);
    }

    /** The view of each structure in turn. */
    private void explainsAllStructures(SheetView<?> view, String id) {
        for (Structure each : List.copyOf(portfolio().structures())) {
            look(each.id());
            bot.show(view.getClass(), id);
            answered(view);
            explainsAll(view, -1);
        }
    }

    @Test
    void simulation_comparedAndDrawn_explainsEveryFigure() throws Exception {
        openExample();
        perspective(SimulationPerspective.ID);
        ResultsView results = bot.show(ResultsView.class, ResultsView.ID);
        SimulationBot simulation = new SimulationBot(bot.show(ScenarioView.class, ScenarioView.ID), results);
        bot.run(simulation::forgetAll);
        run(simulation, "announced-path", 1);
        String document = bot.ask(() -> SimulationBot.preset("cut-2025-2026"));
        bot.run(() -> simulation.type("runs: 200\n"
                + document.replaceAll("(?m)^runs:.*\\R", "")
                        .replaceFirst(
                                "(?m)^measures:\\R",
                                "measures:\n  - {id: essai, model: top-up, fill: {uniform: [0.1, 0.9]}}\n")));
        bot.until("a document that can be run", simulation::isReady);
        bot.menu("Simulation", "Lancer le scénario");
        bot.until("two results", () -> simulation.titles().size() == 2 && !simulation.isRunning());
        bot.until("a comparison", () -> simulation.rows("comparison") == 2);
        EveryFigure figures = bot.ask(() -> simulation.walk(new EveryFigure()::walk));
        assertThat(figures.wrong()).isEmpty();
        assertThat(figures.figures()).isGreaterThan(1_000);
        assertThat(bot.ask(simulation::tables))
                .contains(
                        "effects",
                        "sensitivity",
                        "draws",
                        "comparison",
                        "regions",
                        "flows",
                        "quantiles",
                        "structures",
                        "verdicts",
                        "cash",
                        "detail");
        for (String column : List.of("cumulated", "lastYear", "losers", "below")) {
            assertThat(bot.ask(() -> simulation.whyOfRun(column)))
                    .as(column)
                    .hasValueSatisfying(why -> assertThat(why.check()).isEmpty());
        }
        for (String page : List.of("effects", "sensitivity", "draws", "comparison", "regions", "flows")) {
            bot.run(() -> {
                simulation.page(page);
                simulation.explanation(page, 0);
            });
            bot.run(() -> {
                try {
                    bot.window().getService(IHandlerService.class).executeCommand("org.subsidia.rcp.explain", null);
                } catch (CommandException e) {
                    throw new IllegalStateException(e);
                }
            });
            Shell popup = bot.find("the explanation", () -> Stream.of(
                            bot.display().getShells())
                    .filter(shell -> shell.isVisible() && shell != bot.window().getShell())
                    .filter(shell -> !bot.controls(shell, Tree.class).isEmpty())
                    .findFirst());
            bot.screenshot("pourquoi-" + page);
            bot.run(popup::close);
        }
    }

    private void run(SimulationBot simulation, String preset, int results) {
        bot.run(() -> simulation.type(SimulationBot.preset(preset)));
        bot.until("a document that can be run", simulation::isReady);
        bot.menu("Simulation", "Lancer le scénario");
        bot.until(results + " results", () -> simulation.titles().size() == results && !simulation.isRunning());
    }

    @Test
    void dependence_withAFunderThatLeaves_explainsEveryFigure() throws Exception {
        open();
        DependenceView view = view(DependenceView.class, DependenceView.ID);
        explainsAll(view, 100);
        explainsAllStructures(view, DependenceView.ID);
    }

    @Test
    void forecast_withEveryStress_explainsEveryFigure() throws Exception {
        open();
        ForecastView view = view(ForecastView.class, ForecastView.ID);
        explainsAll(view, 100);
        explainsAllStructures(view, ForecastView.ID);
        look(MATERIALS);
        bot.show(ForecastView.class, ForecastView.ID);
        answered(view);
        Button add = bot.control(view.control(), Button.class, b -> b.getText().startsWith("Ajouter un choc"));
        int kinds = bot.ask(() -> add.getMenu().getItemCount());
        for (int kind = 0; kind < kinds; kind++) {
            int at = kind;
            bot.run(() -> add.getMenu().getItem(at).notifyListeners(SWT.Selection, new Event()));
        }
        bot.until(
                "all cases",
                () -> !view.isBusy()
                        && view.pages()
                                .table("stress")
                                .flatMap(FigureTable::shown)
                                .filter(table -> table.rows().size() == kinds + 2)
                                .isPresent());
        explainsAll(view, 200);
        bot.controls(view.control(), Button.class).stream()
                .filter(button ->
                        bot.ask(() -> !button.isDisposed() && button.getText().equals("×")))
                .toList()
                .forEach(button -> bot.run(() -> button.notifyListeners(SWT.Selection, new Event())));
        answered(view);
    }

    @Test
    void stateAid_withAnAmount_explainsEveryFigure() throws Exception {
        open();
        StateAidView view = view(StateAidView.class, StateAidView.ID);
        explainsAll(view, 20);
        explainsAllStructures(view, StateAidView.ID);
        Text amount = bot.control(view.control(), Text.class, Text::getEditable);
        bot.run(() -> {
            amount.setText("90 000");
            amount.notifyListeners(SWT.DefaultSelection, new Event());
        });
        bot.until("an answer", () -> view.tiles().figures().get(0).id().equals("answer"));
        explainsAll(view, 20);
    }

    @Test
    void eligibility_ofEachStructure_explainsEveryFigure() throws Exception {
        open();
        EligibilityView view = view(EligibilityView.class, EligibilityView.ID);
        explainsAllStructures(view, EligibilityView.ID);
    }

    @Test
    void formsOfGrants_explainEveryFigure() throws Exception {
        open();
        int figures = 0;
        for (Grant grant : portfolio().grants().stream().limit(12).toList()) {
            ExplorerView explorer = bot.show(ExplorerView.class, ExplorerView.ID);
            bot.run(() -> explorer.reveal(new Node.OfGrant(new Node.OfStructure(grant.structure()), grant.id())));
            DetailView detail = bot.show(DetailView.class, DetailView.ID);
            EveryFigure walked =
                    bot.ask(() -> new EveryFigure().walk(detail.getSite().getShell()));
            assertThat(walked.wrong()).as(grant.id().value()).isEmpty();
            figures += walked.figures();
        }
        assertThat(figures).isGreaterThan(20);
    }

    @Test
    void consumption_ofEachStructure_explainsEveryFigure() throws Exception {
        open();
        ConsumptionView view = view(ConsumptionView.class, ConsumptionView.ID);
        explainsAll(view, 20);
        explainsAllStructures(view, ConsumptionView.ID);
    }

    @Test
    void dashboard_withItsTiles_explainsEveryFigure() throws Exception {
        open();
        DashboardView view = view(DashboardView.class, DashboardView.ID);
        explainsAll(view, 20);
        Map<String, Optional<Explanation>> headlines = bot.ask(() -> DashboardBot.headlines(view));
        assertThat(headlines).hasSize(7);
        List<String> without = new ArrayList<>();
        headlines.forEach((words, why) -> {
            if (why.isEmpty() && words.matches(".*\\d.*")) {
                without.add(words);
            }
        });
        assertThat(without).isEmpty();
    }
}
