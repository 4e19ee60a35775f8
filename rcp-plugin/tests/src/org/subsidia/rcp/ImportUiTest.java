package org.subsidia.rcp;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** What tests of imports do in the wizard. */
abstract class ImportUiTest extends UiTest {
    static Path data(String name) {
        return Path.of(System.getProperty("subsidia.root"), "examples", "data", name);
    }

    Shell wizard(String item, String title, Path file) {
        bot.menu("Fichier", "Importer", item);
        Shell wizard = bot.dialog(title);
        bot.type(bot.control(wizard, Text.class, text -> text.isEnabled() && text.getEditable()), file.toString());
        bot.press(wizard, "Suivant >");
        return wizard;
    }

    Table rows(Shell wizard) {
        return bot.control(wizard, Table.class, table -> table.getItemCount() > 0);
    }

    void check(Table table, int row, boolean on) {
        bot.run(() -> {
            Event event = new Event();
            event.item = table.getItem(row);
            event.detail = SWT.CHECK;
            table.getItem(row).setChecked(on);
            table.notifyListeners(SWT.Selection, event);
        });
    }

    boolean checked(Table table, int row) {
        return bot.ask(() -> table.getItem(row).getChecked());
    }

    void finish(Shell wizard) {
        bot.press(wizard, "Terminer");
        bot.untilClosed(wizard);
    }

    void cancel(Shell wizard) {
        bot.press(wizard, "Annuler");
        bot.untilClosed(wizard);
    }

    void untilSaid(Shell wizard, String words) {
        bot.until("a sentence with “" + words + "”", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text -> text.getText().contains(words)));
    }

    void undo(String what) {
        bot.menu("Édition", "Annuler : " + what);
    }
}
