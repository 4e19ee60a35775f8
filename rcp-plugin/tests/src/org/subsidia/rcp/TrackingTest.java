package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Test;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.calendar.CalendarView;
import org.subsidia.rcp.history.HistoryView;
import org.subsidia.rcp.problem.ProblemsView;
import org.subsidia.rcp.session.Desk;

/** Calendar, problems, history and explanations, in the real window. */
class TrackingTest extends UiTest {
    private static final int EVENT = 3;

    private Table listOf(AnalysisView<?> view) {
        bot.until("the answer", () -> !view.isBusy());
        return bot.control(view.control(), Table.class, table -> true);
    }

    @Test
    void calendar_ofAStructure_listsLateOnesFirstAndExplainsThem() throws Exception {
        openExample();
        bot.select(tree(), "Structures", "Pôle Matériaux");
        CalendarView view = bot.show(CalendarView.class, CalendarView.ID);
        Table table = listOf(view);
        bot.until("events", () -> table.getItemCount() > 0);
        List<String> states = bot.column(table, 0);
        assertThat(states).isNotEmpty().doesNotContain("Passé", "Fait");
        assertThat(states.lastIndexOf("En retard")).isLessThan(states.indexOf("À venir"));
        assertThat(bot.column(table, 4)).contains("Pôle Matériaux d'Arvenne");
        bot.select(table, 0);
        bot.screenshot("calendrier");
        bot.run(table::setFocus);
        bot.menu("Édition", "Expliquer le chiffre");
        Shell popup = bot.dialog("D’où vient ce chiffre");
        Tree tree = bot.control(popup, Tree.class, t -> true);
        assertThat(bot.ask(() -> tree.getItem(0).getText())).isNotBlank();
        bot.screenshot("explication");
        bot.run(() -> {
            Event copy = new Event();
            copy.stateMask = SWT.MOD1;
            copy.keyCode = 'c';
            tree.notifyListeners(SWT.KeyDown, copy);
            popup.close();
        });
        assertThat(clipboard())
                .startsWith(
                        bot.ask(() -> view.explanation().orElseThrow()).label().in(Texts.locale()));
    }

    private String clipboard() {
        return bot.ask(() -> {
            Clipboard clipboard = new Clipboard(bot.display());
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return String.valueOf(text);
        });
    }

    @Test
    void calendar_ofEverything_showsAYearAndGoesIntoAnAgenda() throws Exception {
        openExample();
        CalendarView view = bot.show(CalendarView.class, CalendarView.ID);
        Table table = listOf(view);
        Combo kind = bot.control(view.control(), Combo.class, combo -> true);
        int open = bot.ask(table::getItemCount);
        bot.run(() -> {
            kind.select(3);
            kind.notifyListeners(SWT.Selection, new Event());
        });
        assertThat(bot.ask(table::getItemCount)).isGreaterThan(open);
        CTabFolder pages = bot.control(view.control(), CTabFolder.class, folder -> true);
        bot.run(() -> pages.setSelection(1));
        bot.screenshot("annee");
        bot.run(() -> pages.setSelection(0));
        Text filter = bot.control(view.control(), Text.class, text -> (text.getStyle() & SWT.SEARCH) != 0);
        bot.type(filter, "compte rendu");
        assertThat(bot.column(table, EVENT)).isNotEmpty().allMatch(title -> title.startsWith("Compte rendu"));
        chosen = folder.resolve("échéances.ics");
        bot.run(() -> ((org.eclipse.jface.action.ActionContributionItem)
                        view.getViewSite().getActionBars().getToolBarManager().find("org.subsidia.rcp.calendar.export"))
                .getAction()
                .run());
        assertThat(Files.readString(chosen)).startsWith("BEGIN:VCALENDAR").contains("Compte rendu");
    }

    @Test
    void problems_ofTheExample_sayWhatToDoAndGoThere() throws Exception {
        openExample();
        ProblemsView view = bot.show(ProblemsView.class, ProblemsView.ID);
        Table table = listOf(view);
        bot.until("findings", () -> table.getItemCount() > 0);
        bot.select(table, 0);
        bot.screenshot("controles");
        assertThat(bot.column(table, 0)).first().isIn("Erreur", "À vérifier");
        bot.run(() -> table.notifyListeners(SWT.DefaultSelection, new Event()));
        assertThat(bot.ask(() ->
                        bot.window().getActivePage().getActivePart().getSite().getId()))
                .isEqualTo("org.subsidia.rcp.detail");
    }

    @Test
    void history_goesBackAndForthByADoubleClick() {
        openSample();
        bot.run(() -> {
            for (String name : List.of("Forêt", "Bois neuf")) {
                Desk.get()
                        .session()
                        .apply(
                                "renommer en « " + name + " »",
                                org.subsidia.portfolio.Edit.put(
                                        Desk.get().portfolio().structure(Samples.BOIS).orElseThrow().toBuilder()
                                                .name(name)
                                                .build()));
            }
        });
        bot.show(HistoryView.class, HistoryView.ID);
        Table table = bot.control(bot.shell(), Table.class, t -> t.getColumnCount() == 2 && t.getItemCount() == 3);
        assertThat(bot.column(table, 1))
                .containsExactly("renommer en « Bois neuf »", "renommer en « Forêt »", "Le portefeuille à l’ouverture");
        bot.screenshot("historique");
        bot.run(() -> {
            table.setSelection(2);
            table.notifyListeners(SWT.DefaultSelection, new Event());
        });
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
        bot.run(() -> {
            table.setSelection(0);
            table.notifyListeners(SWT.DefaultSelection, new Event());
        });
        assertThat(portfolio().structure(Samples.BOIS).orElseThrow().name()).isEqualTo("Bois neuf");
        assertThat(bot.title()).startsWith("*");
    }
}
