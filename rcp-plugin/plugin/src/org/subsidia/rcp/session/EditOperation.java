package org.subsidia.rcp.session;

import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.subsidia.portfolio.Edit;

/** An edit as the platform's history wants it. */
final class EditOperation extends AbstractOperation {
    private final PortfolioSession session;
    private final Edit edit;
    private final Edit inverse;

    EditOperation(String label, PortfolioSession session, Edit edit) {
        super(label);
        this.session = session;
        this.edit = edit;
        this.inverse = edit.inverse(session.portfolio());
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        return make(edit);
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        return make(inverse);
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return make(edit);
    }

    private IStatus make(Edit what) {
        session.become(session.portfolio().apply(what));
        return Status.OK_STATUS;
    }
}
