package org.subsidia.rcp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.FileStore;
import org.subsidia.store.file.Restore;
import org.subsidia.store.file.SessionOptions;

class PortfolioSessionTest {
    private static final Structure WOOD =
            Structure.builder(new StructureId("wood"), "Wood").build();
    private static final Structure WATER =
            Structure.builder(new StructureId("water"), "Water").build();

    private static final SessionOptions OPTIONS = SessionOptions.by("Ada");

    @TempDir
    Path folder;

    private final PortfolioSession session = new PortfolioSession(new DefaultOperationHistory(), Portfolio.empty());

    private Path file() {
        return folder.resolve("wood.subsidia");
    }

    /** A session on a file that holds the wood. */
    private PortfolioSession stored() {
        PortfolioSession fresh = new PortfolioSession(new DefaultOperationHistory(), Portfolio.of(List.of(WOOD)));
        fresh.saveAs(file(), OPTIONS).get();
        return fresh;
    }

    private PortfolioSession opened() {
        return new PortfolioSession(
                new DefaultOperationHistory(), FileSession.open(file(), OPTIONS).get());
    }

    @Test
    void apply_anEdit_changesTheValueTheVersionAndTheDirtyState() {
        session.apply("add wood", Edit.put(WOOD));
        assertThat(session.portfolio().structures()).containsExactly(WOOD);
        assertThat(session.version()).isEqualTo(1);
        assertThat(session.isDirty()).isTrue();
        assertThat(session.undoLabel()).contains("add wood");
        assertThat(session.redoLabel()).isEmpty();
    }

    @Test
    void apply_anEditThatChangesNothing_leavesNoStep() {
        session.apply("nothing", Edit.remove(WOOD.id()));
        assertThat(session.undoLabel()).isEmpty();
        assertThat(session.version()).isZero();
    }

    @Test
    void undo_ofABatch_takesAllOfItBackInOneStep() {
        session.apply("both", Edit.batch("both", List.of(Edit.put(WOOD), Edit.put(WATER))));
        session.undo();
        assertThat(session.portfolio()).isEqualTo(Portfolio.empty());
        assertThat(session.isDirty()).isFalse();
        assertThat(session.redoLabel()).contains("both");
        session.redo();
        assertThat(session.portfolio().structures()).containsExactlyInAnyOrder(WOOD, WATER);
    }

    @Test
    void undo_ofAReplacement_bringsTheFormerRecordBack() {
        session.apply("add", Edit.put(WOOD));
        session.apply("rename", Edit.put(WOOD.toBuilder().name("Timber").build()));
        session.undo();
        assertThat(session.portfolio().structures()).containsExactly(WOOD);
        assertThat(session.undoLabel()).contains("add");
    }

    @Test
    void undoAndRedo_whereThereIsNothing_doNothing() {
        session.undo();
        session.redo();
        assertThat(session.portfolio()).isEqualTo(Portfolio.empty());
    }

    @Test
    void apply_afterUndo_forgetsWhatCouldBeRedone() {
        session.apply("wood", Edit.put(WOOD));
        session.undo();
        session.apply("water", Edit.put(WATER));
        assertThat(session.redoLabel()).isEmpty();
    }

    @Test
    void save_isCleanUntilTheNextChangeAndAgainAfterItsUndo() {
        session.apply("wood", Edit.put(WOOD));
        assertThat(session.saveAs(file(), OPTIONS).isRead()).isTrue();
        assertThat(session.isDirty()).isFalse();
        assertThat(session.file()).contains(file());
        session.apply("water", Edit.put(WATER));
        assertThat(session.isDirty()).isTrue();
        session.undo();
        assertThat(session.isDirty()).isFalse();
        session.undo();
        assertThat(session.isDirty()).isTrue();
        assertThat(session.save().isRead()).isTrue();
        assertThat(FileStore.at(file()).open().get()).isEqualTo(Portfolio.empty());
        session.close();
    }

    @Test
    void onChange_callsAfterEveryChange() {
        int[] calls = {0};
        session.onChange(() -> calls[0]++);
        session.apply("wood", Edit.put(WOOD));
        session.undo();
        session.redo();
        session.saveAs(file(), OPTIONS);
        assertThat(calls[0]).isEqualTo(4);
        session.close();
    }

    @Test
    void recover_afterACrash_bringsEveryEditBackAsAStepOfUndo() {
        PortfolioSession crashed = stored();
        crashed.apply("water", Edit.put(WATER));
        crashed.apply("wood away", Edit.remove(WOOD.id()));
        crashed.undo();
        crashed.close(); // as a crash does: what is unsaved stays in the journal

        PortfolioSession next = opened();
        assertThat(next.isDirty()).isFalse();
        assertThat(next.recoverable()).hasSize(3);
        next.recover();
        assertThat(next.portfolio().structures()).containsExactlyInAnyOrder(WATER, WOOD);
        assertThat(next.isDirty()).isTrue();
        assertThat(next.steps()).extracting(EditStep::label).startsWith("water", "wood away");
        next.goTo(0);
        assertThat(next.portfolio().structures()).containsExactly(WOOD);
        next.close();
    }

    @Test
    void abandon_thenClose_leavesNothingToRecover() {
        PortfolioSession left = stored();
        left.apply("water", Edit.put(WATER));
        left.abandon();
        left.close();
        PortfolioSession next = opened();
        assertThat(next.recoverable()).isEmpty();
        assertThat(next.portfolio().structures()).containsExactly(WOOD);
        next.close();
    }

    @Test
    void apply_toAFileThatSomebodyElseEdits_isRefusedAndLeavesNoStep() {
        PortfolioSession first = stored();
        PortfolioSession second = opened();
        List<Finding> told = new ArrayList<>();
        second.onRefusal(told::addAll);
        assertThat(second.isReadOnly()).isTrue();
        assertThat(second.apply("water", Edit.put(WATER))).isFalse();
        assertThat(told).extracting(Finding::code).containsExactly("STORE-LOCK-HELD");
        assertThat(second.steps()).isEmpty();
        assertThat(second.portfolio()).isEqualTo(first.portfolio());
        assertThat(second.saveAs(folder.resolve("copy.subsidia"), OPTIONS).isRead())
                .isTrue();
        assertThat(second.apply("water", Edit.put(WATER))).isTrue();
        first.close();
        second.close();
    }

    @Test
    void saveAs_overAnotherFile_keepsWhatStoodThereAsABackup() {
        stored().close();
        session.apply("water", Edit.put(WATER));
        assertThat(session.saveAs(file(), OPTIONS).isRead()).isTrue();
        assertThat(FileStore.at(file()).open().get().structures()).containsExactly(WATER);
        assertThat(Restore.list(file()).get()).isNotEmpty();
        session.close();
    }

    @Test
    void steps_showWhatStandsAndWhatCanBeMadeAgain() {
        session.apply("wood", Edit.put(WOOD));
        session.apply("water", Edit.put(WATER));
        session.goTo(1);
        assertThat(session.steps()).extracting(EditStep::label).containsExactly("wood", "water");
        assertThat(session.steps()).extracting(EditStep::done).containsExactly(true, false);
        assertThat(session.portfolio().structures()).containsExactly(WOOD);
        session.goTo(2);
        assertThat(session.portfolio().structures()).hasSize(2);
    }

    @Test
    void close_ofOneSession_leavesTheHistoryOfAnother() {
        DefaultOperationHistory history = new DefaultOperationHistory();
        PortfolioSession one = new PortfolioSession(history, Portfolio.empty());
        PortfolioSession other = new PortfolioSession(history, Portfolio.empty());
        one.apply("wood", Edit.put(WOOD));
        other.apply("water", Edit.put(WATER));
        one.close();
        assertThat(one.undoLabel()).isEmpty();
        assertThat(other.undoLabel()).contains("water");
    }
}
