package org.subsidia.rcp.session;

import java.time.Instant;
import java.util.List;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;

/** An edit as the platform's history wants it. What the file refuses is not made, and the history does not move. */
final class EditOperation extends AbstractOperation {
    private final PortfolioSession session;
    private final Edit edit;
    private final Edit inverse;
    private final Instant instant;

    EditOperation(String label, PortfolioSession session, Edit edit, Portfolio before, Instant instant) {
        super(label);
        this.session = session;
        this.edit = edit;
        this.inverse = edit.inverse(before);
        this.instant = instant;
    }

    Instant instant() {
        return instant;
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        return make(edit, getLabel());
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        return make(inverse, Texts.bind(Texts.historyOf, Texts.undo, getLabel()));
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return make(edit, Texts.bind(Texts.historyOf, Texts.redo, getLabel()));
    }

    private IStatus make(Edit what, String reason) {
        List<Finding> refusal = session.make(what, reason);
        return refusal.isEmpty()
                ? Status.OK_STATUS
                : Status.error(refusal.get(0).toString());
    }
}
