package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Test;
import org.subsidia.rcp.detail.DetailView;
import org.subsidia.rcp.grants.GridBot;
import org.subsidia.rcp.problem.ProblemsView;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.simulation.ScenarioView;
import org.subsidia.rcp.simulation.SimulationPerspective;
import org.subsidia.rcp.ui.Clipboards;

/** Copy, paste and select all of the Edit menu, in whatever has the focus. */
class EditMenuTest extends UiTest {
    private static final String COPY = "Copier";
    private static final String PASTE = "Coller";
    private static final String ALL = "Tout sélectionner";

    private void focus(Control control) {
        bot.run(() -> {
            control.getShell().forceActive();
            control.forceFocus();
        });
        bot.until("the focus", () -> bot.display().getFocusControl() == control);
    }

    private void choose(String command) {
        bot.menu("Édition", command);
        bot.settle();
    }

    private boolean can(String command) {
        MenuItem item = bot.menuItem("Édition", command);
        return bot.ask(item::isEnabled);
    }

    private void clipboard(String text) {
        bot.run(() -> Clipboards.put(bot.display(), text));
    }

    private String clipboard() {
        return bot.ask(() -> Clipboards.text(bot.display()));
    }

    private <C extends Control> C control(Composite root, Class<C> type, Predicate<C> wanted) {
        return bot.control(root, type, wanted);
    }

    @Test
    void field_isSelectedCopiedAndPastedInto() {
        openSample();
        bot.type(filter(), "DREETS habitat 2020");
        untilLines(1);
        selectLine(0);
        bot.show(DetailView.class, DetailView.ID);
        bot.settle();
        Text purpose = control(bot.shell(), Text.class, text -> "PURPOSE".equals(text.getData("field")));
        Text note = control(bot.shell(), Text.class, text -> "REFERENCE".equals(text.getData("field")));
        focus(purpose);
        bot.run(() -> purpose.setSelection(0, 0));
        assertThat(can(COPY)).as("nothing selected").isFalse();
        choose(ALL);
        assertThat(bot.<String>ask(purpose::getSelectionText)).isEqualTo("Programme d’actions annuel 2020");
        choose(COPY);
        assertThat(clipboard()).isEqualTo("Programme d’actions annuel 2020");
        focus(note);
        assertThat(can(ALL)).as("nothing to select").isFalse();
        choose(PASTE);
        assertThat(bot.<String>ask(note::getText)).isEqualTo("Programme d’actions annuel 2020");
        bot.run(() -> note.setText(""));
        Combo payer = control(bot.shell(), Combo.class, combo -> "PAYER".equals(combo.getData("field")));
        focus(payer);
        assertThat(can(PASTE)).as("nothing can be typed").isFalse();
        choose(COPY);
        assertThat(clipboard()).isEqualTo("DREETS Rives-d’Arvenne");
    }

    @Test
    void grid_isSelectedCopiedAndPastedInto() {
        openSample();
        bot.type(filter(), "metropole 2024");
        untilLines(2);
        GridBot grid = grid();
        focus(bot.ask(grid::table));
        bot.run(() -> grid.selectCell(0, "PURPOSE"));
        choose(COPY);
        assertThat(clipboard().strip()).isEqualTo(gridColumn("PURPOSE").get(0));
        clipboard("Salon de printemps");
        choose(PASTE);
        bot.until("what was pasted", () -> Desk.get().session().isDirty());
        assertThat(gridColumn("PURPOSE")).contains("Salon de printemps");
        bot.run(() -> Desk.get().session().undo());
        choose(ALL);
        choose(COPY);
        assertThat(clipboard().lines()).hasSize(2);
        assertThat(clipboard())
                .contains(gridColumn("STRUCTURE").get(0), gridColumn("AWARDED").get(1));
        bot.screenshot("menu-edition-grille");
    }

    @Test
    void tableAndTree_areCopied_andNothingIsPastedIntoThem() throws IOException {
        openExample();
        clipboard("x");
        Table table = control(
                bot.show(ProblemsView.class, ProblemsView.ID).control(),
                Table.class,
                one -> one.getColumnCount() > 1 && one.getItemCount() > 2);
        focus(table);
        assertThat(can(PASTE)).isFalse();
        choose(ALL);
        bot.until("all rows", () -> table.getSelectionCount() == table.getItemCount()); // kept when they come anew
        choose(COPY);
        assertThat(clipboard().lines().count()).isGreaterThanOrEqualTo(bot.ask(table::getItemCount) + 1L);
        Tree tree = tree();
        bot.select(tree, "Structures");
        focus(tree);
        assertThat(List.of(can(PASTE), can(ALL))).containsOnly(false);
        choose(COPY);
        assertThat(clipboard()).startsWith("Structures");
    }

    @Test
    void scenario_isTextLikeAnyOther() {
        perspective(SimulationPerspective.ID);
        ScenarioView view = bot.show(ScenarioView.class, "org.subsidia.rcp.scenario");
        StyledText text = control(bot.ask(() -> view.getSite().getShell()), StyledText.class, StyledText::getEditable);
        focus(text);
        String before = bot.ask(text::getText);
        choose(ALL);
        assertThat(bot.<String>ask(text::getSelectionText)).isEqualTo(before);
        choose(COPY);
        assertThat(clipboard()).isEqualToIgnoringNewLines(before);
    }
}
