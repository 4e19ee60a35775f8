package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.session.Desk;

/** The form of a grant in the real window. */
class FormTest extends UiTest {
    private Text field(String name) {
        return bot.control(bot.shell(), Text.class, text -> name.equals(text.getData("field")));
    }

    private Grant first() {
        return portfolio().grant(Samples.FIRST).orElseThrow();
    }

    private void leave(Text text) {
        bot.run(() -> text.notifyListeners(SWT.FocusOut, new Event()));
    }

    private void openFirst() {
        openSample();
        bot.type(filter(), "DREETS habitat 2020");
        untilLines(1);
        selectLine(0);
    }

    @Test
    void field_withAWrongDay_isNotTakenAndWithARightOneIsOneStepOfUndo() {
        openFirst();
        Text end = field("END");
        bot.type(end, "31/02/2021");
        leave(end);
        bot.screenshot("fiche-refusee");
        assertThat(bot.ask(() -> Desk.get().session().isDirty())).isFalse();
        bot.type(end, "30/06/2021");
        leave(end);
        assertThat(first().dates().end()).isEqualTo(java.time.LocalDate.of(2021, 6, 30));
        assertThat(gridColumn("END")).containsExactly("30/06/2021");
        bot.run(() -> Desk.get().session().undo());
        assertThat(bot.<String>ask(end::getText)).isEqualTo("31/12/2020");
        bot.screenshot("fiche");
    }

    @Test
    void list_takesALineThatIsRightOnly() {
        openFirst();
        Table receipts = bot.control(
                bot.shell(),
                Table.class,
                table -> table.getColumnCount() == 3
                        && table.getColumn(0).getText().equals("Date"));
        Button add = bot.controls(bot.<org.eclipse.swt.widgets.Composite>ask(receipts::getParent), Button.class)
                .get(0);
        bot.begin(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog("Encaissements");
        List<Text> texts = bot.controls(dialog, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.type(texts.get(0), "hier");
        bot.screenshot("encaissement-refuse");
        Button ok = bot.controls(dialog, Button.class).stream()
                .filter(button -> bot.ask(button::getText).replace("&", "").equals("OK"))
                .findFirst()
                .orElseThrow();
        assertThat(bot.ask(ok::isEnabled)).isFalse();
        bot.type(texts.get(0), "3/4/2020");
        bot.type(texts.get(1), "1 234,50");
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until("the receipt", () -> receipts.getItemCount() == 1);
        assertThat(first().received().orElseThrow().getAmount()).isEqualByComparingTo("1234.50");
        bot.run(() -> Desk.get().session().undo());
        assertThat(first()).isEqualTo(Samples.portfolio().grant(Samples.FIRST).orElseThrow());
    }

    private Button add(Table table) {
        return bot.controls(bot.<org.eclipse.swt.widgets.Composite>ask(table::getParent), Button.class)
                .get(0);
    }

    private Table list(String column) {
        return bot.control(
                bot.shell(),
                Table.class,
                table -> table.getColumnCount() > 2
                        && table.getColumn(0).getText().equals(column));
    }

    @Test
    void structure_isEditedFieldByFieldAndLineByLine() {
        openSample();
        bot.select(tree(), "Structures", "Bois");
        Text activity = field("ACTIVITY");
        bot.type(activity, "94.99Z");
        leave(activity);
        bot.until("the activity", () -> "94.99Z".equals(bois().activity()));
        Text end = field("YEAR_END");
        bot.type(end, "31/02");
        leave(end);
        assertThat(bot.ask(() -> bois().fiscalYearEnd())).isNull();
        bot.type(end, "31/08");
        leave(end);
        bot.until("the end of the year", () -> bois().fiscalYearEnd() != null);
        Table successions = list("Reprises de");
        Button add = add(successions);
        bot.begin(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog("Aides reprises d’autres structures");
        List<Text> texts = bot.controls(dialog, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.type(texts.get(0), "01/01/2024");
        bot.type(texts.get(1), "150 %");
        bot.screenshot("reprise-refusee");
        bot.type(texts.get(1), "50 %");
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until("the succession", () -> bois().successions().size() == 1);
        bot.screenshot("fiche-structure");
        for (int step = 0; step < 3; step++) {
            bot.run(() -> Desk.get().session().undo());
        }
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
    }

    private static Structure bois() {
        return Desk.get().portfolio().structure(Samples.BOIS).orElseThrow();
    }
}
