package org.subsidia.rcp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;
import org.subsidia.store.file.SessionOptions;
import org.subsidia.store.jdbc.DatabaseAddress;
import org.subsidia.store.jdbc.DatabaseOptions;
import org.subsidia.store.jdbc.DatabaseSession;
import org.subsidia.store.jdbc.DatabaseStore;
import org.subsidia.store.jdbc.Outcome;

/** A portfolio in a database that somebody else edits too. */
class TeamSessionTest {
    private static final StructureId WOOD = new StructureId("wood");

    @TempDir
    Path folder;

    private final List<List<Finding>> refusals = new ArrayList<>();
    private final List<Outcome.Conflict> conflicts = new ArrayList<>();
    private boolean again;
    private boolean refused;
    private PortfolioSession mine;
    private DatabaseSession theirs;

    @BeforeEach
    void openTwice() {
        Portfolio portfolio = Portfolio.empty()
                .apply(Edit.put(Structure.builder(WOOD, "Wood").note("old").build()));
        DatabaseStore.at(address(), DatabaseOptions.by("Ada"), null)
                .create(portfolio)
                .get();
        mine = new PortfolioSession(new DefaultOperationHistory(), open("Ada"));
        theirs = open("Bea");
        mine.onRefusal(refusals::add);
        mine.ask(new TeamQuestions() {
            @Override
            public boolean makeAgain(Outcome.Conflict conflict, Portfolio seen) {
                conflicts.add(conflict);
                mine.fetch(); // as the watch does while the question stands
                refused = !mine.apply("other", Edit.remove(WOOD));
                return again;
            }

            @Override
            public boolean lookAgain(List<Finding> doubt) {
                return false;
            }

            @Override
            public void settled(String what, Outcome outcome) {
                throw new AssertionError(what);
            }

            @Override
            public <T> T waitFor(Supplier<T> answer) {
                return answer.get();
            }
        });
    }

    @AfterEach
    void close() {
        mine.close();
        theirs.close();
    }

    private DatabaseAddress address() {
        return DatabaseAddress.parse("jdbc:h2:" + folder.resolve("team") + "#p", name -> null)
                .get();
    }

    private DatabaseSession open(String author) {
        return DatabaseSession.open(address(), DatabaseOptions.by(author)).get();
    }

    private Structure wood() {
        return mine.portfolio().structure(WOOD).orElseThrow();
    }

    private Edit rename(String name) {
        return Edit.put(wood().toBuilder().name(name).build());
    }

    private Edit note(String note) {
        return Edit.put(theirs.portfolio().structure(WOOD).orElseThrow().toBuilder()
                .note(note)
                .build());
    }

    private Structure stored() {
        return DatabaseStore.at(address(), DatabaseOptions.by("Eve"), null)
                .open()
                .get()
                .structure(WOOD)
                .orElseThrow();
    }

    @Test
    void apply_isInTheDatabaseAtOnce_andUndoToo() {
        assertThat(mine.apply("rename", rename("Timber"))).isTrue();
        assertThat(mine.isDirty()).isFalse();
        assertThat(stored().name()).isEqualTo("Timber");
        mine.undo();
        assertThat(stored().name()).isEqualTo("Wood");
        mine.redo();
        assertThat(stored().name()).isEqualTo("Timber");
        theirs.refresh().get();
        assertThat(theirs.portfolio()).isEqualTo(mine.portfolio());
    }

    @Test
    void apply_onTopOfAnotherRecord_bringsItAlong() {
        theirs.apply(
                Edit.put(Structure.builder(new StructureId("water"), "Water").build()), "new");
        mine.apply("rename", rename("Timber"));
        assertThat(mine.portfolio().structures()).hasSize(2);
        assertThat(mine.others()).extracting(EditRecord::author).containsExactly("Bea");
        mine.undo();
        assertThat(mine.portfolio().structures()).hasSize(2);
        assertThat(wood().name()).isEqualTo("Wood");
    }

    @Test
    void apply_theSameRecord_madeAgain_keepsWhatTheOtherChanged() {
        theirs.apply(note("theirs"), "note");
        again = true;
        assertThat(mine.apply("rename", rename("Timber"))).isTrue();
        assertThat(conflicts).singleElement().satisfies(conflict -> assertThat(conflict.records())
                .hasSize(1));
        assertThat(refused).isTrue();
        assertThat(refusals).singleElement().satisfies(findings -> assertThat(findings)
                .extracting(Finding::code)
                .containsExactly("STORE-DB-BUSY"));
        assertThat(stored().name()).isEqualTo("Timber");
        assertThat(stored().note()).isEqualTo("theirs");
        mine.undo();
        assertThat(stored().name()).isEqualTo("Wood");
        assertThat(stored().note()).isEqualTo("theirs");
    }

    @Test
    void apply_theSameRecord_givenUp_keepsTheirsAndLeavesNoStep() {
        theirs.apply(note("theirs"), "note");
        assertThat(mine.apply("rename", rename("Timber"))).isFalse();
        assertThat(refusals).hasSize(1); // of the edit in between alone
        assertThat(mine.undoLabel()).isEmpty();
        assertThat(wood().name()).isEqualTo("Wood");
        assertThat(wood().note()).isEqualTo("theirs");
        assertThat(stored()).isEqualTo(wood());
    }

    @Test
    void undo_ofWhatAnotherChangedSince_isRefusedAndChangesNothing() {
        mine.apply("rename", rename("Timber"));
        theirs.refresh().get();
        theirs.apply(
                Edit.put(theirs.portfolio().structure(WOOD).orElseThrow().toBuilder()
                        .name("Forest")
                        .build()),
                "better");
        assertThat(mine.fetch().get()).extracting(EditRecord::reason).containsExactly("better");
        assertThat(wood().name()).isEqualTo("Forest");
        mine.undo();
        assertThat(refusals).singleElement().satisfies(findings -> assertThat(findings)
                .extracting(Finding::code)
                .containsExactly("STORE-MERGE-OVERTAKEN"));
        assertThat(stored().name()).isEqualTo("Forest");
        assertThat(mine.undoLabel()).contains("rename");
    }

    @Test
    void fetch_takesOverWhatOthersDid_once() {
        long version = mine.version();
        assertThat(mine.fetch().get()).isEmpty();
        assertThat(mine.version()).isEqualTo(version);
        theirs.apply(note("theirs"), "note");
        assertThat(mine.fetch().get()).hasSize(1);
        assertThat(mine.version()).isGreaterThan(version);
        assertThat(mine.fetch().get()).isEmpty();
        assertThat(wood().note()).isEqualTo("theirs");
    }

    @Test
    void saveAs_aFile_goesOnWithTheFile() {
        Path file = folder.resolve("copy.subsidia");
        assertThat(mine.saveAs(file, SessionOptions.by("Ada")).isRead()).isTrue();
        assertThat(mine.file()).contains(file);
        assertThat(mine.database()).isEmpty();
        mine.apply("rename", rename("Timber"));
        assertThat(mine.isDirty()).isTrue();
        assertThat(stored().name()).isEqualTo("Wood");
        assertThat(FileStore.at(file).open().get().structure(WOOD))
                .map(Structure::name)
                .contains("Wood");
    }
}
