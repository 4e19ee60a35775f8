package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.session.Desk;

/** The imports of exchange formats in the real window: good files, bad ones, whose a row is, undo. */
class ExchangeImportsTest extends ImportUiTest {
    private static final StructureId ETABLI = new StructureId("ptce-etabli");
    private static final String NOBODY = "(aucune du portefeuille)";

    private Shell operations() {
        return wizard(
                "Opérations européennes…",
                "Importer une liste d’opérations européennes",
                data("exchange/operations-ue-2021-2027.xlsx"));
    }

    private Shell payments(Path file) {
        return wizard("Versements de l’État (Chorus, FONJEP)…", "Importer des versements de l’État", file);
    }

    private Shell requests(Path file) {
        return wizard("Demandes (data.subvention)…", "Importer des demandes de data.subvention", file);
    }

    private Shell giving(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("fondation.json"), json, StandardCharsets.UTF_8);
        bot.menu("Fichier", "Importer", "Fichier 360Giving…");
        Shell wizard = bot.dialog("Importer un fichier 360Giving");
        bot.type(bot.control(wizard, Text.class, text -> text.isEnabled() && text.getEditable()), file.toString());
        return wizard;
    }

    private static int grants() {
        return Desk.get().portfolio().grants().size();
    }

    private void untilGrants(int count) {
        bot.until(count + " grants", () -> grants() == count);
    }

    private void undoAll(String what, Portfolio before) {
        undo(what);
        bot.until("the import taken back", () -> Desk.get().portfolio().equals(before));
    }

    private Combo whose(Shell wizard) {
        return bot.control(wizard, Combo.class, combo -> combo.getItem(0).equals(NOBODY));
    }

    private void say(Combo whose, String structure) {
        bot.begin(() -> {
            whose.select(whose.indexOf(structure));
            whose.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void euOperations_areConfirmedByAPersonWhereTheNameIsNotSure() throws IOException {
        openExample();
        Portfolio before = portfolio();
        Shell wizard = operations();
        Table rows = rows(wizard);
        int open = bot.column(rows, 1).indexOf("à confirmer");
        assertThat(open).isNotNegative();
        assertThat(checked(rows, open)).isFalse();
        assertThat(bot.column(rows, 5).get(open)).isEqualTo("62");
        check(rows, open, true);
        bot.select(rows, open);
        bot.screenshot("import-operations");
        finish(wizard);
        bot.until(
                "three grants",
                () -> Desk.get().portfolio().grants().size() == before.grants().size() + 3);
        assertThat(portfolio().grantsOf(new StructureId("ptce-etabli")))
                .hasSize(before.grantsOf(new StructureId("ptce-etabli")).size() + 1);
        undo("importer « operations-ue-2021-2027.xlsx » (3 éléments)");
        bot.until("the import taken back", () -> Desk.get().portfolio().equals(before));
    }

    @Test
    void euOperations_withoutTheirColumns_areRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("autre.csv"), "a;b\n1;2\n");
        Shell wizard = wizard("Opérations européennes…", "Importer une liste d’opérations européennes", other);
        untilSaid(wizard, "il manque");
        assertThat(portfolio().isEmpty()).isTrue();
        cancel(wizard);
    }

    @Test
    void euOperations_ofAnotherStructureThanTheNameSays_areTakenThere() throws IOException {
        openExample();
        Portfolio before = portfolio();
        StructureId other = new StructureId("cluster-bois");
        String name = before.structure(other).orElseThrow().name();
        Shell wizard = operations();
        Table rows = rows(wizard);
        int open = bot.column(rows, 1).indexOf("à confirmer");
        bot.select(rows, open);
        Combo whose = whose(wizard);
        assertThat(bot.<String>ask(whose::getText))
                .isEqualTo(before.structure(ETABLI).orElseThrow().name());
        say(whose, name);
        bot.until("the other structure", () -> rows.getItem(open).getText(4).equals(name));
        assertThat(bot.column(rows, 1).get(open)).isEqualTo("nouvelle");
        assertThat(checked(rows, open)).isTrue();
        assertThat(bot.ask(rows::getSelectionIndex)).isEqualTo(open);
        bot.screenshot("import-operations-structure");
        finish(wizard);
        untilGrants(before.grants().size() + 3);
        assertThat(portfolio().grantsOf(other)).hasSize(before.grantsOf(other).size() + 1);
        undoAll("importer « operations-ue-2021-2027.xlsx » (3 éléments)", before);
    }

    @Test
    void euOperations_turnedAway_stayInSightAndCanBeTakenBack() throws IOException {
        openExample();
        Portfolio before = portfolio();
        Shell wizard = operations();
        Table rows = rows(wizard);
        int count = bot.ask(rows::getItemCount);
        int row = bot.column(rows, 1).indexOf("nouvelle");
        String name = bot.column(rows, 4).get(row);
        bot.select(rows, row);
        Combo whose = whose(wizard);
        say(whose, NOBODY);
        bot.until("the row left aside", () -> rows.getItem(row).getText(1).equals("laissée de côté"));
        assertThat(bot.ask(rows::getItemCount)).isEqualTo(count);
        assertThat(checked(rows, row)).isFalse();
        assertThat(bot.<String>ask(whose::getText)).isEqualTo(NOBODY);
        say(whose, name);
        bot.until("the row taken", () -> rows.getItem(row).getText(1).equals("nouvelle"));
        say(whose, NOBODY);
        bot.until("the row left aside", () -> rows.getItem(row).getText(1).equals("laissée de côté"));
        finish(wizard);
        untilGrants(before.grants().size() + 1);
        undoAll("importer « operations-ue-2021-2027.xlsx » (1 élément)", before);
    }

    @Test
    void statePayments_joinTheGrantsOfTheirCommitmentAsOneStep() throws IOException {
        openExample();
        Portfolio before = portfolio();
        Shell wizard = payments(data("exchange/chorus-2025.xlsx"));
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 1)).hasSize(4).containsOnly("nouvelle");
        bot.select(rows, 2);
        bot.screenshot("import-versements");
        finish(wizard);
        untilGrants(before.grants().size() + 3);
        assertThat(portfolio().grantsOf(ETABLI)).hasSize(before.grantsOf(ETABLI).size() + 1);
        undoAll("importer « chorus-2025.xlsx » (3 éléments)", before);
    }

    @Test
    void statePayments_ofTheFonjep_sayWhatDoesNotAddUp() throws IOException {
        openExample();
        Shell wizard = payments(data("exchange/fonjep-2025.xlsx"));
        Table rows = rows(wizard);
        bot.select(rows, 0);
        untilSaid(wizard, "écart 55,50");
        cancel(wizard);
    }

    @Test
    void statePayments_withoutTheirColumns_areRefused() throws IOException {
        Shell wizard = payments(Files.writeString(folder.resolve("autre.csv"), "a;b\n1;2\n"));
        untilSaid(wizard, "N° EJ");
        bot.screenshot("import-versements-refuses");
        cancel(wizard);
        assertThat(portfolio().isEmpty()).isTrue();
    }

    @Test
    void dataSubvention_bringsRequestsOfNumbersThatNobodyNeedConfirm() throws IOException {
        openExample();
        Portfolio before = portfolio();
        Shell wizard = requests(data("exchange/data-subvention.csv"));
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 1)).containsOnly("nouvelle");
        assertThat(bot.controls(wizard, Combo.class))
                .noneMatch(combo -> bot.ask(() -> combo.getItem(0).equals(NOBODY)));
        check(rows, 1, false);
        bot.screenshot("import-demandes");
        finish(wizard);
        untilGrants(before.grants().size() + 2);
        undoAll("importer « data-subvention.csv » (2 éléments)", before);
    }

    @Test
    void dataSubvention_ofPayments_namesTheOtherImport() throws IOException {
        Shell wizard = requests(Files.writeString(
                folder.resolve("versements.csv"), "idVersement;siret;dateOperation;montant\n1;2;2025-01-01;3\n"));
        untilSaid(wizard, "pas des demandes");
        cancel(wizard);
    }

    @Test
    void cordis_findsTheProjectsBesideItsOrganisations() throws IOException {
        openExample();
        Portfolio before = portfolio();
        bot.menu("Fichier", "Importer", "Projets de recherche (CORDIS)…");
        Shell wizard = bot.dialog("Importer des projets européens de recherche (CORDIS)");
        List<Text> fields = bot.controls(wizard, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.type(fields.get(0), data("exchange/cordis-organization.csv").toString());
        assertThat(bot.<String>ask(fields.get(1)::getText)).endsWith("cordis-project.csv");
        bot.screenshot("import-cordis-fichiers");
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 1)).contains("nouvelle", "écartée");
        assertThat(bot.column(rows, 6)).anyMatch(text -> text.startsWith("MATERNET : A network"));
        bot.select(rows, bot.column(rows, 1).indexOf("écartée"));
        untilSaid(wizard, "colonnes sont décalées");
        bot.screenshot("import-cordis");
        finish(wizard);
        untilGrants(before.grants().size() + 2);
        undoAll("importer « cordis-organization.csv » (2 éléments)", before);
    }

    @Test
    void cordis_whoseProjectsAreNone_isRefused() throws IOException {
        bot.menu("Fichier", "Importer", "Projets de recherche (CORDIS)…");
        Shell wizard = bot.dialog("Importer des projets européens de recherche (CORDIS)");
        List<Text> fields = bot.controls(wizard, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.type(fields.get(1), folder.resolve("absent.csv").toString());
        bot.type(fields.get(0), data("exchange/cordis-organization.csv").toString());
        assertThat(bot.<String>ask(fields.get(1)::getText)).endsWith("absent.csv");
        bot.press(wizard, "Suivant >");
        // the field holds these words from the start: only the wizard's own sentence tells that the reading has ended
        bot.until("a sentence about the file", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text -> !text.getEditable() && text.getText().contains("absent.csv")));
        cancel(wizard);
    }

    @Test
    void giving_makesStructuresOnlyWhereThatIsAsked() throws IOException {
        openExample();
        Portfolio before = portfolio();
        String known = before.structure(ETABLI).orElseThrow().siren();
        String json =
                "{\"grants\":[" + grant("1", known, "L’Établi") + "," + grant("2", "999900996", "Les Semeurs") + "]}";
        Shell wizard = giving(json);
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.ask(rows::getItemCount)).isEqualTo(1);
        bot.press(wizard, "< Précédent");
        bot.choose(wizard, "Créer aussi les structures que le portefeuille n’a pas");
        bot.press(wizard, "Suivant >");
        bot.until("both grants", () -> rows.getItemCount() == 2);
        assertThat(bot.column(rows, 4)).contains("Les Semeurs");
        bot.screenshot("import-360giving");
        finish(wizard);
        untilGrants(before.grants().size() + 2);
        assertThat(portfolio().structures()).hasSize(before.structures().size() + 1);
        undoAll("importer « fondation.json » (2 éléments)", before);
    }

    private static String grant(String id, String siren, String name) {
        return """
                {"id":"360G-fr-%s","title":"Atelier %s","currency":"EUR","amountAwarded":1500.50,"awardDate":"2025-03-01",
                "recipientOrganization":[{"id":"FR-SIRENE-%s","name":"%s"}],
                "fundingOrganization":[{"id":"FR-SIRENE-999900988","name":"Fondation des Sources"}]}""".formatted(id, id, siren, name);
    }

    @Test
    void giving_thatIsNone_isRefused() throws IOException {
        Shell wizard = giving("{\"results\":[]}");
        bot.press(wizard, "Suivant >");
        untilSaid(wizard, "liste « grants »");
        cancel(wizard);
    }
}
