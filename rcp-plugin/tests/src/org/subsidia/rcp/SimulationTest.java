package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.simulation.ResultsView;
import org.subsidia.rcp.simulation.ScenarioView;
import org.subsidia.rcp.simulation.SimulationBot;
import org.subsidia.rcp.simulation.SimulationPerspective;

/** Scenarios in the real window: typed, refused, run, compared, explained, exported. */
class SimulationTest extends UiTest {
    private SimulationBot simulation;

    @BeforeEach
    void simulate() throws IOException {
        openExample();
        perspective(SimulationPerspective.ID);
        simulation = new SimulationBot(
                bot.show(ScenarioView.class, ScenarioView.ID), bot.show(ResultsView.class, ResultsView.ID));
        bot.run(simulation::forgetAll);
    }

    private void startFrom(String preset) {
        bot.run(() -> simulation.type(SimulationBot.preset(preset)));
        bot.until("a document that can be run", simulation::isReady);
    }

    private void run(int results) {
        bot.menu("Simulation", "Lancer le scénario");
        bot.until(results + " results", () -> simulation.titles().size() == results && !simulation.isRunning());
    }

    @Test
    void document_withAMistake_saysLineAndColumnAndCannotBeRunUntilItIsMended() {
        startFrom("announced-path");
        String right = bot.ask(simulation::text);
        int at = right.indexOf("method: path");
        bot.run(() -> simulation.type(right.replace("method: path", "method: chemin")));
        bot.until("a remark", () -> simulation.signs() > 0);
        assertThat(bot.ask(simulation::isReady)).isFalse();
        long line = right.substring(0, at).lines().count();
        List<String> places = bot.ask(simulation::places);
        assertThat(places).anyMatch(place -> place.startsWith(line + " : "));
        assertThat(bot.ask(simulation::sentences)).anyMatch(sentence -> sentence.contains("chemin"));
        bot.screenshot("scenario-refuse");
        bot.run(() -> simulation.type("measures: [ {"));
        bot.until("a remark on what is no document", () -> simulation.signs() > 0 && !simulation.isReady());
        bot.run(() -> simulation.type(right));
        bot.until("a document that can be run", () -> simulation.isReady() && simulation.signs() == 0);
    }

    private void command(String id) {
        bot.run(() -> {
            try {
                bot.window().getService(IHandlerService.class).executeCommand(id, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void document_withAWordThatIsNotKnown_isMendedByTheNearestKnownOne_inOneStep() {
        startFrom("announced-path");
        String right = bot.ask(simulation::text);
        String wrong = right.replace("method: path", "metod: pathh");
        bot.run(() -> simulation.type(wrong));
        bot.until("a remark", () -> simulation.signs() > 0 && !simulation.isReady());
        bot.show(ScenarioView.class, ScenarioView.ID);
        bot.run(() -> simulation.caretAt("metod"));
        assertThat(bot.ask(() ->
                        simulation.offered().stream().map(MenuItem::getText).toList()))
                .containsExactly("Remplacer « metod » par « method »");
        bot.screenshot("scenario-correction");
        command("org.subsidia.rcp.mend");
        String half = wrong.replace("metod", "method");
        assertThat(bot.<String>ask(simulation::text)).isEqualTo(half);
        bot.until("the second word", () -> simulation.sentences().stream().anyMatch(words -> words.contains("pathh")));
        bot.run(() -> {
            simulation.caretAt("pathh");
            simulation.offered().get(0).notifyListeners(SWT.Selection, new Event());
        });
        assertThat(bot.<String>ask(simulation::text)).isEqualTo(right);
        bot.until("a document that can be run", simulation::isReady);
        command("org.eclipse.ui.edit.undo");
        assertThat(bot.<String>ask(simulation::text)).as("one step of undo").isEqualTo(half);
        command("org.eclipse.ui.edit.redo");
        bot.until("a document that can be run", simulation::isReady);
        assertThat(bot.ask(() ->
                        simulation.offered().stream().map(MenuItem::getText).toList()))
                .containsExactly("Rien de connu ne ressemble à ce qui est écrit ici.");
    }

    @Test
    void document_thatNamesAStructureThatIsNotThere_saysSo_andTakesTheNearest() {
        startFrom("announced-path");
        String right = bot.ask(simulation::text);
        String added = "measures:\n  - {id: essai, model: top-up, fill: 0.5, structures: [%s]}\n";
        bot.run(() -> simulation.type(right.replaceFirst("(?m)^measures:\\R", String.format(added, "pole-materiau"))));
        bot.until("a remark", () -> simulation.isReady() && simulation.signs() > 0);
        assertThat(bot.ask(simulation::sentences)).anyMatch(words -> words.contains("pole-materiau"));
        bot.show(ScenarioView.class, ScenarioView.ID);
        bot.run(() -> simulation.caretAt("pole-materiau"));
        command("org.subsidia.rcp.mend");
        bot.until("no remark", () -> simulation.isReady() && simulation.signs() == 0);
        assertThat(bot.<String>ask(simulation::text)).contains("structures: [pole-materiaux]");
    }

    @Test
    void results_beforeAnyRun_sayHowToBeginAndRunFromThere() {
        startFrom("announced-path");
        bot.screenshot("simulation-vide");
        ResultsView results = bot.show(ResultsView.class, ResultsView.ID);
        Link how = bot.control(bot.shell(), Link.class, link -> link.getText().contains("lancez-le"));
        bot.begin(() -> how.notifyListeners(SWT.Selection, new Event()));
        bot.until("a result", () -> results.hasResult() && !simulation.isRunning());
        assertThat(bot.ask(simulation::titles)).hasSize(1);
    }

    @Test
    void run_cancelled_stopsAndLeavesNoResult() {
        startFrom("announced-path");
        String right = bot.ask(simulation::text);
        bot.run(() -> simulation.type("runs: 100000\n"
                + right.replaceAll("(?m)^runs:.*\\R", "")
                        .replaceFirst(
                                "(?m)^measures:\\R",
                                "measures:\n  - {id: essai, model: top-up, fill: {uniform: [0.1, 0.9]}}\n")));
        bot.until("a document that can be run", simulation::isReady);
        bot.menu("Simulation", "Lancer le scénario");
        bot.until("a run under way", simulation::isRunning);
        Job job = bot.find("the job", () -> Stream.of(Job.getJobManager().find(null))
                .filter(each -> each.getName().startsWith(Texts.simulationJob.substring(0, 8)))
                .findFirst());
        bot.press(bot.shell(), "Annuler");
        bot.until("the end of the run", () -> !simulation.isRunning() && job.getState() == Job.NONE);
        assertThat(job.getResult().getSeverity()).isEqualTo(IStatus.CANCEL);
        assertThat(bot.ask(simulation::titles)).isEmpty();
        assertThat(bot.ask(simulation::isReady)).isTrue();
    }

    @Test
    void undo_inTheDocument_takesTypingBackAndLeavesThePortfolio() {
        startFrom("announced-path");
        String before = bot.ask(simulation::text);
        bot.run(() -> simulation.insert("# remarque\n"));
        assertThat(bot.<String>ask(simulation::text)).startsWith("# remarque");
        bot.show(ScenarioView.class, ScenarioView.ID);
        bot.run(() -> {
            try {
                bot.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.undo", null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(bot.<String>ask(simulation::text)).isEqualTo(before);
        assertThat(bot.ask(() -> Desk.get().session().isDirty())).isFalse();
    }

    @Test
    void run_ofTwoScenarios_comparesThemAndExplainsEachStructure() throws IOException {
        startFrom("announced-path");
        run(1);
        startFrom("cut-2025-2026");
        run(2);
        bot.until("a comparison", () -> simulation.rows("comparison") == 2);
        bot.run(() -> simulation.page("structures"));
        assertThat(bot.ask(() -> simulation.rows("structures"))).isEqualTo(6);
        String label = bot.ask(() -> simulation.explanation("structures", 0));
        assertThat(label).isNotBlank();
        for (String table : List.of("paths", "structures", "ratios", "cash")) {
            List<Explanation> explanations = bot.ask(() -> simulation.explanations(table));
            assertThat(explanations).as(table).isNotEmpty().allSatisfy(why -> assertThat(why.check())
                    .isEmpty());
        }
        for (String page : List.of("paths", "effects", "spread", "sensitivity", "comparison", "structures")) {
            bot.run(() -> simulation.page(page));
            bot.screenshot("simulation-" + page);
        }
        chosen = folder.resolve("rapport.html");
        bot.run(() -> simulation.press("Exporter le rapport…"));
        String html = Files.readString(chosen, StandardCharsets.UTF_8);
        assertThat(html).contains("<svg").contains("Scénarios comparés");
        bot.run(() -> AppearancePage.setDark(true));
        try {
            bot.run(() -> simulation.page("comparison"));
            bot.until(
                    "dark paper",
                    () -> bot.window().getShell().getBackground().getRGB().getHSB()[2] < 0.5f);
            bot.screenshot("simulation-sombre");
        } finally {
            bot.run(() -> AppearancePage.setDark(false));
        }
        bot.run(() -> simulation.press("Retirer de la liste"));
        bot.until("one result", () -> simulation.titles().size() == 1);
    }

    @Test
    void seek_ofANumber_provesTheSmallestAndRefusesWhatIsNoShare() {
        startFrom("cut-2025-2026");
        bot.menu("Simulation", "Chercher un seuil…");
        Shell dialog = bot.dialog("Chercher un seuil");
        Combo number = bot.control(dialog, Combo.class, combo -> true);
        assertThat(bot.<String[]>ask(number::getItems)).contains("Taux de compensation (2025) (vote-2025.rate)");
        assertThat(bot.ask(() -> ScreenReader.nameless(dialog, "seek"))).isEmpty();
        Text target = bot.controls(dialog, Text.class).stream()
                .filter(text -> bot.ask(text::getText).contains("%") && bot.ask(text::isEnabled))
                .findFirst()
                .orElseThrow();
        bot.type(target, "beaucoup");
        assertThat(bot.ask(() -> simulation.isEnabled(dialog, "Chercher"))).isFalse();
        bot.screenshot("seuil-refuse");
        bot.type(target, "50 %");
        bot.press(dialog, "Chercher");
        Text answer = bot.control(dialog, Text.class, text -> !text.getEditable() && text.getLineCount() > 2);
        assertThat(bot.<String>ask(answer::getText)).contains("50");
        bot.screenshot("seuil");
        bot.press(dialog, "Fermer");
        bot.untilClosed(dialog);
    }

    @Test
    void save_writesTheDocumentAndAFileThatIsNoTextIsRefused() throws IOException {
        startFrom("half-transfer");
        bot.run(() -> simulation.insert("# à nous\n"));
        chosen = folder.resolve("essai.yaml");
        bot.run(() -> simulation.press("Enregistrer sous…"));
        assertThat(Files.readString(chosen)).startsWith("# à nous\n");
        assertThat(bot.ask(simulation::isChanged)).isFalse();
        Path noText = Files.write(folder.resolve("image.yaml"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1});
        bot.begin(() -> simulation.open(noText));
        Shell dialog = bot.dialog("Le scénario n’a pas pu être ouvert");
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        assertThat(bot.<String>ask(simulation::text)).startsWith("# à nous\n");
    }
}
