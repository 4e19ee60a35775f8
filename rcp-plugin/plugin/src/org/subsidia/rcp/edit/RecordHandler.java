package org.subsidia.rcp.edit;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Selection;

/** A command on the record selected; disabled where none is, or one of another kind. */
abstract class RecordHandler extends AbstractHandler {

    /** Whether the command means anything for a record. */
    abstract boolean accepts(PortfolioRecord record);

    /** Asks, and makes the edit. */
    abstract void execute(PortfolioRecord record, Shell shell);

    @Override
    public final void setEnabled(Object context) {
        Object selection = HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME);
        setBaseEnabled(record(selection).isPresent());
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        record(HandlerUtil.getCurrentSelection(event))
                .ifPresent(record -> execute(record, HandlerUtil.getActiveShell(event)));
        return null;
    }

    private Optional<PortfolioRecord> record(Object selection) {
        return selection instanceof ISelection chosen
                ? Selection.record(chosen)
                        .flatMap(id -> Desk.get().portfolio().find(id))
                        .filter(this::accepts)
                : Optional.empty();
    }
}
