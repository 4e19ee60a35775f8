package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.analysis.forecast.ForecastView;
import org.subsidia.rcp.export.ExportHandler;
import org.subsidia.rcp.export.Viewer;
import org.subsidia.rcp.session.Desk;

/** Exporting and printing in the real window; the test looks into the PDF. */
class ExportTest extends UiTest {
    private final List<Path> printed = new ArrayList<>();

    @AfterEach
    void printAsBefore() {
        ExportHandler.showBy(Viewer.SYSTEM);
    }

    private static void choose(Combo combo, String item) {
        combo.select(List.of(combo.getItems()).indexOf(item));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    /** The words of a PDF, by the library that wrote it, which only the core sees. */
    private static String words(Path file) throws ReflectiveOperationException, IOException {
        Bundle core = Platform.getBundle("org.subsidia.core");
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, 0, 7, StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.");
        Object document = core.loadClass("org.apache.pdfbox.Loader")
                .getMethod("loadPDF", byte[].class)
                .invoke(null, (Object) bytes);
        Class<?> stripper = core.loadClass("org.apache.pdfbox.text.PDFTextStripper");
        Object text = stripper.getConstructor().newInstance();
        return (String) stripper.getMethod("getText", document.getClass()).invoke(text, document);
    }

    /** Chooses a document, fills what it asks for, and writes it as PDF. */
    private String exported(String what, String structure, String funder) throws Exception {
        Path file = folder.resolve("document.pdf");
        Files.deleteIfExists(file);
        bot.menu("Fichier", "Exporter…");
        Shell dialog = bot.dialog("Exporter");
        bot.run(() -> choose(bot.controls(dialog, Combo.class).get(0), what));
        bot.run(() -> {
            for (Combo combo : bot.controls(dialog, Combo.class)) {
                for (String item : new String[] {structure, funder, "Document à envoyer et imprimer (PDF)"}) {
                    if (List.of(combo.getItems()).contains(item)) {
                        choose(combo, item);
                    }
                }
            }
        });
        List<Text> texts = bot.controls(dialog, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.type(texts.get(texts.size() - 1), file.toString());
        bot.screenshot("exporter-" + what.substring(0, 4).strip());
        bot.press(dialog, "Terminer");
        bot.untilClosed(dialog);
        return words(file);
    }

    @Test
    void export_theFourDocuments_asPdf() throws Exception {
        openExample();
        String structure = portfolio()
                .structure(new StructureId("pole-materiaux"))
                .orElseThrow()
                .name();
        assertThat(exported("Dossier de financement d’une structure", structure, ""))
                .contains(structure);
        assertThat(exported("Note de l’annexe aux comptes : financements publics", structure, ""))
                .contains("2025");
        String funder = bot.ask(() -> Desk.get().portfolio().funders().get(0).name());
        assertThat(exported("Vue d’un financeur", "", funder)).contains(funder);
        assertThat(exported("Liste des risques", "", "")).isNotBlank();
    }

    @Test
    void export_whatIsMissing_isAskedFor() throws Exception {
        openExample();
        bot.menu("Fichier", "Exporter…");
        Shell dialog = bot.dialog("Exporter");
        bot.run(() -> choose(bot.controls(dialog, Combo.class).get(0), "Vue d’un financeur"));
        bot.until("what is missing", () -> bot.controls(dialog, Text.class).stream()
                .anyMatch(text -> text.getText().contains("Choisissez un financeur.")));
        bot.press(dialog, "Annuler");
        bot.untilClosed(dialog);
    }

    @Test
    void print_theReportOfAView_opensItAsPdf() throws Exception {
        openExample();
        ExportHandler.showBy(file -> printed.add(file));
        ForecastView view = bot.show(ForecastView.class, ForecastView.ID);
        bot.until("the forecast", () -> !view.isBusy() && view.report().isPresent());
        String title = bot.ask(() -> view.report().orElseThrow().title().in(Texts.locale()));
        bot.menu("Fichier", "Imprimer…");
        Shell dialog = bot.dialog("Imprimer");
        bot.screenshot("imprimer");
        bot.press(dialog, "Ouvrir");
        bot.untilClosed(dialog);
        assertThat(printed).hasSize(1);
        assertThat(words(printed.get(0))).contains(title.split(" ")[0]);
    }

    @Test
    void print_whereNoProgramShowsIt_saysWhereItIs() throws Exception {
        openExample();
        ExportHandler.showBy(file -> false);
        bot.menu("Fichier", "Imprimer…");
        Shell dialog = bot.dialog("Imprimer");
        bot.press(dialog, "Ouvrir");
        bot.until(
                "a sentence",
                () -> List.of(bot.display().getShells()).stream()
                                .filter(shell ->
                                        shell.isVisible() && shell.getText().equals("Imprimer"))
                                .count()
                        == 2);
    }
}
