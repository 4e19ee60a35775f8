package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subsidia.cashflow.reconcile.PayerTable;
import org.subsidia.cashflow.reconcile.ReconcileOptions;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.reconcile.ReconcileView;
import org.subsidia.rcp.session.Desk;

/** Bank statements in the real window, from the file to the receipts. */
class ReconcileTest extends UiTest {
    private static final StructureId MATERIALS = new StructureId("pole-materiaux");

    private Shell wizard(Path file) {
        bot.menu("Fichier", "Importer", "Relevés bancaires…");
        Shell wizard = bot.dialog("Importer des relevés bancaires");
        bot.type(bot.control(wizard, Text.class, text -> text.isEnabled() && text.getEditable()), file.toString());
        return wizard;
    }

    private static Path statement(String name) {
        return Path.of(System.getProperty("subsidia.root"), "examples", "data", "bank", name);
    }

    /** The view with the statements of the sample's pôle. */
    private ReconcileView open(String name) throws IOException {
        openExample();
        Shell wizard = wizard(statement(name));
        Combo owner = bot.control(wizard, Combo.class, combo -> true);
        bot.run(() -> owner.select(index()));
        bot.press(wizard, "Suivant >");
        Table rows = bot.control(wizard, Table.class, table -> table.getItemCount() > 0);
        assertThat(bot.ask(rows::getItemCount)).isEqualTo(1);
        bot.screenshot("import-releve");
        bot.press(wizard, "Terminer");
        bot.untilClosed(wizard);
        ReconcileView view = bot.show(ReconcileView.class, ReconcileView.ID);
        bot.until("the proposals", () -> !view.isBusy() && tables(view).get(0).getItemCount() > 0);
        return view;
    }

    private static int index() {
        int index = 1;
        for (var structure : Desk.get().portfolio().structures()) {
            if (structure.id().equals(MATERIALS)) {
                return index;
            }
            index++;
        }
        throw new IllegalStateException("no such structure");
    }

    @AfterEach
    void forgetChoices() {
        Settings.setThreshold(ReconcileOptions.USUAL_THRESHOLD);
        Settings.setPayers(PayerTable.none());
    }

    private List<Table> tables(ReconcileView view) {
        return bot.controls(view.control(), Table.class);
    }

    private static long receipts() {
        return Desk.get().portfolio().grantsOf(MATERIALS).stream()
                .mapToLong(grant -> grant.receipts().size())
                .sum();
    }

    private Button button(ReconcileView view, String label) {
        return bot.control(view.control(), Button.class, one -> one.getText().equals(label));
    }

    @Test
    void proposals_areExplainedAndBookedAsOneStepThatCanBeUndone() throws IOException {
        ReconcileView view = open("materiaux-2026-11.ofx");
        Portfolio before = portfolio();
        long had = bot.ask(ReconcileTest::receipts);
        Table matches = tables(view).get(0);
        List<String> states = bot.column(matches, 0);
        assertThat(states).contains("accepté");
        int sure = states.indexOf("accepté");
        assertThat(bot.<Boolean>ask(() -> matches.getItem(sure).getChecked())).isTrue();
        bot.select(matches, sure);
        assertThat(bot.ask(() -> view.explanation().isPresent())).isTrue();
        Text why =
                bot.control(view.control(), Text.class, text -> text.getText().contains("35 points"));
        assertThat(bot.<String>ask(why::getText)).isNotBlank();
        bot.screenshot("rapprochement");
        long chosen = states.stream().filter("accepté"::equals).count();
        Button book = button(view, "Comptabiliser les lignes cochées");
        bot.begin(() -> book.notifyListeners(SWT.Selection, new Event()));
        bot.until("the receipts", () -> receipts() >= had + chosen);
        bot.until("fewer proposals", () -> !view.isBusy() && matches.getItemCount() == states.size() - chosen);
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).isEqualTo(before);
        bot.until("the proposals again", () -> !view.isBusy() && matches.getItemCount() == states.size());
    }

    @Test
    void proposals_thatAreUnchecked_areNotBooked() throws IOException {
        ReconcileView view = open("materiaux-2026-11.ofx");
        Table matches = tables(view).get(0);
        int count = bot.ask(matches::getItemCount);
        for (int row = 0; row < count; row++) {
            int at = row;
            bot.run(() -> {
                Event event = new Event();
                event.item = matches.getItem(at);
                event.detail = SWT.CHECK;
                matches.getItem(at).setChecked(false);
                matches.notifyListeners(SWT.Selection, event);
            });
        }
        Button book = button(view, "Comptabiliser les lignes cochées");
        bot.until("nothing to book", () -> !book.isEnabled());
        Button balance = button(view, "Noter le solde de clôture");
        long noted = cashBalances();
        bot.run(() -> {
            balance.setSelection(true);
            balance.notifyListeners(SWT.Selection, new Event());
        });
        bot.begin(() -> book.notifyListeners(SWT.Selection, new Event()));
        bot.until("the balance", () -> cashBalances() == noted + 1);
        CTabFolder pages = bot.control(view.control(), CTabFolder.class, folder -> folder.getItemCount() == 4);
        for (int page = 1; page < 4; page++) {
            int at = page;
            bot.run(() -> pages.setSelection(at));
        }
        bot.run(() -> AppearancePage.setDark(true));
        try {
            bot.until(
                    "dark paper",
                    () -> bot.window().getShell().getBackground().getRGB().getHSB()[2] < 0.5f);
            bot.screenshot("rapprochement-sombre");
        } finally {
            bot.run(() -> AppearancePage.setDark(false));
        }
    }

    private static long cashBalances() {
        return Desk.get()
                .portfolio()
                .structure(MATERIALS)
                .orElseThrow()
                .cashBalances()
                .size();
    }

    @Test
    void statements_ofSeveralFiles_areReadInOneRun() throws IOException {
        openExample();
        String names = Stream.of("materiaux-2026-11.ofx", "materiaux-2026-06.xml", "materiaux-2026-07.cfonb")
                .map(name -> statement(name).toString())
                .collect(Collectors.joining(" ; "));
        bot.menu("Fichier", "Importer", "Relevés bancaires…");
        Shell wizard = bot.dialog("Importer des relevés bancaires");
        bot.type(bot.control(wizard, Text.class, text -> text.isEnabled() && text.getEditable()), names);
        bot.press(wizard, "Suivant >");
        Table rows = bot.control(wizard, Table.class, table -> table.getItemCount() == 3);
        assertThat(bot.column(rows, 9))
                .containsExactly("materiaux-2026-11.ofx", "materiaux-2026-06.xml", "materiaux-2026-07.cfonb");
        bot.screenshot("import-releves");
        bot.press(wizard, "Terminer");
        bot.untilClosed(wizard);
        ReconcileView view = bot.show(ReconcileView.class, ReconcileView.ID);
        bot.until("the proposals", () -> !view.isBusy() && tables(view).get(0).getItemCount() > 0);
        bot.until("the names of all", () -> bot.controls(view.control(), Label.class).stream()
                .anyMatch(label -> label.getText().contains("2026-06.xml")
                        && label.getText().contains("2026-07.cfonb")));
    }

    @Test
    void statements_oneOfWhichIsNone_areAllRefused() throws IOException {
        openExample();
        Path other = Files.writeString(folder.resolve("lettre.csv"), "Cher client;\nmerci;\n");
        bot.menu("Fichier", "Importer", "Relevés bancaires…");
        Shell wizard = bot.dialog("Importer des relevés bancaires");
        bot.type(
                bot.control(wizard, Text.class, text -> text.isEnabled() && text.getEditable()),
                statement("materiaux-2026-11.ofx") + "; " + other);
        bot.press(wizard, "Suivant >");
        bot.until("a refusal", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text -> !text.getEditable() && text.getText().contains("lettre.csv")));
        bot.press(wizard, "Annuler");
        bot.untilClosed(wizard);
    }

    @Test
    void threshold_thatIsLowered_checksMore_andTheHighestNone() throws IOException {
        ReconcileView view = open("materiaux-2026-11.ofx");
        Table matches = tables(view).get(0);
        assertThat(bot.column(matches, 0)).containsExactly("accepté", "à décider", "à décider");
        Spinner threshold = bot.control(view.control(), Spinner.class, spinner -> true);
        assertThat(bot.ask(threshold::getSelection)).isEqualTo(75);
        set(threshold, 60);
        bot.until(
                "a second one",
                () -> !view.isBusy()
                        && matches.getItem(1).getText(0).equals("accepté")
                        && matches.getItem(1).getChecked());
        bot.screenshot("rapprochement-seuil");
        set(threshold, 101);
        bot.until("none", () -> !view.isBusy() && matches.getItem(0).getText(0).equals("à décider"));
        assertThat(bot.<Boolean>ask(
                        () -> button(view, "Comptabiliser les lignes cochées").isEnabled()))
                .isFalse();
    }

    private void set(Spinner spinner, int value) {
        bot.run(() -> {
            spinner.setSelection(value);
            spinner.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void payer_ofOnesOwn_countsForTheFundersItPaysFor_andIsRemembered() throws IOException {
        ReconcileView view = open("materiaux-2026-11.ofx");
        Table matches = tables(view).get(0);
        int before = Integer.parseInt(bot.column(matches, 1).get(1));
        Shell dialog = payers(view);
        bot.press(dialog, "Ajouter");
        Text name = bot.control(dialog, Text.class, text -> (text.getStyle() & SWT.SINGLE) != 0 && text.isEnabled());
        Text spellings =
                bot.control(dialog, Text.class, text -> (text.getStyle() & SWT.MULTI) != 0 && text.isEnabled());
        Button ok = bot.control(dialog, Button.class, button -> button.getText().equals("OK"));
        bot.until("a name is wanted", () -> !ok.isEnabled());
        bot.type(name, "Caisse commune d’Ormeval");
        bot.type(spellings, "–");
        assertThat(bot.<Boolean>ask(ok::isEnabled)).isFalse();
        bot.type(spellings, "SGC Ormeval");
        bot.choose(dialog, "Chambre consulaire");
        assertThat(bot.<Boolean>ask(ok::isEnabled)).isTrue();
        bot.screenshot("rapprochement-payeurs");
        chosen = folder.resolve("payeurs.yaml");
        bot.press(dialog, "Enregistrer…");
        bot.until("the file", () -> Files.exists(chosen));
        assertThat(PayerTable.read(chosen).get().payers()).hasSize(1);
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until(
                "fewer points",
                () -> !view.isBusy() && Integer.parseInt(matches.getItem(1).getText(1)) < before);
        Shell again = payers(view);
        org.eclipse.swt.widgets.List list = bot.control(again, org.eclipse.swt.widgets.List.class, one -> true);
        assertThat(bot.ask(list::getItems)).containsExactly("Caisse commune d’Ormeval");
        bot.press(again, "Retirer");
        bot.until("none", () -> list.getItemCount() == 0);
        chosen = Files.writeString(folder.resolve("lettre.yaml"), "Cher client");
        bot.press(again, "Lire un fichier…");
        bot.until("no payer of a letter", () -> bot.controls(again, Text.class).stream()
                .anyMatch(text -> text.getText().contains("doit être une liste")));
        bot.press(again, "OK");
        bot.untilClosed(again);
        bot.until(
                "the points again",
                () -> !view.isBusy() && Integer.parseInt(matches.getItem(1).getText(1)) == before);
    }

    private Shell payers(ReconcileView view) {
        Button payers = button(view, "Payeurs…");
        bot.begin(() -> payers.notifyListeners(SWT.Selection, new Event()));
        return bot.dialog("Payeurs sous un autre nom");
    }

    @Test
    void table_ofMovementsInColumnsOfItsOwn_leadsToTheProposalsToo() throws IOException {
        openExample();
        Path file = Files.writeString(
                folder.resolve("compte.csv"),
                "Quand;Quoi;Combien\n12/11/2026;REGION RIVES D ARVENNE 2026-CP-REGION;71 040,00\n");
        bot.menu("Fichier", "Importer", "Tableau (CSV, XLSX)…");
        Shell wizard = bot.dialog("Importer un tableau");
        bot.type(bot.control(wizard, Text.class, text -> text.isEnabled() && text.getEditable()), file.toString());
        bot.press(wizard, "Suivant >");
        Combo kind = bot.control(wizard, Combo.class, combo -> combo.indexOf("Mouvements bancaires") >= 0);
        choose(kind, "Mouvements bancaires");
        choose(field(wizard, 0), "Date de l’opération");
        choose(style(wizard, 0), "jour en premier");
        choose(field(wizard, 1), "Libellé");
        choose(field(wizard, 2), "Montant");
        bot.screenshot("import-mouvements");
        bot.press(wizard, "Suivant >");
        Table rows = bot.control(wizard, Table.class, table -> table.getItemCount() == 1);
        assertThat(bot.column(rows, 3)).containsExactly("du 12/11/2026 au 12/11/2026");
        bot.press(wizard, "Terminer");
        bot.untilClosed(wizard);
        ReconcileView view = bot.show(ReconcileView.class, ReconcileView.ID);
        bot.until(
                "the proposal",
                () -> !view.isBusy()
                        && tables(view).size() > 0
                        && tables(view).get(0).getItemCount() == 1);
    }

    private void choose(Combo combo, String start) {
        bot.run(() -> {
            for (int i = 0; i < combo.getItemCount(); i++) {
                if (combo.getItem(i).replace(" *", "").equals(start)) {
                    combo.select(i);
                    combo.notifyListeners(SWT.Selection, new Event());
                    return;
                }
            }
            throw new IllegalStateException(start + " is not among " + List.of(combo.getItems()));
        });
    }

    private Combo field(Shell wizard, int number) {
        return column(wizard, "(ne pas importer)", number);
    }

    private Combo style(Shell wizard, int number) {
        return column(wizard, "selon les cellules", number);
    }

    private Combo column(Shell wizard, String first, int number) {
        return bot.find("the column " + number, () -> bot.controls(wizard, Combo.class).stream()
                .filter(combo -> combo.getItem(0).equals(first))
                .skip(number)
                .findFirst());
    }

    @Test
    void statement_thatIsNone_isRefusedAndNothingIsShown() throws IOException {
        openExample();
        Path other = Files.writeString(folder.resolve("lettre.csv"), "Cher client;\nmerci;\n");
        Shell wizard = wizard(other);
        bot.press(wizard, "Suivant >");
        bot.until("a refusal", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text ->
                        text.getText().toLowerCase(java.util.Locale.ROOT).contains("montant")));
        bot.screenshot("import-releve-refuse");
        bot.press(wizard, "Annuler");
        bot.untilClosed(wizard);
        ReconcileView view = bot.show(ReconcileView.class, ReconcileView.ID);
        assertThat(tables(view)).isEmpty();
    }
}
