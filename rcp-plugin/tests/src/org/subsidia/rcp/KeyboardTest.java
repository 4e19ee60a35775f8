package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.Test;
import org.subsidia.rcp.session.Desk;

/** Everything is reached by the keyboard, and a screen reader can say what it is. */
class KeyboardTest extends UiTest {
    private static final List<Class<? extends Control>> NAMED = List.of(
            Text.class,
            Combo.class,
            CCombo.class,
            Spinner.class,
            Table.class,
            Tree.class,
            StyledText.class,
            NatTable.class,
            org.eclipse.swt.widgets.List.class);

    /** What the user of a screen reader hears; empty: nothing. */
    private static String name(Control control) {
        AccessibleEvent event = new AccessibleEvent(control.getAccessible());
        event.childID = ACC.CHILDID_SELF;
        for (AccessibleListener listener : listeners(control.getAccessible())) {
            listener.getName(event);
        }
        return event.result == null || event.result.isBlank() ? labelBefore(control) : event.result;
    }

    @SuppressWarnings("unchecked")
    private static List<AccessibleListener> listeners(Accessible accessible) {
        try {
            Field field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            List<AccessibleListener> listeners = (List<AccessibleListener>) field.get(accessible);
            return listeners == null ? List.of() : listeners;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String labelBefore(Control control) {
        Control before = null;
        for (Control sibling : control.getParent().getChildren()) {
            if (sibling == control) {
                return before instanceof Label label ? label.getText().strip() : "";
            }
            before = sibling;
        }
        return "";
    }

    private static boolean needsName(Control control) {
        if (control instanceof Text text
                && (text.getStyle() & SWT.READ_ONLY) != 0
                && (text.getStyle() & (SWT.BORDER | SWT.V_SCROLL)) == 0) {
            return false; // a sentence that can be copied says itself
        }
        boolean painted = control.getClass() == Canvas.class && control.getListeners(SWT.Paint).length > 0;
        return painted || NAMED.stream().anyMatch(type -> type.isInstance(control));
    }

    /** The controls without a name below another one, on a way that leads to them. */
    private static void collect(Composite root, String way, List<String> nameless) {
        for (Control child : root.getChildren()) {
            String here = way + " > " + child.getClass().getSimpleName();
            if (child instanceof FilteredTree) {
                continue; // the platform's own, named by it
            }
            if (needsName(child) && name(child).isEmpty()) {
                nameless.add(here);
            } else if (child instanceof Composite inner && !(child instanceof Combo) && !(child instanceof CCombo)) {
                collect(inner, here, nameless);
            }
        }
    }

    @Test
    void controls_ofAllViews_haveNames() throws IOException {
        openExample();
        List<String> views = bot.ask(
                () -> Arrays.stream(PlatformUI.getWorkbench().getViewRegistry().getViews())
                        .map(view -> view.getId())
                        .filter(id -> id.startsWith("org.subsidia."))
                        .toList());
        assertThat(views).hasSizeGreaterThan(18);
        List<String> nameless = new ArrayList<>();
        for (String id : views) {
            ViewPart view = bot.show(ViewPart.class, id);
            bot.settle();
            // every part of it, hidden pages too; the workbench puts each view into a pane of its own
            bot.run(() -> collect(pane(view), id, nameless));
        }
        bot.select(tree(), "Structures", "Cluster");
        ViewPart detail = bot.show(ViewPart.class, "org.subsidia.rcp.detail");
        bot.run(() -> collect(pane(detail), "a structure", nameless));
        assertThat(nameless).isEmpty();
        bot.run(() -> bot.window().getActivePage().resetPerspective());
    }

    private static Composite pane(ViewPart view) {
        return (Composite) view.getSite()
                .getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class)
                .getWidget();
    }

    @Test
    void controls_ofDialogs_haveNames() throws IOException {
        openExample();
        List<String> nameless = new ArrayList<>();
        List<String[]> ways = List.of(
                new String[] {"Fichier", "Ouvrir une base de données…"},
                new String[] {"Fichier", "Copier dans une base…"},
                new String[] {"Fichier", "Importer", "Un fichier…"},
                new String[] {"Fichier", "Importer", "Tableau (CSV, XLSX)…"},
                new String[] {"Fichier", "Importer", "Relevés bancaires…"},
                new String[] {"Fichier", "Exporter…"},
                new String[] {"Édition", "Ajouter", "Structure…"},
                new String[] {"Édition", "Ajouter", "Subvention…"},
                new String[] {"Édition", "Ajouter", "Appel…"},
                new String[] {"Édition", "Rechercher partout…"});
        for (String[] way : ways) {
            bot.menu(way);
            look(String.join(" > ", way), nameless);
        }
        for (String page : List.of("preferences", "preferences.work", "preferences.values")) {
            bot.begin(() -> PreferencesUtil.createPreferenceDialogOn(
                            bot.window().getShell(), "org.subsidia.rcp." + page, null, null)
                    .open());
            look(page, nameless);
        }
        assertThat(nameless).isEmpty();
        assertThat(bot.ask(() -> Desk.get().session().isDirty())).isFalse();
    }

    private void look(String way, List<String> nameless) {
        Shell dialog = bot.find("a dialog of " + way, this::dialog);
        bot.settle();
        bot.run(() -> collect(dialog, way, nameless));
        bot.run(dialog::close);
        bot.untilClosed(dialog);
    }

    private Optional<Shell> dialog() {
        return Arrays.stream(bot.display().getShells())
                .filter(shell -> shell != bot.window().getShell() && shell.isVisible())
                .filter(shell -> !shell.getText().isEmpty())
                .findFirst();
    }

    /** The letter that chooses an item in its open menu; empty: there is none. */
    private static String mnemonic(String text) {
        String words = text.replace("&&", "");
        int at = words.indexOf('&');
        return at < 0 || at + 1 >= words.length()
                ? ""
                : words.substring(at + 1, at + 2).toUpperCase(Locale.FRENCH);
    }

    private static void collect(Menu menu, String way, List<String> wrong) {
        menu.notifyListeners(SWT.Show, new Event());
        Map<String, String> letters = new HashMap<>();
        for (MenuItem item : menu.getItems()) {
            if ((item.getStyle() & SWT.SEPARATOR) != 0) {
                continue;
            }
            String here = way + " > " + item.getText();
            String letter = mnemonic(item.getText());
            if (letter.isEmpty() && item.getText().indexOf('\t') < 0) {
                wrong.add("no key: " + here);
            }
            String other = letter.isEmpty() ? null : letters.put(letter, item.getText());
            if (other != null) {
                wrong.add("one key for two: " + here + ", " + other);
            }
            if (item.getMenu() != null) {
                collect(item.getMenu(), here, wrong);
            }
        }
    }

    @Test
    void commands_ofTheMenus_haveKeysOfTheirOwn() throws IOException {
        openExample();
        List<String> wrong = new ArrayList<>();
        bot.run(() -> collect(bot.window().getShell().getMenuBar(), "", wrong));
        assertThat(wrong).isEmpty();
    }
}
