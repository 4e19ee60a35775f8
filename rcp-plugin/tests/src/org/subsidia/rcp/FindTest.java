package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.rcp.analysis.DeskView;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.history.HistoryView;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.simulation.ResultsView;
import org.subsidia.rcp.simulation.ScenarioView;
import org.subsidia.rcp.simulation.SimulationBot;
import org.subsidia.rcp.simulation.SimulationPerspective;

/** Ctrl+F in every view with a table. */
class FindTest extends UiTest {
    private void find(String view) {
        ViewPart shown = bot.show(ViewPart.class, view);
        bot.run(() -> {
            bot.window().getShell().forceActive(); // nobody else gives the focus back after a dialog
            bot.window().getActivePage().activate(shown);
            shown.setFocus();
        });
        bot.settle();
        bot.menu("Édition", "Chercher dans la liste");
    }

    private static boolean isSearch(Control control) {
        return control instanceof Text text && (text.getStyle() & SWT.SEARCH) != 0;
    }

    @Test
    void find_inViewsWithAFilter_goesThere() throws IOException {
        openExample();
        for (String view : List.of("grants", "calendar", "problems", "law")) {
            find("org.subsidia.rcp." + view);
            bot.until("the filter of " + view, () -> {
                Control focus = bot.display().getFocusControl();
                return isSearch(focus) && within(focus, view);
            });
        }
    }

    private boolean within(Control control, String view) {
        for (Control parent = control; parent != null; parent = parent.getParent()) {
            if (parent == view(view)) {
                return true;
            }
        }
        return false;
    }

    private Composite view(String name) {
        return ((DeskView) bot.window().getActivePage().findView("org.subsidia.rcp." + name)).control();
    }

    /** The words of the finder that is open above a table. */
    private Text finder() {
        return bot.find("the finder", () -> {
            for (Shell shell : bot.display().getShells()) {
                if (shell != bot.window().getShell() && shell.isVisible()) {
                    Optional<Text> text = bot.search(shell);
                    if (text.isPresent()) {
                        return text;
                    }
                }
            }
            return Optional.empty();
        });
    }

    @Test
    void find_inTheHistory_selectsTheRowsOneAfterTheOther() {
        openSample();
        bot.run(() -> {
            for (String note : List.of("eau", "bois", "eau vive")) {
                Desk.get()
                        .session()
                        .apply(
                                "noter " + note,
                                Edit.put(Desk.get().portfolio().structure(Samples.BOIS).orElseThrow().toBuilder()
                                        .note(note)
                                        .build()));
            }
        });
        find(HistoryView.ID);
        Text typed = finder();
        DeskView history = bot.ask(() -> (DeskView) bot.window().getActivePage().findView(HistoryView.ID));
        Table table = bot.control(history.control(), Table.class, one -> true);
        bot.run(() -> typed.setText("EAU"));
        bot.screenshot("chercher-historique");
        assertThat(bot.<String>ask(() -> table.getSelection()[0].getText(1))).isEqualTo("noter eau vive");
        bot.run(() -> typed.notifyListeners(SWT.DefaultSelection, new Event()));
        assertThat(bot.<String>ask(() -> table.getSelection()[0].getText(1))).isEqualTo("noter eau");
        bot.run(() -> typed.notifyListeners(SWT.DefaultSelection, new Event())); // from the top again
        assertThat(bot.<String>ask(() -> table.getSelection()[0].getText(1))).isEqualTo("noter eau vive");
        bot.run(() -> typed.setText("rien de tel"));
        saysNothing(typed);
        assertThat(bot.<String>ask(() -> table.getSelection()[0].getText(1))).isEqualTo("noter eau vive");
        bot.run(() -> typed.getShell().close());
    }

    @Test
    void find_inAnAnalysis_opensTheFinderAboveItsTable() throws IOException {
        openExample();
        bot.select(tree(), "Structures", "Cluster");
        bot.show(DeskView.class, "org.subsidia.rcp.dependence");
        Table table = bot.find("the table of figures", () -> bot.tables(view("dependence")).stream()
                .filter(one -> one.getColumnCount() > 1 && one.getItemCount() > 1)
                .findFirst());
        find("org.subsidia.rcp.dependence");
        Text words = finder();
        String last = bot.ask(() -> table.getItem(table.getItemCount() - 1).getText(0));
        bot.run(() -> words.setText(last));
        bot.screenshot("chercher-analyse");
        assertThat(bot.<String>ask(() -> table.getSelection()[0].getText(0))).contains(last);
        bot.run(() -> words.getShell().close());
    }

    private void saysNothing(Text words) {
        assertThat(bot.<Boolean>ask(() -> bot.controls(words.getShell(), Label.class).stream()
                        .anyMatch(label -> label.getText().equals(Texts.findNothing))))
                .isTrue();
    }

    /** What is closed above what is found is opened, and what the filter hides is shown when something else goes there. */
    @Test
    void find_inTheExplorer_filtersTheTreeWhateverIsOpen() throws IOException {
        openExample();
        find(ExplorerView.ID);
        bot.until("the filter", () -> isSearch(bot.display().getFocusControl()));
        Text words = bot.ask(() -> (Text) bot.display().getFocusControl());
        bot.run(() -> words.setText("SOUTIEN a l'animation locale 2019"));
        bot.until("the grants of that name below each structure", () -> {
            TreeItem structures = tree().getItem(0);
            return structures.getItemCount() == 6
                    && Stream.of(structures.getItems())
                            .allMatch(one -> one.getExpanded()
                                    && one.getItemCount() == 1
                                    && one.getItem(0).getText().startsWith("Soutien à l'animation locale 2019"));
        });
        bot.screenshot("chercher-explorateur");
        Funder hidden = bot.ask(() -> Desk.get().portfolio().funders().stream()
                .filter(one -> one.level() == FunderLevel.STATE)
                .findFirst()
                .orElseThrow());
        ExplorerView explorer = bot.show(ExplorerView.class, ExplorerView.ID);
        bot.run(() -> explorer.reveal(new Node.OfFunder(hidden.id())));
        bot.until(
                "what the filter had hidden",
                () -> tree().getSelectionCount() == 1
                        && tree().getSelection()[0].getText().startsWith(hidden.name())
                        && words.getText().isEmpty());
    }

    /** Who has found something wants to see where it stands. */
    @Test
    void filterOfTheExplorer_cleared_leavesTheTreeAsItWasWithWhatWasFound() throws IOException {
        openExample();
        find(ExplorerView.ID);
        bot.until("the filter", () -> isSearch(bot.display().getFocusControl()));
        Text words = bot.ask(() -> (Text) bot.display().getFocusControl());
        bot.run(() -> words.setText("locale 2019"));
        bot.until("the grants found", () -> tree().getItem(0).getItem(0).getExpanded());
        bot.run(() -> {
            tree().select(tree().getItem(0).getItem(1).getItem(0));
            tree().notifyListeners(SWT.Selection, new Event());
            words.setText("");
        });
        bot.settle();
        TreeItem structures = bot.ask(() -> tree().getItem(0));
        assertThat(bot.<Boolean>ask(structures::getExpanded)).isTrue();
        assertThat(bot.<Boolean>ask(() -> structures.getItem(0).getExpanded())).isFalse();
        assertThat(bot.<Boolean>ask(() -> structures.getItem(1).getExpanded())).isTrue();
        assertThat(bot.<String>ask(() -> tree().getSelection()[0].getText())).contains("locale 2019");
    }

    @Test
    void find_withTheFocusInTheListOfPages_looksIntoTheFigures() throws IOException {
        openExample();
        bot.select(tree(), "Structures", "Cluster");
        bot.show(DeskView.class, "org.subsidia.rcp.dependence");
        Table figures = bot.find("the table of figures", () -> bot.tables(view("dependence")).stream()
                .filter(one -> one.getHeaderVisible() && one.getItemCount() > 2)
                .findFirst());
        Table pages = bot.control(view("dependence"), Table.class, one -> !one.getHeaderVisible());
        int page = bot.ask(pages::getSelectionIndex);
        bot.run(pages::forceFocus);
        bot.menu("Édition", "Chercher dans la liste");
        Text words = finder();
        bot.run(() -> words.setText(figures.getItem(2).getText(0)));
        assertThat(bot.ask(figures::getSelectionIndex)).isEqualTo(2);
        assertThat(bot.ask(pages::getSelectionIndex)).isEqualTo(page);
        bot.run(() -> words.getShell().close());
    }

    @Test
    void find_inTheResultsOfASimulation_selectsARunWithoutTheFocusInATable() throws IOException {
        openExample();
        perspective(SimulationPerspective.ID);
        SimulationBot simulation = new SimulationBot(
                bot.show(ScenarioView.class, ScenarioView.ID), bot.show(ResultsView.class, ResultsView.ID));
        bot.run(simulation::forgetAll);
        bot.run(() -> simulation.type(SimulationBot.preset("announced-path")));
        bot.until("a document that can be run", simulation::isReady);
        bot.menu("Simulation", "Lancer le scénario");
        bot.until("a result", () -> simulation.titles().size() == 1 && !simulation.isRunning());
        find(ResultsView.ID);
        Text words = finder();
        String title = bot.ask(() -> simulation.titles().get(0));
        bot.run(() -> words.setText(title.substring(0, 6)));
        Table runs = bot.find("the runs", () -> bot.tables(bot.shell()).stream()
                .filter(one ->
                        one.getItemCount() == 1 && one.getItem(0).getText(0).equals(title))
                .findFirst());
        assertThat(bot.ask(runs::getSelectionIndex)).isZero();
        bot.screenshot("chercher-resultats");
        bot.run(() -> words.setText("rien de tel"));
        saysNothing(words);
        bot.run(() -> words.getShell().close());
    }
}
