package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.nebula.widgets.nattable.edit.editor.ICellEditor;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.rcp.detail.DetailView;
import org.subsidia.rcp.grants.GrantsView;
import org.subsidia.rcp.grants.GridBot;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Words;

/** Typing, filtering, grouping, copying and exporting in the grid of the real window. */
class GridTest extends UiTest {
    @Test
    void typing_inACell_isRefusedWhereItIsWrongAndIsOneStepOfUndo() {
        openSample();
        bot.type(filter(), "DREETS habitat 2020");
        untilLines(1);
        GridBot grid = grid();
        String before = gridColumn("AWARDED").get(0);
        bot.run(() -> grid.edit(0, "AWARDED"));
        Text text = (Text)
                bot.ask(() -> grid.editor().map(ICellEditor::getEditorControl).orElseThrow());
        bot.run(() -> {
            text.setText("beaucoup");
            assertThat(grid.editor().orElseThrow().commit(SelectionLayer.MoveDirectionEnum.NONE, true))
                    .isFalse();
        });
        bot.screenshot("saisie-refusee");
        assertThat(bot.ask(() -> Desk.get().session().isDirty())).isFalse();
        bot.run(() -> {
            text.setText("31 250,5");
            assertThat(grid.editor().orElseThrow().commit(SelectionLayer.MoveDirectionEnum.NONE, true))
                    .isTrue();
        });
        bot.until("the amount", () -> grid.column("AWARDED").equals(List.of("31\u202f250,50\u00a0€")));
        bot.run(() -> Desk.get().session().undo());
        assertThat(gridColumn("AWARDED")).containsExactly(before);
    }

    @Test
    void filterRowAndGroups_showWhatIsMeant() {
        openSample();
        GridBot grid = grid();
        bot.run(() -> grid.filter("AWARDED", "> 100 000"));
        List<String> amounts = gridColumn("AWARDED");
        assertThat(amounts).isNotEmpty().hasSizeLessThan(45).allMatch(amount -> amount.length() > 11);
        bot.run(() -> grid.filter("AWARDED", ""));
        untilLines(45);
        bot.run(() -> grid.group("STRUCTURE"));
        untilLines(48);
        bot.screenshot("groupes");
        assertThat(gridColumn("STRUCTURE").get(0)).isEqualTo("▾ Bois & Habitat d’Arvenne");
        bot.run(() -> grid.group(null));
        untilLines(45);
    }

    @Test
    void paste_fromASpreadsheet_isOneStepOrNothing() {
        openSample();
        bot.type(filter(), "DREETS habitat 2020");
        untilLines(1);
        GridBot grid = grid();
        paste(grid, "Nouvel objet\tAttribuée\t40 000\tpas un montant\n");
        Shell refusal = bot.dialog("Rien n’a été collé");
        bot.screenshot("collage-refuse");
        bot.press(refusal, "OK");
        bot.untilClosed(refusal);
        assertThat(bot.ask(() -> Desk.get().session().isDirty())).isFalse();
        paste(
                grid,
                "Habitat DREETS 2020\t\t40 000\t39 000\n"
                        .replace("\t\t", "\t" + gridColumn("STATE").get(0) + "\t"));
        bot.until("what was pasted", () -> Desk.get().session().isDirty());
        assertThat(portfolio().grant(Samples.FIRST).orElseThrow().amount(AmountStage.AWARDED))
                .contains(Samples.euros(new java.math.BigDecimal("39000.00")));
        bot.menu("Édition", "Annuler : coller 3 cellules");
        bot.until("the former cells", () -> Desk.get().portfolio().equals(Samples.portfolio()));
    }

    private String clipboard() {
        return bot.ask(() -> {
            Clipboard clipboard = new Clipboard(bot.display());
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return String.valueOf(text);
        });
    }

    private void key(GridBot grid, char letter) {
        bot.begin(() -> {
            Event key = new Event();
            key.stateMask = SWT.MOD1;
            key.keyCode = letter;
            grid.table().notifyListeners(SWT.KeyDown, key);
        });
        bot.settle();
    }

    @Test
    void copy_ofSeveralCells_isWhatPasteTakes() {
        openSample();
        bot.type(filter(), "metropole 2024");
        untilLines(2);
        GridBot grid = grid();
        bot.run(() -> {
            grid.table().setFocus();
            grid.selectCells(0, "PURPOSE", 1, "AWARDED");
        });
        key(grid, 'c');
        String cells = clipboard();
        assertThat(cells.lines().map(line -> line.split("\t").length)).containsExactly(4, 4);
        assertThat(cells)
                .contains(gridColumn("PURPOSE").get(1), gridColumn("AWARDED").get(0));
        bot.run(() -> grid.selectCell(0, "PURPOSE"));
        key(grid, 'v'); // where it came from: nothing changes
        assertThat(bot.ask(() -> Desk.get().session().isDirty())).isFalse();
        paste(grid, cells.replace(gridColumn("PURPOSE").get(0), "Salon de printemps"));
        bot.until("what was pasted", () -> Desk.get().session().isDirty());
        assertThat(gridColumn("PURPOSE")).contains("Salon de printemps");
    }

    @Test
    void groups_tellHowManyAndHowMuchWhicheverColumnsAreShown() {
        openSample();
        GridBot grid = grid();
        bot.run(() -> {
            grid.group("FUNDER");
            grid.hide("STRUCTURE", true);
        });
        String sum = bot.ask(() -> grid.column("AWARDED").get(0));
        assertThat(gridColumn("FUNDER").get(0)).isEqualTo("▾ DREETS Rives-d’Arvenne");
        assertThat(gridColumn("PURPOSE").get(0)).matches("\\d+ subventions");
        assertThat(sum).endsWith("€");
        bot.screenshot("groupes-sans-structure");
        bot.run(() -> {
            grid.hide("STRUCTURE", false);
            grid.group(null);
        });
    }

    private void paste(GridBot grid, String cells) {
        bot.run(() -> {
            Clipboard clipboard = new Clipboard(bot.display());
            clipboard.setContents(new Object[] {cells}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
            grid.table().setFocus(); // else the key is that of the control that has the focus
            grid.selectCell(0, "PURPOSE");
        });
        bot.begin(() -> {
            Event key = new Event();
            key.stateMask = SWT.MOD1;
            key.keyCode = 'v';
            grid.table().notifyListeners(SWT.KeyDown, key);
        });
    }

    @Test
    void export_ofTheList_writesWhatIsShown() throws Exception {
        openSample();
        bot.type(filter(), "metropole 2024");
        untilLines(2);
        chosen = folder.resolve("liste.csv");
        GrantsView view = bot.show(GrantsView.class, GrantsView.ID);
        bot.run(() -> ((ActionContributionItem)
                        view.getViewSite().getActionBars().getToolBarManager().find("org.subsidia.rcp.grants.export"))
                .getAction()
                .run());
        assertThat(Files.readString(chosen).lines().filter(line -> line.contains("Métropole")))
                .hasSize(2);
    }

    @Test
    void figure_ofOneGrant_explainsItself_underTheMouseAndOnF2_andSoDoesItsForm() throws Exception {
        openExample();
        GridBot grid = grid();
        for (String column : List.of("REQUESTED", "AWARDED", "RECEIVED")) {
            bot.run(() -> grid.selectCell(0, column));
            Explanation figure = bot.ask(grid::explanation).orElseThrow();
            assertThat(Words.amount(Amounts.of(figure)))
                    .as(column)
                    .isEqualTo(bot.ask(() -> grid.column(column)).get(0));
            assertThat(figure.check()).isEmpty();
            assertThat(bot.ask(() -> grid.explanationAt(0, column))).contains(figure);
        }
        assertThat(bot.ask(() -> grid.explanationAt(0, "STATE")))
                .as("no figure")
                .isEmpty();
        DetailView detail = bot.show(DetailView.class, DetailView.ID);
        Explanation award = bot.ask(detail::explanation).orElseThrow();
        assertThat(award.label().in(Locale.FRENCH)).isEqualTo("montant attribué");
        assertThat(award.check()).isEmpty();
        bot.screenshot("fiche-argent");
    }

    @Test
    void remaining_isAColumnToChoose_withItsExplanationItsTotalAndItsPlaceInTheExport() throws Exception {
        openExample();
        GridBot grid = grid();
        assertThat(bot.ask(grid::columns)).doesNotContain("REMAINING");
        bot.run(() -> {
            grid.hide("REMAINING", false);
            grid.hide("FUNDER", true);
            grid.sort("REMAINING", true);
        });
        List<String> amounts = gridColumn("REMAINING");
        assertThat(amounts.get(0)).endsWith("€");
        assertThat(amounts).as("nothing is awaited of grants that are settled").contains("");
        bot.run(() -> grid.selectCell(0, "REMAINING"));
        Explanation one = bot.ask(grid::explanation).orElseThrow();
        assertThat(one.label().in(Locale.FRENCH)).isEqualTo("reste à recevoir");
        assertThat(one.check()).isEmpty();
        assertThat(bot.ask(() -> grid.explanationAt(0, "REMAINING"))).contains(one);
        bot.screenshot("reste-a-recevoir");
        org.eclipse.swt.widgets.Label totals =
                bot.control(bot.shell(), org.eclipse.swt.widgets.Label.class, label -> label.getText()
                        .contains(" · reste à recevoir "));
        assertThat(bot.<String>ask(totals::getText)).endsWith("€");
        chosen = folder.resolve("liste.csv");
        GrantsView view = bot.show(GrantsView.class, GrantsView.ID);
        bot.run(() -> ((ActionContributionItem)
                        view.getViewSite().getActionBars().getToolBarManager().find("org.subsidia.rcp.grants.export"))
                .getAction()
                .run());
        assertThat(Files.readString(chosen)).contains("Reste à recevoir");
        bot.run(() -> {
            grid.hide("REMAINING", true);
            grid.hide("FUNDER", false);
            grid.sort("AWARDED_ON", true);
        });
    }

    @Test
    void figure_withoutASelection_isTheSumOfTheGrantsShown_eachByItsName() {
        openSample();
        Explanation sum = bot.ask(grid()::explanation).orElseThrow();
        assertThat(sum.check()).isEmpty();
        assertThat(sum.children())
                .hasSize(45)
                .allSatisfy(part -> assertThat(part.label().in(Locale.FRENCH)).contains(" – "));
    }
}
