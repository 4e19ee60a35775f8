package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.session.Desk;

/** Every kind of import in the real window: a good file, a bad one, cancel, undo; and a file dropped on the window. */
class ImportWizardsTest extends ImportUiTest {
    private static final StructureId WOOD = new StructureId("cluster-bois");
    private static final String TABLE = """
            Dossier;Qui paie;Objet de la convention;Montant voté;Notifiée le;Observations
            2025-001;Région Rives-d’Arvenne;Animation de la filière bois;12 500,50;15/03/2025;à suivre
            2025-002;Métropole de Lys;Salon professionnel;8 000,00;02/04/2025;
            2025-003;Métropole de Lys;Étude de marché;huit mille;03/04/2025;
            """;

    private Combo column(Shell wizard, int number) {
        return bot.find("the column " + number, () -> bot.controls(wizard, Combo.class).stream()
                .filter(combo -> combo.getItem(0).equals("(ne pas importer)"))
                .skip(number)
                .findFirst());
    }

    /** Says whose the rows are. */
    private void own(Shell wizard) {
        Combo owner = bot.control(wizard, Combo.class, combo -> (combo.getStyle() & SWT.READ_ONLY) == 0);
        bot.run(() -> owner.select(0));
    }

    private Path table() throws IOException {
        return Files.writeString(folder.resolve("conventions.csv"), TABLE, StandardCharsets.UTF_8);
    }

    @Test
    void table_mapsItsColumnsKeepsTheMappingAndIsOneStep() throws IOException {
        openSample();
        Portfolio before = portfolio();
        Shell wizard = wizard("Tableau (CSV, XLSX)…", "Importer un tableau", table());
        own(wizard);
        Combo purpose = column(wizard, 2);
        assertThat(bot.<String>ask(purpose::getText)).startsWith("Objet");
        bot.screenshot("import-correspondance");
        Label heading =
                bot.control(wizard, Label.class, label -> label.getText().equals("Contient"));
        assertThat(bot.<Integer>ask(() -> purpose.getBounds().x))
                .as("what a column holds stands below its heading")
                .isEqualTo(bot.<Integer>ask(() -> heading.getBounds().x));
        chosen = folder.resolve("conventions.mapping.yaml");
        bot.press(wizard, "Enregistrer…");
        bot.until("the mapping", () -> Files.exists(chosen));
        assertThat(Files.readString(chosen)).contains("kind: grants").contains("Objet de la convention");
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 1)).containsExactly("nouvelle", "nouvelle", "écartée");
        bot.select(rows, 2);
        untilSaid(wizard, "Ligne 4, colonne 4");
        bot.screenshot("import-tableau");
        check(rows, 1, false);
        finish(wizard);
        bot.until(
                "one grant more",
                () -> Desk.get().portfolio().grants().size() == before.grants().size() + 1);
        undo("importer « conventions.csv » (1 élément)");
        bot.until("the import taken back", () -> Desk.get().portfolio().equals(before));
    }

    @Test
    void table_ofYearlyParts_isToldByItsColumnsAndIsOneStep() throws IOException {
        openExample();
        Portfolio before = portfolio();
        Path years = Files.writeString(
                folder.resolve("depenses.csv"),
                "Identifiant de la subvention;Exercice;Nature;Montant\n"
                        + "cluster-bois-region-2025;2025;Dépensé;100 000,00\ncluster-bois-region-2025;2026;Dépensé;12 000,00\n"
                        + "personne;2026;Dépensé;1,00\n");
        Shell wizard = wizard("Tableau (CSV, XLSX)…", "Importer un tableau", years);
        bot.control(
                wizard,
                Combo.class,
                combo -> combo.indexOf("Mouvements bancaires") >= 0
                        && combo.getText().equals("Parts annuelles des subventions"));
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 1)).containsExactly("mise à jour", "nouvelle", "écartée");
        bot.screenshot("import-parts-annuelles");
        finish(wizard);
        bot.until("the parts", () -> !Desk.get().portfolio().equals(before));
        undo("importer « depenses.csv » (2 éléments)");
        bot.until("the import taken back", () -> Desk.get().portfolio().equals(before));
    }

    @Test
    void table_thatIsNone_saysWhatItIsAndNothingIsMapped() throws IOException {
        Path picture = Files.write(folder.resolve("photo.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 0});
        Shell wizard = wizard("Tableau (CSV, XLSX)…", "Importer un tableau", picture);
        untilSaid(wizard, "binaire");
        cancel(wizard);
        assertThat(portfolio().isEmpty()).isTrue();
    }

    @Test
    void table_withAColumnTakenTwice_isRefusedOnThePageOfTheColumns() throws IOException {
        openSample();
        Shell wizard = wizard("Tableau (CSV, XLSX)…", "Importer un tableau", table());
        own(wizard);
        Combo last = column(wizard, 5);
        String purpose = bot.ask(() -> column(wizard, 2).getText());
        bot.run(() -> {
            last.select(last.indexOf(purpose));
            last.notifyListeners(SWT.Selection, new Event());
        });
        bot.press(wizard, "Suivant >");
        untilSaid(wizard, "Objet");
        bot.screenshot("import-correspondance-refusee");
        cancel(wizard);
    }

    @Test
    void catalogue_ofAFile_bringsCallsWithTheirProgrammes() throws IOException {
        openExample();
        Portfolio before = portfolio();
        Shell wizard =
                wizard("Programmes et appels…", "Importer des programmes et des appels", data("catalogue/appels.csv"));
        Table rows = rows(wizard);
        bot.screenshot("import-catalogue");
        assertThat(bot.column(rows, 1)).isNotEmpty();
        finish(wizard);
        bot.until("the entries", () -> !Desk.get().portfolio().equals(before));
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).isEqualTo(before);
    }

    @Test
    void catalogue_withoutAFile_offersWhatTheLibraryKnowsAndTakesNothingByItself() {
        bot.menu("Fichier", "Importer", "Programmes et appels…");
        Shell wizard = bot.dialog("Importer des programmes et des appels");
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.ask(rows::getItemCount)).isGreaterThan(100);
        assertThat(checked(rows, 0)).isFalse();
        Text filter = bot.control(wizard, Text.class, text -> (text.getStyle() & SWT.SEARCH) != 0);
        bot.type(filter, "appel cluster");
        bot.until("fewer", () -> rows.getItemCount() < 100);
        bot.type(filter, "");
        check(rows, 0, true);
        bot.screenshot("import-catalogue-livre");
        finish(wizard);
        bot.until("an entry", () -> !Desk.get().portfolio().isEmpty());
    }

    @Test
    void catalogue_withoutItsColumns_namesThem() throws IOException {
        Path other = Files.writeString(folder.resolve("autre.csv"), "a;b\n1;2\n");
        Shell wizard = wizard("Programmes et appels…", "Importer des programmes et des appels", other);
        untilSaid(wizard, "colonne");
        cancel(wizard);
    }

    private void forgetReceiptsOf2025() {
        bot.run(() -> {
            List<Edit> edits = new ArrayList<>();
            for (Grant grant : Desk.get().portfolio().grantsOf(WOOD)) {
                edits.add(Edit.put(grant.toBuilder()
                        .receipts(grant.receipts().stream()
                                .filter(receipt -> receipt.date().getYear() != 2025)
                                .toList())
                        .build()));
            }
            Desk.get().session().apply("oublier 2025", Edit.batch("", edits));
        });
    }

    @Test
    void fec_tellsItsVerdictAndAddsWhatCameIn() throws IOException {
        openExample();
        forgetReceiptsOf2025();
        Portfolio before = portfolio();
        Shell wizard = wizard("Comptabilité (FEC)…", "Importer un FEC", data("999900335FEC20251231.txt"));
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 1)).contains("encaissement à ajouter", "rattachée", "à éclaircir");
        assertThat(bot.controls(wizard, org.eclipse.swt.widgets.Label.class).stream()
                        .map(label -> bot.ask(label::getText)))
                .anyMatch(text -> text.contains("conforme"));
        bot.select(rows, bot.column(rows, 1).indexOf("à éclaircir"));
        untilSaid(wizard, "Ligne 16");
        bot.screenshot("import-fec");
        finish(wizard);
        bot.until("the receipts", () -> receiptsOf2025() == 2);
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).isEqualTo(before);
    }

    private static long receiptsOf2025() {
        return Desk.get().portfolio().grantsOf(WOOD).stream()
                .flatMap(grant -> grant.receipts().stream())
                .filter(receipt -> receipt.date().getYear() == 2025)
                .count();
    }

    @Test
    void fec_thatIsNone_isRefusedAndAClosingDayThatIsNoneToo() throws IOException {
        Path other = Files.writeString(folder.resolve("grand-livre.txt"), "Journal du mois\n");
        Shell wizard = wizard("Comptabilité (FEC)…", "Importer un FEC", other);
        untilSaid(wizard, "en-tête");
        List<Text> fields = bot.controls(wizard, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.type(fields.get(1), "hier");
        bot.until("the remark", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text -> text.getText().contains("n’est pas une date")));
        cancel(wizard);
    }

    @Test
    void fec_withWordsAndDaysOfTheUser_matchesByThemAndRemembersThem() throws IOException {
        openExample();
        bot.menu("Fichier", "Importer", "Comptabilité (FEC)…");
        Shell wizard = bot.dialog("Importer un FEC");
        Text days = fields(wizard).get(3);
        Text words = fields(wizard).get(2);
        bot.type(fields(wizard).get(0), data("999900335FEC20251231.txt").toString());
        bot.type(days, "un mois");
        bot.until("the remark", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text -> text.getText().contains("« un mois » n’est pas un nombre de jours de 0 à 366")));
        bot.screenshot("import-fec-jours");
        bot.type(days, "0");
        Path own = Files.writeString(folder.resolve("mots.yaml"), "- {level: EPCI}\n");
        bot.type(words, own.toString());
        bot.press(wizard, "Suivant >");
        untilSaid(wizard, "mots.yaml · Le fichier de financeurs n’a pas la forme attendue");
        bot.screenshot("import-fec-mots");
        Files.writeString(own, "- {level: EPCI, words: [ASP FSE]}\n");
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        List<String> outcomes = bot.column(rows, 1);
        assertThat(outcomes).as("no receipt of another day is the same").contains("encaissement à ajouter");
        int line = bot.column(rows, 4).indexOf("VIR ASP FSE+ parcours emploi");
        assertThat(outcomes.get(line)).isEqualTo("à éclaircir");
        bot.select(rows, line);
        untilSaid(
                wizard,
                "cluster-bois-agglomeration-2023"); // an EPCI's by the user's words, else nobody's of the portfolio
        cancel(wizard);

        bot.menu("Fichier", "Importer", "Comptabilité (FEC)…");
        Shell next = bot.dialog("Importer un FEC");
        assertThat(bot.<String>ask(fields(next).get(2)::getText)).isEqualTo(own.toString());
        assertThat(bot.<String>ask(fields(next).get(3)::getText)).isEqualTo("0");
        bot.type(fields(next).get(2), "");
        bot.type(fields(next).get(3), "");
        bot.screenshot("import-fec-champs");
        bot.type(fields(next).get(0), data("999900335FEC20251231.txt").toString());
        bot.press(next, "Suivant >");
        assertThat(bot.column(rows(next), 1)).doesNotContain("encaissement à ajouter");
        cancel(next);
    }

    @Test
    void cancel_whileALargeFileIsRead_stopsTheReading() throws IOException {
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            block.append("Région;;15/03/2023;2023-")
                    .append(i)
                    .append(";Pôle Eau;;Programme;24 975,00;numéraire;unique;2023-04-01;;non;1;\n");
        }
        Path large = folder.resolve("enorme.csv");
        Files.writeString(
                large,
                "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention;dispositifAide\n");
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(large, java.nio.file.StandardOpenOption.APPEND)) {
            for (int i = 0; i < 300; i++) {
                out.write(bytes);
            }
        }
        Shell wizard = wizard("Subventions publiées (SCDL)…", "Importer des subventions publiées", large);
        bot.until("the reading", () -> isReading("enorme.csv"));
        bot.press(wizard, "Annuler");
        bot.until("the end of the reading", () -> !isReading("enorme.csv"));
        bot.until("the wizard still there", () -> !wizard.isDisposed());
        cancel(wizard);
        assertThat(portfolio().isEmpty()).isTrue();
    }

    private static boolean isReading(String file) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.isAlive()
                        && thread.isDaemon()
                        && thread.getName().contains(file));
    }

    @Test
    void help_inAWizard_opensItsPartOfTheGuideBesideIt() {
        bot.menu("Fichier", "Importer", "Comptabilité (FEC)…");
        Shell wizard = bot.dialog("Importer un FEC");
        bot.run(() -> wizard.notifyListeners(SWT.Help, new Event()));
        Shell help = bot.dialog("Page du guide");
        StyledText page =
                bot.control(help, StyledText.class, text -> text.getText().contains("conformité"));
        assertThat(bot.<String>ask(page::getText)).startsWith("Importer un FEC");
        bot.screenshot("import-aide");
        bot.press(help, "Fermer");
        bot.untilClosed(help);
        cancel(wizard);
    }

    @Test
    void drop_opensTheWizardOfTheKindThatTheFileIs() throws IOException {
        for (String[] each : new String[][] {
            {"999900335FEC20251231.txt", "Importer un FEC"},
            {"bank/materiaux-2026-11.ofx", "Importer des relevés bancaires"},
            {"exchange/operations-ue-2014-2020.csv", "Importer une liste d’opérations européennes"},
            {"exchange/chorus-2025.xlsx", "Importer des versements de l’État"},
            {"exchange/data-subvention.csv", "Importer des demandes de data.subvention"},
            {"exchange/cordis-organization.csv", "Importer des projets européens de recherche (CORDIS)"},
            {"exchange/aides-territoires.json", "Importer des programmes et des appels"},
            {"rives-arvenne-2021.csv", "Importer des subventions publiées"},
            {"catalogue/appels.csv", "Importer des programmes et des appels"}
        }) {
            drop(data(each[0]));
            cancel(bot.dialog(each[1]));
        }
        drop(Files.writeString(folder.resolve("360.json"), "{\"grants\":[{\"amountAwarded\":1}]}"));
        cancel(bot.dialog("Importer un fichier 360Giving"));
        drop(table());
        cancel(bot.dialog("Importer un tableau"));
        drop(data("bank/materiaux-2026-06.xml"), data("999900335FEC20251231.txt"), data("bank/materiaux-2026-11.ofx"));
        Shell bank = bot.dialog("Importer des relevés bancaires (1 sur 2)");
        assertThat(bot.<String>ask(() -> bot.controls(bank, Text.class).get(0).getText()))
                .contains("2026-06.xml; ")
                .endsWith("2026-11.ofx");
        cancel(bank);
        bot.press(bot.dialog("Passer au suivant ?"), "Passer au suivant");
        cancel(bot.dialog("Importer un FEC (2 sur 2)"));
        drop(Samples.write(folder.resolve(SAMPLE)));
        bot.until("the portfolio", () -> !Desk.get().portfolio().isEmpty());
    }
}
