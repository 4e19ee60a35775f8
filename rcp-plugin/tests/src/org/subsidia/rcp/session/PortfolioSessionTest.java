package org.subsidia.rcp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class PortfolioSessionTest {
    private static final Structure WOOD =
            Structure.builder(new StructureId("wood"), "Wood").build();
    private static final Structure WATER =
            Structure.builder(new StructureId("water"), "Water").build();

    private final PortfolioSession session = new PortfolioSession(new DefaultOperationHistory(), Portfolio.empty());

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
    void savedTo_aFile_isCleanUntilTheNextChangeAndAgainAfterItsUndo() {
        session.apply("wood", Edit.put(WOOD));
        session.savedTo(Path.of("wood.subsidia"));
        assertThat(session.isDirty()).isFalse();
        assertThat(session.file()).contains(Path.of("wood.subsidia"));
        session.apply("water", Edit.put(WATER));
        assertThat(session.isDirty()).isTrue();
        session.undo();
        assertThat(session.isDirty()).isFalse();
        session.undo();
        assertThat(session.isDirty()).isTrue();
    }

    @Test
    void onChange_callsAfterEveryChange() {
        int[] calls = {0};
        session.onChange(() -> calls[0]++);
        session.apply("wood", Edit.put(WOOD));
        session.undo();
        session.redo();
        session.savedTo(Path.of("x"));
        assertThat(calls[0]).isEqualTo(4);
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
