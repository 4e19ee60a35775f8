package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.session.Desk;

/** What no import can use, given to every wizard as a user would: a sentence on the page, never a failure. */
class HostileImportsTest extends ImportUiTest {
    private static final String TABLE = "Tableau (CSV, XLSX)…";
    private static final String BANK = "Relevés bancaires…";
    private static final String OPERATIONS = "Opérations européennes…";

    private static Map<String, String> wizards() {
        Map<String, String> wizards = new LinkedHashMap<>();
        wizards.put("Subventions publiées (SCDL)…", "Importer des subventions publiées");
        wizards.put(TABLE, "Importer un tableau");
        wizards.put("Programmes et appels…", "Importer des programmes et des appels");
        wizards.put("Comptabilité (FEC)…", "Importer un FEC");
        wizards.put(BANK, "Importer des relevés bancaires");
        wizards.put(OPERATIONS, "Importer une liste d’opérations européennes");
        wizards.put("Versements de l’État (Chorus, FONJEP)…", "Importer des versements de l’État");
        wizards.put("Demandes (data.subvention)…", "Importer des demandes de data.subvention");
        wizards.put("Projets de recherche (CORDIS)…", "Importer des projets européens de recherche (CORDIS)");
        wizards.put("Fichier 360Giving…", "Importer un fichier 360Giving");
        return wizards;
    }

    private Path empty() throws IOException {
        return Files.createFile(folder.resolve("vide.csv"));
    }

    private Path picture() throws IOException {
        return Files.write(
                folder.resolve("photo.png"),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, '\r', 'I', 'H', 'D', 'R'});
    }

    private String refusal(Shell wizard, Path file) {
        bot.type(fields(wizard).get(0), file.toString());
        Text problem = bot.control(wizard, Text.class, text -> !text.getEditable() && isProblem(text));
        bot.press(wizard, "Suivant >");
        bot.until("a sentence about " + file, () -> !problem.getText().isBlank());
        return bot.ask(problem::getText);
    }

    /** The text below the controls, which is not the one in the title. */
    private static boolean isProblem(Text text) {
        return (text.getStyle() & SWT.V_SCROLL) != 0;
    }

    @Test
    void everyWizard_givenWhatIsNoFileOfItsKind_saysWhatItIsAndWhatToDo() throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(empty(), "est vide");
        files.put(picture(), "");
        files.put(folder, "est un dossier");
        files.put(folder.resolve("absent.csv"), "n’existe pas");
        Path workbook = data("exchange/fonjep-2025.xlsx");
        List<String> takeWorkbooks = List.of(TABLE, "Versements de l’État (Chorus, FONJEP)…");
        wizards().forEach((item, title) -> {
            bot.menu("Fichier", "Importer", item);
            Shell wizard = bot.dialog(title);
            files.forEach((file, words) -> assertThat(refusal(wizard, file))
                    .as(item)
                    .contains(words)
                    .contains("\n")
                    .doesNotContain("Exception", "null"));
            if (!takeWorkbooks.contains(item)) {
                assertThat(refusal(wizard, workbook))
                        .as(item)
                        .contains("« Importer des versements de l’État »")
                        .doesNotContain("Exception", "null");
            }
            bot.screenshot("import-hostile-" + title.replaceAll("[^\\p{L}]+", "-"));
            cancel(wizard);
        });
        assertThat(portfolio().isEmpty()).isTrue();
    }

    @Test
    void drop_ofWhatNobodyCanImport_saysWhatItIs() throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(empty(), "est vide");
        files.put(picture(), "binaire");
        files.put(folder, "est un dossier");
        files.put(folder.resolve("parti.csv"), "n’existe pas");
        files.put(folder.getRoot(), "est un dossier");
        files.put(Path.of("/dev/zero"), "n’est pas un fichier ordinaire");
        files.forEach((file, words) -> {
            drop(file);
            Shell wizard = bot.dialog("Importer un tableau");
            bot.press(wizard, "Suivant >");
            untilSaid(wizard, words);
            cancel(wizard);
        });
    }

    @Test
    void file_deletedBetweenPreviewAndFinish_isNamedAndNothingIsChanged() throws IOException {
        openExample();
        Portfolio before = portfolio();
        Path file = Files.copy(data("exchange/operations-ue-2021-2027.xlsx"), folder.resolve("operations.xlsx"));
        Shell wizard = wizard(OPERATIONS, "Importer une liste d’opérations européennes", file);
        Table rows = rows(wizard);
        check(rows, bot.column(rows, 1).indexOf("à confirmer"), true);
        Files.delete(file);
        bot.press(wizard, "Terminer");
        untilSaid(wizard, "n’existe pas");
        bot.screenshot("import-fichier-parti");
        assertThat(portfolio()).isEqualTo(before);
        check(rows, bot.column(rows, 1).indexOf("à confirmer"), false);
        finish(wizard);
        bot.until(
                "the rows that need no other look at the file",
                () -> !Desk.get().portfolio().equals(before));
    }

    @Test
    void scdl_of200000Rows_isShownFilteredAndTaken() throws IOException {
        Path large = folder.resolve("grand.csv");
        try (BufferedWriter out = Files.newBufferedWriter(large)) {
            out.write(
                    "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;"
                            + "montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;"
                            + "pourcentageSubvention;dispositifAide\n");
            for (int i = 0; i < 200_000; i++) {
                out.write("Région;;15/03/2023;2023-" + i + ";Pôle " + i % 500 + ";;Programme n° " + i
                        + ";24 975,00;aide en numéraire;unique;2023-04-01;;non;1;\n");
            }
        }
        Shell wizard = wizard("Subventions publiées (SCDL)…", "Importer des subventions publiées", large);
        Table rows = rows(wizard);
        bot.until("all rows", () -> rows.getItemCount() == 200_000);
        bot.press(wizard, "Tout décocher");
        Text words = bot.control(wizard, Text.class, text -> (text.getStyle() & SWT.SEARCH) != 0);
        bot.type(words, "Programme n° 199999");
        bot.until("two rows", () -> rows.getItemCount() == 2);
        bot.press(wizard, "Tout cocher");
        bot.screenshot("import-200000");
        finish(wizard);
        bot.until("two grants", () -> Desk.get().portfolio().grants().size() == 2);
    }
}
