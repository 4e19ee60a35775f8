package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.session.Desk;

class ImportTest extends UiTest {
    private static final String TITLE = "Importer des subventions publiées";
    private static final String PUBLISHED = """
            nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention;dispositifAide
            Région Rives-d'Arvenne;;15/03/2023;2023-117;Bois & Habitat d'Arvenne;;Programme d'actions 2023;24 975,00 €;numéraire;unique;2023-04-01_2023-12-31;;non;100 %;
            Région Rives-d'Arvenne;;16/03/2023;2023-118;Pôle Eau des Rives;;Animation de la filière;12500.50;aide en numéraire;unique;2023-04-01;;non;1;
            Région Rives-d'Arvenne;;17/03/2023;2023-119;Cluster Image numérique;;Salon;à préciser;aide en numéraire;unique;2023-04-01;;non;1;
            """;

    private Path published() throws IOException {
        return Files.writeString(
                folder.resolve("publié-2023.csv"), PUBLISHED.replace(" €", " EUR"), Charset.forName("windows-1252"));
    }

    private Shell wizard(Path file) {
        bot.menu("Fichier", "Importer", "Subventions publiées (SCDL)…");
        Shell wizard = bot.dialog(TITLE);
        bot.type(bot.control(wizard, Text.class, text -> text.isEnabled() && text.getEditable()), file.toString());
        bot.press(wizard, "Suivant >");
        return wizard;
    }

    private Table rows(Shell wizard) {
        return bot.control(
                wizard, Table.class, table -> (table.getStyle() & SWT.CHECK) != 0 && table.getItemCount() > 0);
    }

    @Test
    void import_aPublishedFile_isOneStepThatCanBeUndoneAndRedone() throws IOException {
        Shell wizard = wizard(published());
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 1)).containsExactly("nouvelle", "nouvelle", "écartée");
        bot.select(rows, 2);
        bot.screenshot("import");
        bot.press(wizard, "Terminer");
        bot.untilClosed(wizard);
        bot.until("the grants", () -> Desk.get().portfolio().grants().size() == 2);
        assertThat(bot.title()).isEqualTo("*Sans titre – Subsidia");

        bot.menu("Édition", "Annuler : importer « publié-2023.csv » (2 subventions)");
        bot.until("the import taken back", () -> Desk.get().portfolio().isEmpty());
        assertThat(bot.title()).isEqualTo("Sans titre – Subsidia");
        bot.menu("Édition", "Rétablir : importer « publié-2023.csv » (2 subventions)");
        bot.until("the import made again", () -> Desk.get().portfolio().grants().size() == 2);
        assertThat(gridColumn("STRUCTURE")).hasSize(2);
    }

    @Test
    void import_ofTheSameFileAgain_changesNothingAndSaysSo() throws IOException {
        Path file = published();
        Shell first = wizard(file);
        rows(first);
        bot.press(first, "Terminer");
        bot.untilClosed(first);
        bot.until("the grants", () -> Desk.get().portfolio().grants().size() == 2);
        Shell second = wizard(file);
        assertThat(bot.column(rows(second), 1)).containsExactly("déjà présente", "déjà présente", "écartée");
        assertThat(bot.ask(() -> button(second, "Terminer").isEnabled())).isFalse();
        bot.press(second, "Annuler");
        bot.untilClosed(second);
    }

    @Test
    void import_ofSomeRows_leavesTheOthers() throws IOException {
        Shell wizard = wizard(published());
        Table rows = rows(wizard);
        bot.run(() -> {
            Event event = new Event();
            event.item = rows.getItem(0);
            event.detail = SWT.CHECK;
            rows.getItem(0).setChecked(false);
            rows.notifyListeners(SWT.Selection, event);
        });
        bot.press(wizard, "Terminer");
        bot.untilClosed(wizard);
        bot.until("one grant", () -> Desk.get().portfolio().grants().size() == 1);
        assertThat(portfolio().structures()).extracting(Structure::name).containsExactly("Pôle Eau des Rives");
    }

    @Test
    void import_ofAnOldExcelLikeFile_showsWhatWasRepaired() {
        Path file = Path.of(System.getProperty("subsidia.root"), "examples", "data", "rives-arvenne-2019.csv");
        Shell wizard = wizard(file);
        Table rows = rows(wizard);
        bot.select(rows, 0);
        bot.screenshot("import-2019");
        assertThat(bot.column(rows, 1)).contains("nouvelle");
        bot.press(wizard, "Terminer");
        bot.untilClosed(wizard);
        bot.until("the grants", () -> !Desk.get().portfolio().grants().isEmpty());
    }

    @Test
    void import_ofSomethingElse_saysWhatItIsAndStaysOpen() throws IOException {
        Path page = Files.writeString(
                folder.resolve("erreur.csv"),
                "<!DOCTYPE html><html><head><title>404</title></head><body>…</body></html>");
        Shell wizard = wizard(page);
        bot.until("the sentence", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text -> text.getText().contains("HTML")));
        bot.screenshot("import-refuse");
        assertThat(portfolio().isEmpty()).isTrue();
        bot.press(wizard, "Annuler");
        bot.untilClosed(wizard);
    }

    private Button button(Shell wizard, String label) {
        return bot.controls(wizard, Button.class).stream()
                .filter(button -> button.getText().replace("&", "").equals(label))
                .findFirst()
                .orElseThrow();
    }
}
