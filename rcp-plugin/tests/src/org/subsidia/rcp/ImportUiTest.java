package org.subsidia.rcp;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
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

    /** The fields that can be filled in, from the top. */
    List<Text> fields(Shell wizard) {
        return bot.controls(wizard, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
    }

    Table rows(Shell wizard) {
        return bot.control(
                wizard, Table.class, table -> (table.getStyle() & SWT.CHECK) != 0 && table.getItemCount() > 0);
    }

    /** How each file fared, and what its reader remarks: the list under the headline. */
    Table notes(Shell wizard) {
        return bot.control(wizard, Table.class, table -> (table.getStyle() & SWT.CHECK) == 0);
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

    /** What the window system tells the window when files are dropped on it. */
    void drop(Path... files) {
        bot.run(() -> {
            DropTarget target = (DropTarget) bot.window().getShell().getData(DND.DROP_TARGET_KEY);
            try {
                Class<?> type = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DND.class.getClassLoader());
                Constructor<?> maker = type.getDeclaredConstructor();
                maker.setAccessible(true);
                Event raw = (Event) maker.newInstance();
                raw.widget = target;
                DropTargetEvent event = (DropTargetEvent) DropTargetEvent.class.getConstructors()[0].newInstance(raw);
                event.data = Arrays.stream(files).map(Path::toString).toArray(String[]::new);
                target.getDropListeners()[0].drop(event);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void undo(String what) {
        bot.menu("Édition", "Annuler : " + what);
    }
}
