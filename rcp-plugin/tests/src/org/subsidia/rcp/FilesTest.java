package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.store.file.FileStore;

class FilesTest extends UiTest {
    private void rename(String name) {
        bot.select(tree(), "Structures", "Bois");
        bot.menu("Édition", "Renommer…");
        Shell dialog = bot.dialog("Renommer");
        bot.type(bot.control(dialog, Text.class, Text::getEditable), name);
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
    }

    private String firstName(Path file) {
        return FileStore.at(file)
                .open()
                .get()
                .structure(Samples.BOIS)
                .map(Structure::name)
                .orElseThrow();
    }

    @Test
    void save_afterAnEdit_writesItAndTheFileOpensAgain() {
        Path file = openSample();
        rename("Forêt & Bois");
        bot.until(
                "the mark of a change",
                () -> bot.window().getShell().getText().equals("*filières.subsidia – Subsidia"));
        bot.menu("Fichier", "Enregistrer");
        bot.until("the mark gone", () -> bot.window().getShell().getText().equals("filières.subsidia – Subsidia"));
        assertThat(firstName(file)).isEqualTo("Forêt & Bois");

        bot.menu("Fichier", "Nouveau");
        bot.until("an empty portfolio", () -> Desk.get().portfolio().isEmpty());
        bot.menu("Fichier", "Ouvrir…");
        bot.until("the saved portfolio", () -> !Desk.get().portfolio().isEmpty());
        assertThat(portfolio().structure(Samples.BOIS)).map(Structure::name).contains("Forêt & Bois");
    }

    @Test
    void saveAs_aNameWithoutEnding_addsItAndRemembersTheFile() {
        openSample();
        rename("Autre");
        chosen = folder.resolve("copie");
        bot.menu("Fichier", "Enregistrer sous…");
        Path copy = folder.resolve("copie.subsidia");
        bot.until("the copy", () -> Files.exists(copy) && !Desk.get().session().isDirty());
        assertThat(firstName(copy)).isEqualTo("Autre");
        assertThat(firstName(folder.resolve(SAMPLE))).isEqualTo("Bois & Habitat d’Arvenne");
        assertThat(Documents.recent().files()).startsWith(copy, folder.resolve(SAMPLE));
        bot.menu("Fichier", "Fichiers récents", "2  " + SAMPLE + "  –  " + folder);
        bot.until("the sample", () -> Documents.name().equals(SAMPLE));
    }

    @Test
    void new_overUnsavedChanges_asksAndCanBeCancelled() {
        openSample();
        rename("Autre");
        bot.menu("Fichier", "Nouveau");
        Shell question = bot.dialog("Modifications non enregistrées");
        bot.screenshot("question");
        bot.press(question, "Annuler");
        bot.untilClosed(question);
        assertThat(portfolio().isEmpty()).isFalse();
        bot.menu("Fichier", "Nouveau");
        Shell again = bot.dialog("Modifications non enregistrées");
        bot.press(again, "Ne pas enregistrer");
        bot.until("an empty portfolio", () -> Desk.get().portfolio().isEmpty());
        assertThat(firstName(folder.resolve(SAMPLE))).isEqualTo("Bois & Habitat d’Arvenne");
    }

    @Test
    void open_aDamagedFile_saysSoAndKeepsWhatIsOpen() throws IOException {
        openSample();
        chosen = Files.writeString(folder.resolve("abîmé.subsidia"), "<html>Service indisponible</html>");
        bot.menu("Fichier", "Ouvrir…");
        Shell problem = bot.dialog("Ouverture du portefeuille impossible");
        bot.screenshot("damaged");
        bot.press(problem, "OK");
        bot.untilClosed(problem);
        assertThat(portfolio().isEmpty()).isFalse();
        assertThat(bot.title()).startsWith(SAMPLE);
    }
}
