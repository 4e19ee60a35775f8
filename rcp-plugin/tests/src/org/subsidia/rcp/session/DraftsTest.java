package org.subsidia.rcp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.FileStore;
import org.subsidia.store.file.SessionOptions;

/** What is typed before the first save. */
class DraftsTest {
    private static final SessionOptions OPTIONS = SessionOptions.by("Ada");
    private static final Edit WOOD =
            Edit.put(Structure.builder(new StructureId("wood"), "Wood").build());

    @TempDir
    Path folder;

    private Drafts drafts() {
        return new Drafts(folder.resolve("drafts"));
    }

    private PortfolioSession untitled() {
        return PortfolioSession.untitled(new DefaultOperationHistory(), () -> drafts().begin(OPTIONS));
    }

    private List<String> files() throws IOException {
        Path drafts = folder.resolve("drafts");
        if (!Files.exists(drafts)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(drafts)) {
            return all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    /** As a crash would: nothing is closed, the lock is gone. */
    private static void crash(FileSession draft) {
        draft.close();
    }

    @Test
    void draft_beginsWithTheFirstEdit_andHasNoName() throws IOException {
        PortfolioSession session = untitled();
        assertThat(files()).isEmpty();
        session.apply("wood", WOOD);
        assertThat(files()).isNotEmpty();
        assertThat(session.file()).isEmpty();
        assertThat(session.isDirty()).isTrue();
        session.undo();
        assertThat(session.isDirty()).isFalse();
        session.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void saveAs_takesTheDraftAway_andItsEditsAlong() throws IOException {
        PortfolioSession session = untitled();
        session.apply("wood", WOOD);
        Path file = folder.resolve("wood.subsidia");
        assertThat(session.saveAs(file, OPTIONS).isRead()).isTrue();
        assertThat(files()).isEmpty();
        assertThat(session.file()).contains(file);
        assertThat(session.isDirty()).isFalse();
        assertThat(FileStore.at(file).open().get().structures()).hasSize(1);
        session.close();
    }

    @Test
    void close_abandoned_deletesIt_elseItIsOfferedAgain() throws IOException {
        PortfolioSession unwanted = untitled();
        unwanted.apply("wood", WOOD);
        unwanted.abandon();
        unwanted.close();
        assertThat(files()).isEmpty();

        PortfolioSession lost = untitled();
        lost.apply("wood", WOOD);
        lost.close(); // as when the system ends the session: nobody was asked
        List<FileSession> left = drafts().left(OPTIONS);
        assertThat(left).hasSize(1);
        assertThat(left.get(0).recoverable()).extracting(EditRecord::reason).containsExactly("wood");
        PortfolioSession found = PortfolioSession.ofDraft(new DefaultOperationHistory(), left.get(0));
        found.recover();
        assertThat(found.portfolio().structures()).hasSize(1);
        assertThat(found.undoLabel()).contains("wood");
        assertThat(found.isDirty()).isTrue();
        found.abandon();
        found.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void left_withoutEdits_isDeleted_openElsewhere_isLeftAlone() throws IOException {
        crash(drafts().begin(OPTIONS).orElseThrow());
        FileSession held = drafts().begin(OPTIONS).orElseThrow();
        held.apply(WOOD, "wood").get();
        assertThat(drafts().left(OPTIONS)).isEmpty();
        assertThat(files()).isNotEmpty();
        crash(held);
        List<FileSession> left = drafts().left(OPTIONS);
        assertThat(left).hasSize(1);
        left.forEach(FileSession::close);
    }

    @Test
    void begin_whereNothingCanBeWritten_goesOnWithoutADraft() throws IOException {
        Files.writeString(folder.resolve("drafts"), "a file in the place of the folder");
        PortfolioSession session = untitled();
        session.apply("wood", WOOD);
        assertThat(session.portfolio()).isNotEqualTo(Portfolio.empty());
        session.close();
    }
}
