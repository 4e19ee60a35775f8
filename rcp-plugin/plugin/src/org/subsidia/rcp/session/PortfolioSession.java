package org.subsidia.rcp.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;

/**
 * One open portfolio: its current value, the history of its edits and its file.
 *
 * <p>Every change goes through {@link #apply}; every change can be undone. Used by one thread only.
 */
public final class PortfolioSession {
    private static final int HISTORY = 1_000;

    private final IOperationHistory history;
    private final IUndoContext context = new ObjectUndoContext(this, "Subsidia");
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Portfolio current;
    private Portfolio saved;
    private Path file;
    private long version;

    /**
     * A portfolio that has no file yet.
     *
     * @param history where edits are kept
     * @param portfolio the value to start from, taken for saved
     */
    public PortfolioSession(IOperationHistory history, Portfolio portfolio) {
        this(history, portfolio, null);
    }

    /**
     * A portfolio that was read from a file.
     *
     * @param history where edits are kept
     * @param portfolio what was read
     * @param file where it was read; null: no file yet
     */
    public PortfolioSession(IOperationHistory history, Portfolio portfolio, Path file) {
        this.history = history;
        this.current = portfolio;
        this.saved = portfolio;
        this.file = file;
        history.setLimit(context, HISTORY);
    }

    /** {@return the current value} */
    public Portfolio portfolio() {
        return current;
    }

    /** {@return a number that grows with every change: results of an older version are stale} */
    public long version() {
        return version;
    }

    /** {@return the file to save to, if there is one} */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** {@return whether the current value differs from the one that was read or saved last} */
    public boolean isDirty() {
        return !current.equals(saved);
    }

    /**
     * Makes an edit, as one step of undo.
     *
     * @param label what it does, for the menu
     * @param edit the change
     */
    public void apply(String label, Edit edit) {
        if (current.apply(edit).equals(current)) {
            return;
        }
        EditOperation operation = new EditOperation(label, this, edit);
        operation.addContext(context);
        run(() -> history.execute(operation, null, null));
    }

    /** {@return what undo would take back} */
    public Optional<String> undoLabel() {
        return Optional.ofNullable(history.getUndoOperation(context)).map(IUndoableOperation::getLabel);
    }

    /** {@return what redo would make again} */
    public Optional<String> redoLabel() {
        return Optional.ofNullable(history.getRedoOperation(context)).map(IUndoableOperation::getLabel);
    }

    /** Takes the last edit back; does nothing where there is none. */
    public void undo() {
        run(() -> history.undo(context, null, null));
    }

    /** Makes the edit again that was taken back last; does nothing where there is none. */
    public void redo() {
        run(() -> history.redo(context, null, null));
    }

    /**
     * Notes that the current value was written.
     *
     * @param where the file, which becomes this portfolio's file
     */
    public void savedTo(Path where) {
        saved = current;
        file = where;
        changed();
    }

    /** Forgets the history; the session is not used any more. */
    public void close() {
        history.dispose(context, true, true, true);
        listeners.clear();
    }

    /**
     * Calls a listener after every change of the value, the file or the dirty state.
     *
     * @param listener is called on the session's thread
     */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The next value: only edits come here. */
    void become(Portfolio next) {
        current = next;
        version++;
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws ExecutionException;
    }
}
