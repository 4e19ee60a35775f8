package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
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
        bot.until("a correction", () -> !view.isBusy() && !fixable(table).isEmpty());
        int row = bot.ask(() -> fixable(table).get(0));
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

    private static Edit siren(String structure, String siren) {
        return Edit.put(Desk.get().portfolio().structure(new StructureId(structure)).orElseThrow().toBuilder()
                .siren(siren)
                .build());
    }

    @Test
    void quickFixes_ofAllFindingsSelected_areOneStepByTheKey() throws IOException {
        openExample();
        bot.run(() -> Desk.get()
                .session()
                .apply(
                        "siren",
                        Edit.batch(
                                "siren",
                                List.of(
                                        siren("cluster-bois", "732 829 320"),
                                        siren("pole-agri-saveurs", "732.829.320")))));
        Portfolio before = portfolio();
        ProblemsView view = bot.show(ProblemsView.class, ProblemsView.ID);
        Table table = bot.control(view.control(), Table.class, list -> true);
        bot.until("two corrections", () -> !view.isBusy() && fixable(table).size() >= 2);
        List<Integer> rows = bot.ask(() -> fixable(table));
        int without = bot.ask(() -> IntStream.range(0, table.getItemCount())
                .filter(row -> !rows.contains(row))
                .findFirst()
                .orElseThrow());
        bot.select(table, without);
        mend(view);
        assertThat(portfolio()).isEqualTo(before);
        untilSaid("Ce constat n’a pas de correction rapide");
        bot.screenshot("rien-a-corriger");

        bot.run(() -> {
            table.setSelection(rows.stream().mapToInt(Integer::intValue).toArray());
            table.select(without);
            table.notifyListeners(SWT.Selection, new Event());
        });
        bot.run(() -> table.getMenu().notifyListeners(SWT.Show, new Event()));
        assertThat(bot.ask(() -> Stream.of(table.getMenu().getItems())
                        .filter(MenuItem::isEnabled)
                        .map(MenuItem::getText)
                        .toList()))
                .contains("Corriger\tCtrl+1");
        mend(view);
        bot.until("the change", () -> !Desk.get().portfolio().equals(before));
        untilSaid("(1 constat choisi n’a pas de correction rapide)");
        assertThat(portfolio().structure(WOOD).orElseThrow().siren()).isEqualTo("732829320");
        assertThat(portfolio()
                        .structure(new StructureId("pole-agri-saveurs"))
                        .orElseThrow()
                        .siren())
                .isEqualTo("732829320");
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).isEqualTo(before);
    }

    /** What the key does while the view is active. */
    private void mend(ProblemsView view) {
        bot.run(() -> {
            try {
                view.setFocus();
                assertThat(bot.window()
                                .getService(IBindingService.class)
                                .getPerfectMatch(KeySequence.getInstance("M1+1"))
                                .getParameterizedCommand()
                                .getId())
                        .isEqualTo("org.subsidia.rcp.mend");
                bot.window().getService(IHandlerService.class).executeCommand("org.subsidia.rcp.mend", null);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Waits until the status line says something. */
    private void untilSaid(String words) {
        bot.until(words, () -> bot.controls(bot.shell(), CLabel.class).stream()
                .anyMatch(label -> label.getText().contains(words)));
    }

    /** The findings with a correction. */
    private static List<Integer> fixable(Table table) {
        return IntStream.range(0, table.getItemCount())
                .filter(row -> !table.getItem(row).getText(FIX).isEmpty())
                .boxed()
                .toList();
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
