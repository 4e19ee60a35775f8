package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;

/** What another process left behind when it was killed, or still holds. */
class RecoveryTest extends UiTest {
    private static final String HOLDER = """
            import java.nio.file.*;
            import org.subsidia.portfolio.*;
            import org.subsidia.store.file.*;
            public class Holder {
                public static void main(String[] a) throws Exception {
                    Path file = Path.of(a[0]);
                    FileSession session = Files.exists(file)
                            ? FileSession.open(file, "Ada").get()
                            : FileSession.create(file, Portfolio.empty(), SessionOptions.by("Ada")).get();
                    for (String name : new String[] {"Forêt", "Bois neuf"}) {
                        Structure wood = session.portfolio().structure(new StructureId("bois"))
                                .orElse(Structure.builder(new StructureId("bois"), "Bois").build());
                        session.apply(Edit.put(wood.toBuilder().name(name).build()), "renommer en « " + name + " »").get();
                    }
                    System.out.println("ready");
                    System.in.read();
                }
            }
            """;

    /** Another process that has the sample open and has renamed the wood twice. */
    private Process holder(Path file) throws Exception {
        Path source = Files.writeString(folder.resolve("Holder.java"), HOLDER);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        Samples.libraries(),
                        source.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        int letter = process.getInputStream().read();
        while (letter >= 0 && letter != '\n') {
            said.append((char) letter);
            letter = process.getInputStream().read();
        }
        assertThat(said.toString()).isEqualTo("ready");
        return process;
    }

    @Test
    void open_afterAKill_offersWhatWasNeverSaved() throws Exception {
        Path file = Samples.write(folder.resolve(SAMPLE));
        Process process = holder(file);
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
        chosen = file;
        bot.menu("Fichier", "Ouvrir…");
        Shell dialog = bot.dialog("Modifications non enregistrées retrouvées");
        Table edits = bot.control(dialog, Table.class, table -> true);
        assertThat(bot.column(edits, 2)).containsExactly("renommer en « Forêt »", "renommer en « Bois neuf »");
        bot.screenshot("recuperation");
        assertThat(bot.ask(() -> ScreenReader.nameless(dialog, "recovery"))).isEmpty();
        bot.press(dialog, "Récupérer");
        bot.untilClosed(dialog);
        bot.until("what was recovered", () -> Desk.get().session().isDirty());
        assertThat(portfolio().structure(Samples.BOIS)).map(Structure::name).contains("Bois neuf");
        bot.menu("Édition", "Annuler : renommer en « Bois neuf »");
        bot.until("one step back", () -> Desk.get()
                .portfolio()
                .structure(Samples.BOIS)
                .orElseThrow()
                .name()
                .equals("Forêt"));
        bot.menu("Fichier", "Enregistrer");
        bot.until("saved", () -> !Desk.get().session().isDirty());
    }

    @Test
    void begin_afterAKillBeforeTheFirstSave_offersWhatWasTyped() throws Exception {
        Path drafts = Platform.getStateLocation(FrameworkUtil.getBundle(Documents.class))
                .toPath()
                .resolve("drafts");
        Files.createDirectories(drafts);
        Path draft = drafts.resolve("brouillon.subsidia");
        Process process = holder(draft);
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
        bot.begin(() -> Documents.begin(bot.window().getShell()));
        Shell dialog = bot.dialog("Modifications non enregistrées retrouvées");
        bot.screenshot("brouillon");
        bot.press(dialog, "Récupérer");
        bot.untilClosed(dialog);
        bot.until("what was recovered", () -> Desk.get().session().isDirty());
        assertThat(portfolio().structure(Samples.BOIS)).map(Structure::name).contains("Bois neuf");
        assertThat(bot.title()).isEqualTo("*Sans titre – Subsidia");
        chosen = folder.resolve("retrouvé.subsidia");
        bot.menu("Fichier", "Enregistrer");
        bot.until("saved", () -> !Desk.get().session().isDirty());
        assertThat(chosen).exists();
        assertThat(draft).doesNotExist();
    }

    @Test
    void open_whileAnotherProcessEdits_readsAndSavesElsewhere() throws Exception {
        Path file = Samples.write(folder.resolve(SAMPLE));
        Process process = holder(file);
        try {
            chosen = file;
            bot.menu("Fichier", "Ouvrir…");
            Shell question = bot.dialog("Le portefeuille est ouvert ailleurs");
            bot.screenshot("verrou");
            assertThat(bot.ask(() -> ScreenReader.nameless(question, "lock"))).isEmpty();
            bot.press(question, "Ouvrir en lecture seule");
            bot.untilClosed(question);
            bot.until("the sample", () -> !Desk.get().portfolio().isEmpty());
            assertThat(bot.title()).isEqualTo("filières.subsidia [lecture seule] – Subsidia");
            bot.begin(
                    () -> Desk.get().session().apply("x", Desk.get().portfolio().removal("x", Samples.BOIS)));
            Shell refusal = bot.dialog("La modification n’a pas été faite");
            bot.press(refusal, "OK");
            bot.untilClosed(refusal);
            assertThat(portfolio()).isEqualTo(Samples.portfolio());
            chosen = folder.resolve("copie.subsidia");
            bot.menu("Fichier", "Enregistrer");
            bot.until("a copy that can be edited", () -> !Desk.get().session().isReadOnly());
        } finally {
            process.destroyForcibly();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void formerStates_bringBackWhatWasSavedOver() throws Exception {
        openSample();
        bot.run(() -> Desk.get().session().apply("x", Desk.get().portfolio().removal("x", Samples.BOIS)));
        bot.menu("Fichier", "Enregistrer");
        bot.until("saved", () -> !Desk.get().session().isDirty());
        bot.menu("Fichier", "États précédents…");
        Shell dialog = bot.dialog("États précédents du portefeuille");
        Table states = bot.control(dialog, Table.class, table -> true);
        assertThat(bot.column(states, 2)).isNotEmpty();
        bot.screenshot("etats");
        bot.press(dialog, "Rétablir");
        bot.untilClosed(dialog);
        bot.until("the former state", () -> Desk.get().portfolio().equals(Samples.portfolio()));
        assertThat(List.of(bot.title())).containsExactly("filières.subsidia – Subsidia");
    }
}
