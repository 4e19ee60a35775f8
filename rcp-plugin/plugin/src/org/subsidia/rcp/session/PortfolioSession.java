package org.subsidia.rcp.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.RecordMerge;
import org.subsidia.store.Saved;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.SessionOptions;
import org.subsidia.store.jdbc.DatabaseSession;

/**
 * One open portfolio: its current value, the history of its edits, and its file or database.
 *
 * <p>Every change goes through {@link #apply}; every change can be undone. Where there is a file, an edit is in its journal
 * before it is shown: after a crash {@link #recoverable} offers it again. A portfolio that has no file yet has a draft instead.
 * In a database an edit is kept at once; {@link #fetch} takes over what others did. Used by one thread only.
 */
public final class PortfolioSession {
    private static final int HISTORY = 1_000;

    private final IOperationHistory history;
    private final IUndoContext context = new ObjectUndoContext(this, "Subsidia");
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Consumer<List<Finding>> refusals = findings -> {};
    private Team team;
    private Supplier<Optional<FileSession>> drafts = Optional::empty;
    private Portfolio current;
    private Portfolio saved;
    private FileSession document;
    private boolean draft;
    private boolean abandoned;
    private long version;

    /**
     * A portfolio that has no file yet.
     *
     * @param history where edits are kept
     * @param portfolio the value to start from, taken for saved
     */
    public PortfolioSession(IOperationHistory history, Portfolio portfolio) {
        this(history, portfolio, null, null);
    }

    /**
     * A portfolio that was opened from a file.
     *
     * @param history where edits are kept
     * @param document the file, which this session closes
     */
    public PortfolioSession(IOperationHistory history, FileSession document) {
        this(history, document.portfolio(), document, null);
    }

    /**
     * A portfolio that was opened from a database.
     *
     * @param history where edits are kept
     * @param database the portfolio there, which this session closes
     */
    public PortfolioSession(IOperationHistory history, DatabaseSession database) {
        this(history, database.portfolio(), null, database);
    }

    private PortfolioSession(
            IOperationHistory history, Portfolio portfolio, FileSession document, DatabaseSession database) {
        this.history = history;
        this.team = database == null ? null : new Team(database);
        this.current = portfolio;
        this.saved = portfolio;
        this.document = document;
        history.setLimit(context, HISTORY);
    }

    /**
     * An empty portfolio whose edits are in a draft from the first one on, so that they survive a crash.
     *
     * @param history where edits are kept
     * @param drafts makes a draft when it is needed; empty where that is not possible
     * @return the session
     */
    public static PortfolioSession untitled(IOperationHistory history, Supplier<Optional<FileSession>> drafts) {
        PortfolioSession session = new PortfolioSession(history, Portfolio.empty());
        session.drafts = drafts;
        return session;
    }

    /**
     * A portfolio that never had a file and that a crash left as a draft.
     *
     * @param history where edits are kept
     * @param draft the draft, which goes when the portfolio is saved or closed
     * @return the session
     */
    public static PortfolioSession ofDraft(IOperationHistory history, FileSession draft) {
        PortfolioSession session = new PortfolioSession(history, draft);
        session.draft = true;
        session.saved = Portfolio.empty();
        return session;
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
        return Optional.ofNullable(document).filter(file -> !draft).map(FileSession::file);
    }

    /** {@return the database in which every edit is kept, if it is one} */
    public Optional<DatabaseSession> database() {
        return Optional.ofNullable(team).map(Team::database);
    }

    /** {@return whether nothing can be changed, since somebody else edits the file or it is protected} */
    public boolean isReadOnly() {
        return team == null
                ? document != null && document.isReadOnly()
                : team.database().isReadOnly();
    }

    /** {@return whether the current value differs from the one that was read or saved last} */
    public boolean isDirty() {
        return team == null && !current.equals(saved);
    }

    /**
     * Makes an edit, as one step of undo. What the file or the database refuses is told to {@link #onRefusal}.
     *
     * @param label what it does, for the menu
     * @param edit the change
     * @return whether it was made, or changes nothing
     */
    public boolean apply(String label, Edit edit) {
        if (current.apply(edit).equals(current)) {
            return true;
        }
        EditOperation operation = new EditOperation(label, this, edit, Instant.now());
        operation.addContext(context);
        run(() -> history.execute(operation, null, null));
        return operation.isDone();
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

    /** {@return the steps of undo and redo, oldest first} */
    public List<EditStep> steps() {
        List<EditStep> steps = new ArrayList<>();
        for (IUndoableOperation done : history.getUndoHistory(context)) {
            steps.add(step(done, true));
        }
        IUndoableOperation[] undone = history.getRedoHistory(context);
        for (int i = undone.length - 1; i >= 0; i--) {
            steps.add(step(undone[i], false));
        }
        return steps;
    }

    private static EditStep step(IUndoableOperation operation, boolean done) {
        return new EditStep(operation.getLabel(), ((EditOperation) operation).instant(), done);
    }

    /**
     * Undoes or redoes until so many steps stand.
     *
     * @param count how many of {@link #steps}, from the oldest
     */
    public void goTo(int count) {
        while (history.getUndoHistory(context).length != count) {
            int before = history.getUndoHistory(context).length;
            if (history.getUndoHistory(context).length > count) {
                undo();
            } else {
                redo();
            }
            if (history.getUndoHistory(context).length == before) {
                return; // refused, and told
            }
        }
    }

    /** {@return edits that a crash left in the journal, neither recovered nor put aside yet} */
    public List<EditRecord> recoverable() {
        return document == null ? List.of() : document.recoverable();
    }

    /** Makes the edits again that a crash left in the journal; each is one step of undo. */
    public void recover() {
        List<EditRecord> records = recoverable();
        Reading<Portfolio> recovered = document.recover();
        if (!recovered.isRead()) {
            refusals.accept(recovered.findings());
            return;
        }
        Portfolio before = current;
        for (EditRecord made : records) {
            String label = made.reason() == null ? "" : made.reason();
            EditOperation operation =
                    new EditOperation(label, this, made.edit(), made.instant()).made(made.edit(), before);
            operation.addContext(context);
            history.add(operation);
            before = before.apply(made.edit());
        }
        become(recovered.get());
    }

    /** Puts the edits that a crash left aside, in a file of their own. */
    public void putAside() {
        Reading<Portfolio> back = document.discard();
        if (!back.isRead()) {
            refusals.accept(back.findings());
        }
    }

    /**
     * Saves to the file.
     *
     * @return what was saved, or why nothing was
     * @throws IllegalStateException if there is no file yet
     */
    public Reading<Saved> save() {
        if (document == null || draft) {
            throw new IllegalStateException("no file yet");
        }
        return done(document.save());
    }

    /**
     * Saves to another file, which becomes this portfolio's; what stands there becomes a backup.
     *
     * @param file where
     * @param options how
     * @return what was saved, or why nothing was
     */
    public Reading<Saved> saveAs(Path file, SessionOptions options) {
        if (document != null) {
            Path former = document.file();
            Reading<Saved> written = document.saveAs(file);
            if (written.isRead() && draft) {
                draft = false;
                Drafts.delete(former);
            }
            return done(written);
        }
        Reading<FileSession> opened = Files.exists(file)
                ? FileSession.open(file, options)
                : FileSession.create(file, Portfolio.empty(), options);
        if (!opened.isRead()) {
            return Reading.refused(opened.findings());
        }
        FileSession fresh = opened.get();
        if (!fresh.recoverable().isEmpty()) {
            fresh.discard();
        }
        Reading<Portfolio> filled = fresh.replace(current, null);
        Reading<Saved> written = filled.isRead() ? fresh.save() : Reading.refused(filled.findings());
        if (written.isRead()) {
            document = fresh;
            leaveTeam();
        } else {
            fresh.close();
        }
        return done(written);
    }

    private Reading<Saved> done(Reading<Saved> written) {
        if (written.isRead()) {
            saved = current;
            changed();
        }
        return written;
    }

    private void leaveTeam() {
        if (team != null) {
            team.database().close();
            team = null;
        }
    }

    /** Says that unsaved edits may go when the session closes: they are put aside in a file of their own. */
    public void abandon() {
        abandoned = true;
    }

    /** Forgets the history and lets others write the file; the session is not used any more. */
    public void close() {
        history.dispose(context, true, true, true);
        listeners.clear();
        leaveTeam();
        if (document != null) {
            boolean unwanted = abandoned || !isDirty();
            if (!draft && abandoned && isDirty()) {
                document.discard();
            }
            document.close();
            if (draft && unwanted) {
                Drafts.delete(document.file());
            }
        }
    }

    /**
     * Calls a listener after every change of the value, the file or the dirty state.
     *
     * @param listener is called on the session's thread
     */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Tells why an edit, an undo or a redo could not be made.
     *
     * @param listener is given the reasons; takes the place of the one before
     */
    public void onRefusal(Consumer<List<Finding>> listener) {
        refusals = listener;
    }

    /**
     * Says who decides while a portfolio of several people is edited.
     *
     * @param whom takes the place of the one before
     */
    public void ask(TeamQuestions whom) {
        if (team != null) {
            team.ask(whom);
        }
    }

    /** {@return the edits of others since the portfolio was opened from a database, oldest first} */
    public List<EditRecord> others() {
        return team == null ? List.of() : team.others();
    }

    /**
     * Takes over what others did in the database.
     *
     * @return their edits, oldest first; or why they cannot be read
     */
    public Reading<List<EditRecord>> fetch() {
        int known = others().size();
        Reading<Portfolio> fresh = team == null ? Reading.of(current) : team.fetch(current);
        fresh.value().ifPresent(this::becomeNow);
        return fresh.map(same -> others().subList(known, others().size()));
    }

    /** Makes an edit: in the journal or the database first, then in the value. */
    Made make(Edit edit, String reason) {
        Made made = team == null ? journal(edit, reason) : team.make(edit, reason, current);
        becomeNow(made.after());
        if (!made.refusal().isEmpty()) {
            refusals.accept(made.refusal());
        }
        return made;
    }

    private Made journal(Edit edit, String reason) {
        if (document == null) {
            document = drafts.get().orElse(null);
            draft = document != null;
            drafts = Optional::empty;
        }
        Reading<Portfolio> journaled = document == null ? Reading.of(current) : document.apply(edit, reason);
        return journaled.isRead() ? Made.of(edit, current) : Made.refused(edit, current, journaled.findings());
    }

    /**
     * Takes an edit back or makes it again: only what it changes itself, where others have changed its records since.
     *
     * @param seen the records that it changes, as they stood when it was made
     */
    Made makeAgain(Portfolio seen, Edit edit, String reason) {
        boolean untouched = edit.records().stream().allMatch(id -> seen.find(id).equals(current.find(id)));
        if (untouched) {
            return make(edit, reason);
        }
        List<Finding> overtaken = RecordMerge.overtaken(seen, edit, current);
        if (!overtaken.isEmpty()) {
            refusals.accept(overtaken);
            return Made.refused(edit, current, overtaken);
        }
        return make(RecordMerge.onto(seen, edit, current), reason);
    }

    private void becomeNow(Portfolio next) {
        if (next != current) {
            become(next);
        }
    }

    private void become(Portfolio next) {
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
