package org.subsidia.rcp.edit;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;

/** Undo and redo. */
public abstract class HistoryHandler extends AbstractHandler {
    static {
        // the buttons of the tool bar look only when they are told to
        Desk.get().onChange(() -> PlatformUI.getWorkbench()
                .getService(IEvaluationService.class)
                .requestEvaluation("org.subsidia.rcp.history"));
    }

    private final Predicate<PortfolioSession> possible;
    private final Consumer<PortfolioSession> action;

    private HistoryHandler(Predicate<PortfolioSession> possible, Consumer<PortfolioSession> action) {
        this.possible = possible;
        this.action = action;
    }

    @Override
    public final boolean isEnabled() {
        return possible.test(Desk.get().session());
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        action.accept(Desk.get().session());
        return null;
    }

    /** Edit &gt; Undo. */
    public static final class Undo extends HistoryHandler {
        /** The command’s id. */
        static final String COMMAND = "org.eclipse.ui.edit.undo";

        /** Made by the platform. */
        public Undo() {
            super(session -> session.undoLabel().isPresent(), PortfolioSession::undo);
        }
    }

    /** Edit &gt; Redo. */
    public static final class Redo extends HistoryHandler {
        /** The command’s id. */
        static final String COMMAND = "org.eclipse.ui.edit.redo";

        /** Made by the platform. */
        public Redo() {
            super(session -> session.redoLabel().isPresent(), PortfolioSession::redo);
        }
    }
}
