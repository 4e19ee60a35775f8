package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.EditJson;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.FileStore;

class StoreCommandsTest {
    private static final String PUT_STRUCTURE =
            json(Edit.put(Structure.builder(new StructureId("s"), "Pôle Mer").build()));
    private static final String PUT_GRANT = json(Edit.put(Grant.builder(new GrantId("g"), new StructureId("s"))
            .purpose("Animation")
            .build()));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("p.subsidia");
        ToolRun made = ToolRun.french("new", file);
        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("Créé", "p.subsidia");
    }

    private static String json(Edit edit) {
        return new String(EditJson.write(edit), StandardCharsets.UTF_8);
    }

    private Path edits(String json) throws IOException {
        return Files.writeString(folder.resolve("edits.json"), json);
    }

    @Test
    void new_whereAFileIs_isRefused() {
        ToolRun again = ToolRun.english("new", file);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("STORE-FILE-EXISTS");
    }

    @Test
    void apply_makesTheEdits_andTheHistoryTellsWho() throws IOException {
        Path edits = edits("[" + PUT_STRUCTURE + "," + PUT_GRANT + "]");
        ToolRun dry = ToolRun.english("apply", file, edits, "--dry-run", "--format", "csv");
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("structure,s,new", "grant,g,new");
        assertThat(FileStore.at(file).open().get().isEmpty()).isTrue();

        ToolRun done = ToolRun.french("apply", file, edits, "--author", "Anne", "--reason", "convention signée");
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("nouveau");
        assertThat(FileStore.at(file).open().get().grants()).hasSize(1);

        Path second = edits(PUT_GRANT.replace("Animation", "Animation 2026"));
        assertThat(ToolRun.english("apply", file, second).out()).contains("changed", "purpose");
        Path third = edits("{\"remove\":{\"grant\":\"g\"}}");
        assertThat(ToolRun.english("apply", file, third).out()).contains("removed");
        assertThat(ToolRun.english("apply", file, third).out()).contains("was not there");

        ToolRun history = ToolRun.english("history", file, "--format", "csv");
        assertThat(history.code()).isZero();
        assertThat(history.out().lines()).hasSize(5);
        assertThat(history.out()).contains("Anne,2 records,,convention signée,saved");
        ToolRun ofGrant = ToolRun.english("history", file, "--record", "g", "--format", "csv");
        assertThat(ofGrant.out().lines()).hasSize(5);
        assertThat(ofGrant.out()).contains("put grant g,purpose,", "removed grant g,");
        assertThat(ToolRun.english("history", file, "--record", "s", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(2);
        assertThat(ToolRun.english("history", folder.resolve("none")).code()).isEqualTo(2);
    }

    @Test
    void apply_editThatBreaksAReference_isMadeAndEndsWith1() throws IOException {
        ToolRun run = ToolRun.english("apply", file, edits(PUT_GRANT));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("PORT-REF-MISSING");
        assertThat(ToolRun.english("verify", file).code()).isEqualTo(1);
    }

    @Test
    void apply_unreadableEdits_changesNothing() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(ToolRun.english("apply", file, edits("{\"put\":{}}")).code()).isEqualTo(2);
        assertThat(ToolRun.english("apply", file, folder.resolve("none")).err()).contains("CLI-CANNOT-READ");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void verify_saysWhatIsWhole() throws IOException {
        ToolRun.english("apply", file, edits(PUT_STRUCTURE));
        ToolRun whole = ToolRun.french("verify", file);
        assertThat(whole.code()).isZero();
        assertThat(whole.out()).contains("intact", "Modifications dans l’historique");
        assertThat(whole.err()).isEmpty();

        try (FileSession session = FileSession.open(file, "Bernard").get()) {
            session.apply(Edit.remove(new StructureId("s")), null).get();
            ToolRun open = ToolRun.english("verify", file);
            assertThat(open.code()).isZero();
            assertThat(open.out()).contains("Bernard on");
        }
        assertThat(ToolRun.english("verify", file, "--all-findings").err()).contains("STORE-JOURNAL-UNSAVED");

        Files.writeString(folder.resolve(".p.subsidia.d/good.subsidia"), "x");
        assertThat(ToolRun.english("verify", file).err()).contains("STORE-BACKUP-DAMAGED");
        Files.writeString(file, "x");
        ToolRun damaged = ToolRun.english("verify", file);
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.err()).contains("STORE-FILE-FOREIGN");
    }

    @Test
    void restore_listsAndBringsBack() throws IOException {
        ToolRun.english("apply", file, edits(PUT_STRUCTURE));
        ToolRun list = ToolRun.english("restore", file, "--format", "csv");
        assertThat(list.out()).contains("before a save", "last opened whole");
        assertThat(ToolRun.english("restore", file, "--list", "--format", "csv").out())
                .isEqualTo(list.out());
        assertThat(ToolRun.english("restore", file, "--backup", "9").code()).isEqualTo(2);
        ToolRun restored = ToolRun.french("restore", file, "--backup", "1", "--author", "Anne");
        assertThat(restored.code()).isZero();
        assertThat(restored.out()).contains("L’état 1 est restauré");
        assertThat(FileStore.at(file).open().get().isEmpty()).isTrue();
        assertThat(ToolRun.english("restore", file, "--backup", "1", "--unsaved")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void restore_decidesOnUnsavedEdits_whichOtherVerbsWaitFor() throws IOException {
        for (String decision : new String[] {"--discard-unsaved", "--unsaved"}) {
            try (FileSession crashed = FileSession.open(file, "Anne").get()) {
                crashed.apply(
                                Edit.put(Structure.builder(new StructureId("t"), "T")
                                        .build()),
                                null)
                        .get();
            }
            ToolRun waiting = ToolRun.english("apply", file, edits(PUT_STRUCTURE));
            assertThat(waiting.code()).isEqualTo(2);
            assertThat(waiting.err()).contains("STORE-JOURNAL-PENDING", decision);
            assertThat(ToolRun.english("restore", file, decision).out()).startsWith("One edit is ");
            assertThat(FileStore.at(file).open().get().contains(new StructureId("t")))
                    .isEqualTo(decision.equals("--unsaved"));
        }
    }

    @Test
    void upgrade_ofTheNewestFormat_doesNothing() throws IOException {
        byte[] before = Files.readAllBytes(file);
        ToolRun run = ToolRun.french("upgrade", file);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Rien à faire");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void verbsThatWrite_whileSomebodyElseDoes_areRefused() throws IOException {
        Path edits = edits(PUT_STRUCTURE);
        try (FileSession other = FileSession.open(file, "Bernard").get()) {
            ToolRun run = ToolRun.english("apply", file, edits);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("Bernard");
            assertThat(other.isReadOnly()).isFalse();
        }
    }
}
