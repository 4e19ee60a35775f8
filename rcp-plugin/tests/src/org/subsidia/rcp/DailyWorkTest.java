package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.calendar.CalendarBot;
import org.subsidia.rcp.calendar.CalendarView;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.problem.ProblemsView;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.simulation.ResultsView;
import org.subsidia.rcp.simulation.ScenarioView;
import org.subsidia.rcp.simulation.SimulationBot;
import org.subsidia.rcp.simulation.SimulationPerspective;
import org.subsidia.rcp.welcome.WelcomeView;

/** What is done every day, in the real window. */
class DailyWorkTest extends UiTest {
    private static final int FIX = 3;
    private static final StructureId WOOD = new StructureId("cluster-bois");

    @Test
    void quickFix_isOneStepThatMakesItsFindingGo() throws IOException {
        openExample();
        bot.run(() -> Desk.get()
                .session()
                .apply(
                        "siren",
                        Edit.put(Desk.get().portfolio().structure(WOOD).orElseThrow().toBuilder()
                                .siren("732 829 320")
                                .build())));
        Portfolio before = portfolio();
        ProblemsView view = bot.show(ProblemsView.class, ProblemsView.ID);
        Table table = bot.control(view.control(), Table.class, list -> true);
        bot.until("a correction", () -> !view.isBusy() && fixable(table) >= 0);
        int row = bot.ask(() -> fixable(table));
        String sentence = bot.column(table, 1).get(row);
        bot.select(table, row);
        Button repair =
                bot.control(view.control(), Button.class, one -> one.getText().equals("Corriger"));
        assertThat(bot.ask(repair::isEnabled)).isTrue();
        bot.begin(() -> repair.notifyListeners(SWT.Selection, new Event()));
        bot.until("the change", () -> !Desk.get().portfolio().equals(before));
        bot.until(
                "the finding gone",
                () -> !view.isBusy()
                        && IntStream.range(0, table.getItemCount())
                                .noneMatch(i -> table.getItem(i).getText(1).equals(sentence)));
        bot.screenshot("correction");
        assertThat(portfolio().structure(WOOD).orElseThrow().siren()).isEqualTo("732829320");
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).isEqualTo(before);
    }

    /** The first finding with a correction; -1: none. */
    private static int fixable(Table table) {
        return IntStream.range(0, table.getItemCount())
                .filter(row -> !table.getItem(row).getText(FIX).isEmpty())
                .findFirst()
                .orElse(-1);
    }

    @Test
    void yearPlan_ofTheExample_hasTheEventsOfTheYear() throws IOException {
        openExample();
        CalendarView view = bot.show(CalendarView.class, CalendarView.ID);
        CalendarBot calendar = new CalendarBot(view);
        Combo kind = bot.control(view.control(), Combo.class, combo -> true);
        bot.run(() -> {
            kind.select(kind.getItemCount() - 1);
            kind.notifyListeners(SWT.Selection, new Event());
        });
        CTabFolder pages = bot.control(view.control(), CTabFolder.class, folder -> true);
        bot.run(() -> pages.setSelection(1));
        bot.until("events in the year", () -> calendar.marks() > 10);
        bot.screenshot("annee-remplie");
    }

    @Test
    void run_thatIsCancelled_leavesNoResult() throws IOException {
        openExample();
        perspective(SimulationPerspective.ID);
        SimulationBot simulation = new SimulationBot(
                bot.show(ScenarioView.class, ScenarioView.ID), bot.show(ResultsView.class, ResultsView.ID));
        bot.run(simulation::forgetAll);
        String text = SimulationBot.preset("cut-2025-2026");
        assertThat(text).contains("runs: 500");
        bot.run(() -> simulation.type(text.replace("runs: 500", "runs: 100000")));
        bot.until("a document that can be run", simulation::isReady);
        bot.menu("Simulation", "Lancer le scénario");
        bot.until("the run", simulation::isRunning);
        Button cancel = bot.control(
                bot.shell(), Button.class, button -> button.getText().equals("Annuler") && button.isEnabled());
        bot.run(() -> cancel.notifyListeners(SWT.Selection, new Event()));
        bot.until("the end of the run", () -> !simulation.isRunning());
        assertThat(bot.ask(simulation::titles)).isEmpty();
        bot.screenshot("simulation-annulee");
    }

    @Test
    void welcome_isShownAtTheFirstStartOnly() {
        bot.run(() -> {
            Settings.remember("welcomed", "");
            hideWelcome();
            WelcomeView.first(bot.window());
        });
        assertThat(bot.ask(() -> bot.window().getActivePage().findView(WelcomeView.ID) != null))
                .isTrue();
        bot.run(() -> {
            hideWelcome();
            WelcomeView.first(bot.window());
        });
        assertThat(bot.ask(() -> bot.window().getActivePage().findView(WelcomeView.ID) == null))
                .isTrue();
    }

    private void hideWelcome() {
        IViewPart shown = bot.window().getActivePage().findView(WelcomeView.ID);
        if (shown != null) {
            bot.window().getActivePage().hideView(shown);
        }
    }
}
