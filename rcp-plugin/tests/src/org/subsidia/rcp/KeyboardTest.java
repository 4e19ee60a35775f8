package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.Test;
import org.subsidia.rcp.analysis.dashboard.DashboardView;
import org.subsidia.rcp.session.Desk;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Everything is reached by the keyboard, and a screen reader can say what it is. */
class KeyboardTest extends ImportUiTest {
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
            bot.run(() -> nameless.addAll(ScreenReader.nameless(pane(view), id)));
        }
        for (String[] place : List.of(
                new String[] {"Structures", "Cluster"},
                new String[] {"Structures", "Cluster", "Budget"},
                new String[] {"Projets", "Cyber"},
                new String[] {"Financeurs", "Région", "Région"})) {
            bot.select(tree(), place);
            ViewPart detail = bot.show(ViewPart.class, "org.subsidia.rcp.detail");
            bot.run(() -> nameless.addAll(ScreenReader.nameless(pane(detail), String.join(" > ", place))));
        }
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
                new String[] {"Fichier", "Exporter…"},
                new String[] {"Édition", "Ajouter", "Structure…"},
                new String[] {"Édition", "Ajouter", "Subvention…"},
                new String[] {"Édition", "Ajouter", "Financeur…"},
                new String[] {"Édition", "Ajouter", "Programme…"},
                new String[] {"Édition", "Ajouter", "Appel…"},
                new String[] {"Édition", "Ajouter", "Projet…"},
                new String[] {"Édition", "Ajouter", "Ligne budgétaire…"},
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

    @Test
    void shortcuts_ofTheWindow_restWhileADialogAsks() {
        bot.until("the shortcuts of the window", this::isProductActive);
        bot.menu("Édition", "Ajouter", "Structure…");
        Shell dialog = bot.dialog("Nouvelle structure");
        bot.until("no shortcut of the window", () -> !isProductActive());
        bot.press(dialog, "Annuler");
        bot.untilClosed(dialog);
        // what the window manager does, which a test has none of
        bot.run(() -> bot.window().getShell().notifyListeners(SWT.Activate, new Event()));
        bot.until("the shortcuts again", this::isProductActive);
    }

    private boolean isProductActive() {
        return PlatformUI.getWorkbench()
                .getService(IContextService.class)
                .getActiveContextIds()
                .contains("org.subsidia.rcp.product");
    }

    @Test
    void controls_ofTheDialogOfTilesAndOfFormerStates_haveNames() throws IOException {
        openExample();
        List<String> nameless = new ArrayList<>();
        DashboardView view = bot.show(DashboardView.class, DashboardView.ID);
        Button compose = bot.control(
                view.control(), Button.class, button -> button.getText().startsWith("Composer"));
        bot.begin(() -> compose.notifyListeners(SWT.Selection, new Event()));
        look("tiles", nameless);
        bot.run(() -> Desk.get()
                .session()
                .apply(
                        "x",
                        org.subsidia.portfolio.Edit.remove(
                                Desk.get().portfolio().budgetLines().get(0).id())));
        bot.menu("Fichier", "Enregistrer");
        bot.until("saved", () -> !Desk.get().session().isDirty());
        bot.menu("Fichier", "États précédents…");
        look("former states", nameless);
        assertThat(nameless).isEmpty();
        bot.run(() -> bot.window().getActivePage().resetPerspective());
    }

    /** Looks at the last page of a wizard: the pages before it are there too, hidden. */
    @Test
    void controls_ofAllPagesOfTheImports_haveNames() throws IOException {
        openExample();
        List<String> nameless = new ArrayList<>();
        Files.writeString(
                folder.resolve("table.csv"),
                "Qui paie;Objet;Montant voté;Notifiée le\nRégion;Salon;8 000,00;02/04/2025\n");
        for (String[] each : new String[][] {
            {"Tableau (CSV, XLSX)…", "Importer un tableau", ""},
            {"Subventions publiées (SCDL)…", "Importer des subventions publiées", "rives-arvenne-2021.csv"},
            {"Programmes et appels…", "Importer des programmes et des appels", "catalogue/appels.csv"},
            {"Comptabilité (FEC)…", "Importer un FEC", "999900335FEC20251231.txt"},
            {"Relevés bancaires…", "Importer des relevés bancaires", "bank/materiaux-2026-11.ofx"},
            {
                "Opérations européennes…",
                "Importer une liste d’opérations européennes",
                "exchange/operations-ue-2014-2020.csv"
            },
            {"Versements de l’État (Chorus, FONJEP)…", "Importer des versements de l’État", "exchange/chorus-2025.xlsx"
            },
            {"Demandes (data.subvention)…", "Importer des demandes de data.subvention", "exchange/data-subvention.csv"},
        }) {
            Shell wizard = wizard(each[0], each[1], each[2].isEmpty() ? folder.resolve("table.csv") : data(each[2]));
            bot.control(
                    wizard,
                    Button.class,
                    button -> button.getText().replace("&", "").contains("Précédent") && button.isEnabled());
            if (each[2].isEmpty()) {
                bot.screenshot("import-deuxieme-page");
            }
            look(each[0], nameless);
        }
        assertThat(nameless).isEmpty();
    }

    private void look(String way, List<String> nameless) {
        Shell dialog = bot.find("a dialog of " + way, this::dialog);
        bot.settle();
        bot.run(() -> nameless.addAll(ScreenReader.nameless(dialog, way)));
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

    private static Properties words(String file) throws IOException {
        try (InputStream in = KeyboardTest.class.getResourceAsStream(file)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        }
    }

    /** The menus as they are declared, in the language in which the window does not run too. */
    @Test
    void commands_ofTheMenus_haveKeysOfTheirOwnInBothLanguages() throws Exception {
        for (String language : List.of("", "_fr")) {
            Properties words = words("/OSGI-INF/l10n/bundle" + language + ".properties");
            Properties texts = words("texts" + language + ".properties");
            List<String> history = List.of("&" + texts.getProperty("undo"), "&" + texts.getProperty("redo"));
            List<String> wrong = new ArrayList<>();
            int menus = 0;
            try (InputStream in = KeyboardTest.class.getResourceAsStream("/plugin.xml")) {
                NodeList contributions = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(in)
                        .getElementsByTagName("*");
                for (int i = 0; i < contributions.getLength(); i++) {
                    Element element = (Element) contributions.item(i);
                    boolean bar = element.getAttribute("locationURI").equals("menu:org.eclipse.ui.main.menu");
                    if (bar || element.getTagName().equals("menu")) {
                        menus++;
                        check(element, words, history, wrong);
                    }
                }
            }
            assertThat(menus).isGreaterThan(10);
            assertThat(wrong).as(language).isEmpty();
        }
    }

    private static void check(Element menu, Properties words, List<String> history, List<String> wrong) {
        Map<String, String> letters = new HashMap<>();
        for (Node node = menu.getFirstChild(); node != null; node = node.getNextSibling()) {
            List<String> labels = new ArrayList<>();
            if (node instanceof Element item && item.getAttribute("label").startsWith("%")) {
                labels.add(words.getProperty(item.getAttribute("label").substring(1)));
            } else if (node instanceof Element item && item.getAttribute("id").equals("org.subsidia.rcp.history")) {
                labels.addAll(history);
            }
            for (String label : labels) {
                String letter = mnemonic(label);
                String other = letter.isEmpty() ? "no key" : letters.put(letter, label);
                if (other != null && !isBar(menu, label)) {
                    wrong.add(label + ": " + other);
                }
            }
        }
    }

    /** The menu that stands in an IDE stands beside others than those of the product. */
    private static boolean isBar(Element menu, String label) {
        return menu.getTagName().equals("menuContribution") && label.equals("&Subsidia");
    }
}
