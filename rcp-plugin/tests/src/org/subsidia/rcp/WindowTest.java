package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.rcp.analysis.law.LawView;
import org.subsidia.rcp.detail.DetailView;
import org.subsidia.rcp.grants.GridBot;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.simulation.ResultsView;
import org.subsidia.rcp.simulation.SimulationPerspective;
import org.subsidia.rcp.ui.FailureDialog;

class WindowTest extends UiTest {
    @Test
    void splash_saysWhichRelease_andIsGoneWhenTheWindowIsThere() {
        assertThat(bot.ask(() -> List.of(bot.display().getShells()).stream()
                        .filter(shell -> shell.isVisible() && shell.getText().equals("Subsidia"))
                        .count()))
                .isZero();
        Splash splash = bot.ask(() -> Splash.show(bot.display()));
        assertThat(bot.ask(() -> splash.shell().getBounds().width)).isGreaterThan(400);
        assertThat(Splash.version()).startsWith("0.1.0, Java ");
        bot.screenshot("demarrage");
        bot.run(splash::close);
        assertThat(splash.shell().isDisposed()).isTrue();
    }

    @Test
    void open_aPortfolio_showsItsNameItsTreeAndItsGrants() {
        openSample();
        assertThat(bot.title()).isEqualTo("filières.subsidia – Subsidia");
        bot.select(tree(), "Structures", "Bois");
        untilLines(15);
        assertThat(gridColumn("STRUCTURE")).containsOnly("Bois & Habitat d’Arvenne");
        selectLine(0);
        bot.screenshot("suivi");
    }

    @Test
    void open_theSampleOfTheExamples_showsItsSixStructures() throws IOException {
        openExample();
        bot.select(tree(), "Structures");
        GridBot grid = grid();
        bot.until("all grants", () -> grid.lines() > 100);
        selectLine(3);
        bot.screenshot("exemple");
    }

    @Test
    void filterAndSort_ofTheTable_leaveTheRowsMeantInTheirOrder() {
        openSample();
        untilLines(45);
        bot.type(filter(), "metropole 2024");
        untilLines(2);
        assertThat(gridColumn("PURPOSE")).allMatch(purpose -> purpose.endsWith("2024"));
        bot.type(filter(), "");
        GridBot grid = grid();
        bot.run(() -> grid.sort("AWARDED", false));
        List<String> rising = gridColumn("AWARDED");
        assertThat(rising.get(0)).isEqualTo("25\u202f350,00\u00a0€");
        bot.run(() -> grid.sort("AWARDED", true));
        assertThat(gridColumn("AWARDED").get(0)).isEqualTo(rising.get(rising.size() - 1));
    }

    @Test
    void award_ofAGrant_refusesWhatIsNoAmountAndIsUndone() {
        openSample();
        bot.type(filter(), "DREETS habitat 2020");
        untilLines(1);
        String before = gridColumn("AWARDED").get(0);
        selectLine(0);
        bot.menu("Édition", "Montant attribué…");
        Shell dialog = bot.dialog("Montant attribué");
        Text amount = bot.control(dialog, Text.class, Text::getEditable);
        bot.type(amount, "12.34.56 €");
        bot.screenshot("montant-refuse");
        assertThat(bot.controls(dialog, Text.class)).as("the reason").anyMatch(text -> bot.ask(text::getText)
                .contains("12.34.56"));
        bot.type(amount, "31 250,5");
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        GridBot grid = grid();
        bot.until("the new amount", () -> grid.column("AWARDED").equals(List.of("31\u202f250,50\u00a0€")));
        assertThat(portfolio().grant(Samples.FIRST).orElseThrow().amounts())
                .filteredOn(entry -> entry.stage() == AmountStage.AWARDED)
                .hasSize(1);
        bot.menu("Édition", "Annuler : montant attribué 31 250,50 €");
        bot.until("the old amount", () -> grid.column("AWARDED").equals(List.of(before)));
    }

    @Test
    void remove_aStructure_takesItsGrantsAlongAndComesBackWithThem() {
        openSample();
        bot.select(tree(), "Structures", "Cluster Image");
        bot.menu("Édition", "Supprimer");
        Shell question = bot.dialog("Supprimer");
        bot.press(question, "Supprimer");
        bot.until(
                "the structure gone", () -> Desk.get().portfolio().structures().size() == 2);
        assertThat(portfolio().grants()).hasSize(30);
        bot.menu("Édition", "Annuler : supprimer « Cluster Image numérique »");
        bot.until("everything back", () -> Desk.get().portfolio().equals(Samples.portfolio()));
    }

    @Test
    void preferences_darkColours_changeTheWholeWindow() {
        openSample();
        bot.select(tree(), "Structures");
        selectLine(3);
        bot.menu("Fenêtre", "Préférences");
        Shell dialog = bot.dialog("Préférences");
        bot.screenshot("preferences");
        bot.choose(dialog, "Sombres");
        bot.press(dialog, "Appliquer et fermer");
        bot.untilClosed(dialog);
        NatTable table = grid().table();
        bot.until("dark paper", () -> table.getBackground().getRGB().getHSB()[2] < 0.5f);
        bot.screenshot("suivi-sombre");
        bot.run(() -> AppearancePage.setDark(false));
        bot.until("light paper", () -> table.getBackground().getRGB().getHSB()[2] > 0.5f);
        bot.screenshot("suivi-de-nouveau-clair");
    }

    /** Rows that a filter has dropped must leave nothing behind: the platform’s colouring would crash the process on it. */
    @Test
    void filter_thatDropsRows_leavesNothingForTheColoursToStumbleOn() {
        for (boolean dark : new boolean[] {true, false, true, false}) {
            openSample();
            selectLine(2);
            for (String words : List.of("metropole", "nowhere", "2024", "")) {
                bot.type(filter(), words);
                bot.settle();
            }
            bot.select(tree(), "Structures", "Bois");
            bot.run(() -> AppearancePage.setDark(dark));
            bot.settle();
        }
        assertThat(gridColumn("STRUCTURE")).isNotEmpty();
    }

    @Test
    void perspectives_standByNameInTheWindow_beforeAnyoneLookedForThem() {
        bot.until("the three perspectives", () -> bot.controls(bot.shell(), ToolBar.class).stream()
                .anyMatch(bar -> Stream.of(bar.getItems())
                        .map(ToolItem::getText)
                        .toList()
                        .containsAll(List.of("Suivi", "Analyse", "Simulation"))));
    }

    @Test
    void search_everywhere_goesToTheRecord() {
        openSample();
        bot.menu("Édition", "Rechercher partout…");
        Shell dialog = bot.dialog("Rechercher partout");
        bot.type(bot.control(dialog, Text.class, text -> true), "image 2024 introuvable");
        bot.control(dialog, Label.class, label -> label.getText().startsWith("Rien ne contient tous ces mots"));
        bot.type(bot.control(dialog, Text.class, text -> true), "image 2024 metropole");
        bot.control(dialog, Label.class, label -> label.getText().matches("1 sur \\d+"));
        bot.screenshot("recherche");
        bot.press(dialog, "Y aller");
        bot.untilClosed(dialog);
        bot.until("the form of the grant", () -> bot.window()
                .getActivePage()
                .getActivePart()
                .getSite()
                .getId()
                .equals("org.subsidia.rcp.detail"));
        Text purpose = bot.control(bot.shell(), Text.class, text -> "PURPOSE".equals(text.getData("field")));
        assertThat(bot.<String>ask(purpose::getText)).endsWith("2024");
    }

    @Test
    void find_inTheList_putsTheCursorInItsFilter() {
        openSample();
        Text filter = filter();
        GridBot grid = grid();
        bot.run(() -> {
            // without a window manager, a dialog that closes gives the keyboard to nobody
            bot.window().getShell().forceActive();
            grid.table().setFocus();
        });
        bot.until("the cursor in the grid", () -> grid.table().isFocusControl());
        bot.menu("Édition", "Chercher dans la liste");
        bot.until("the cursor in the filter", filter::isFocusControl);
    }

    @Test
    void about_saysWhatItIs() {
        bot.menu("Aide", "À propos de Subsidia");
        Shell dialog = bot.dialog("À propos de Subsidia");
        assertThat(bot.<String>ask(() -> bot.controls(dialog, StyledText.class).stream()
                        .map(StyledText::getText)
                        .reduce("", String::concat)))
                .contains("Subsidia " + Splash.version());
        bot.screenshot("a-propos");
        bot.press(dialog, "Fermer");
        bot.untilClosed(dialog);
    }

    @Test
    void errorLog_opensFromTheMenu() {
        bot.menu("Fenêtre", "Afficher la vue", "Journal des erreurs");
        bot.until("the error log", () -> bot.window().getActivePage().findView(FailureDialog.LOG) != null);
        bot.screenshot("journal");
    }

    /** Whatever is thrown on the workbench’s thread: what happened, where the log is, and the window goes on. */
    @Test
    void failure_thatNobodyCaught_isToldAndTheWindowLives() {
        openSample();
        bot.begin(() -> {
            throw new IllegalStateException("panne d’essai");
        });
        Shell dialog = bot.dialog("Cela n’a pas fonctionné");
        String told = bot.ask(() ->
                bot.controls(dialog, Label.class).stream().map(Label::getText).reduce("", String::concat));
        assertThat(told).contains("panne d’essai", "Vos données sont intactes", ".log");
        bot.screenshot("panne");
        bot.begin(() -> {
            throw new IllegalStateException("une autre pendant ce temps");
        });
        bot.press(dialog, "Copier les détails");
        bot.until("the details", () -> {
            Clipboard clipboard = new Clipboard(bot.display());
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return text instanceof String details
                    && details.startsWith("Subsidia 0.1.0.")
                    && details.contains("IllegalStateException: panne d’essai");
        });
        bot.press(dialog, "Journal des erreurs");
        bot.untilClosed(dialog);
        bot.until("the error log", () -> bot.window().getActivePage().findView(FailureDialog.LOG) != null);
        bot.settle();
        assertThat(takeErrors())
                .extracting(IStatus::getMessage)
                .contains("panne d’essai", "une autre pendant ce temps");
        bot.screenshot("journal-panne");
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
        untilLines(45);
    }

    /** A listener that fails whenever it is called would otherwise open one dialog after another. */
    @Test
    void failure_thatComesAgainAtOnce_isToldOnce() {
        openSample();
        Runnable listener = () -> {
            throw new IllegalStateException("à chaque fois");
        };
        bot.begin(listener);
        Shell dialog = bot.dialog("Cela n’a pas fonctionné");
        bot.begin(listener);
        bot.press(dialog, "Fermer");
        bot.untilClosed(dialog);
        bot.begin(listener);
        bot.settle();
        assertThat(takeErrors()).isNotEmpty();
        assertThat(bot.<Boolean>ask(() -> Stream.of(bot.display().getShells())
                        .noneMatch(shell -> shell.getText().equals("Cela n’a pas fonctionné"))))
                .isTrue();
    }

    /** A log that takes a place of its own would press everything else together. */
    @Test
    void errorLog_fromTheHelp_standsBesideTheViewsOfEachPerspective() {
        Map<String, String> views = Map.of(
                TrackingPerspective.ID, DetailView.ID,
                AnalysisPerspective.ID, LawView.ID,
                SimulationPerspective.ID, ResultsView.ID);
        views.forEach((perspective, view) -> {
            perspective(perspective);
            bot.show(ViewPart.class, view); // a view that was never seen has no place yet
            bot.menu("Aide", "Journal des erreurs");
            bot.until("the error log in " + perspective, () -> {
                IWorkbenchPage page = bot.window().getActivePage();
                IViewPart log = page.findView(FailureDialog.LOG);
                return log != null && List.of(page.getViewStack(log)).contains(page.findView(view));
            });
        });
        perspective(TrackingPerspective.ID);
    }

    @Test
    void start_withNothing_saysWhereToBegin() {
        chosen = Path.of(System.getProperty("subsidia.root"), "examples", "data", "rives-arvenne-2023.csv");
        Link link = bot.control(bot.shell(), Link.class, l -> l.getText().contains("portefeuille est vide"));
        bot.screenshot("vide");
        chosen = Path.of(System.getProperty("subsidia.root"), "examples", "data", "rives-arvenne-2019.csv");
        bot.begin(() -> {
            Event event = new Event();
            event.text = "import";
            link.notifyListeners(SWT.Selection, event);
        });
        Shell wizard = bot.dialog("Importer des subventions publiées");
        bot.press(wizard, "Annuler");
        bot.untilClosed(wizard);
    }
}
