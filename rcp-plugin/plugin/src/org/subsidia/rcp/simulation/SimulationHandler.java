package org.subsidia.rcp.simulation;

import java.util.function.Consumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** The commands of the simulation: they act on the document that is edited. */
public abstract class SimulationHandler extends AbstractHandler {
    private final Consumer<ScenarioView> action;

    SimulationHandler(Consumer<ScenarioView> action) {
        this.action = action;
    }

    @Override
    public final Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            action.accept((ScenarioView) HandlerUtil.getActiveWorkbenchWindowChecked(event)
                    .getActivePage()
                    .showView(ScenarioView.ID));
            return null;
        } catch (PartInitException e) {
            throw new ExecutionException(ScenarioView.ID, e);
        }
    }

    /** Runs the scenario. */
    public static final class Run extends SimulationHandler {
        /** Called by the workbench. */
        public Run() {
            super(ScenarioView::run);
        }
    }

    /** Opens the dialog that seeks a threshold. */
    public static final class Seek extends SimulationHandler {
        /** Called by the workbench. */
        public Seek() {
            super(ScenarioView::seek);
        }
    }
}
