package org.subsidia.rcp.session;

import java.time.Instant;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;

/**
 * An edit as the platform's history wants it. What the file or the database refuses is not made, and the history does not move.
 *
 * <p>It remembers the records that it changed as they were before and after: where others have changed them since, undo takes
 * back only what this edit did.
 */
final class EditOperation extends AbstractOperation {
    private final PortfolioSession session;
    private final Instant instant;
    private Edit edit;
    private Edit inverse;
    private Portfolio before;
    private Portfolio after;
    private boolean done;

    /** An edit that is not made yet. */
    EditOperation(String label, PortfolioSession session, Edit edit, Instant instant) {
        super(label);
        this.session = session;
        this.edit = edit;
        this.instant = instant;
    }

    /** Tells that the edit was made, for this value. */
    EditOperation made(Edit as, Portfolio of) {
        edit = as;
        inverse = as.inverse(of);
        before = only(of, as);
        after = only(of.apply(as), as);
        return this;
    }

    private static Portfolio only(Portfolio portfolio, Edit edit) {
        return Portfolio.of(edit.records().stream()
                .flatMap(id -> portfolio.find(id).stream())
                .toList());
    }

    Instant instant() {
        return instant;
    }

    /** Whether it was made, at last or again. */
    boolean isDone() {
        return done;
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        return remember(session.make(edit, getLabel()));
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        String reason = Texts.bind(Texts.historyOf, Texts.undo, getLabel());
        return status(session.makeAgain(after, inverse, reason));
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        String reason = Texts.bind(Texts.historyOf, Texts.redo, getLabel());
        return remember(session.makeAgain(before, edit, reason));
    }

    private IStatus remember(Made made) {
        done = made.done();
        if (done) {
            made(made.edit(), made.before());
        }
        return status(made);
    }

    private static IStatus status(Made made) {
        if (made.done()) {
            return Status.OK_STATUS;
        }
        return made.refusal().isEmpty()
                ? Status.CANCEL_STATUS
                : Status.error(made.refusal().get(0).toString());
    }
}
