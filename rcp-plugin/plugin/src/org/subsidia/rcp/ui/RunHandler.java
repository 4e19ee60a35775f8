package org.subsidia.rcp.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** What a command does while a view is active. */
public final class RunHandler extends AbstractHandler {
    private final Runnable action;

    /**
     * A handler that can always be run.
     *
     * @param action what it does; says so itself where there is nothing to do
     */
    public RunHandler(Runnable action) {
        this.action = action;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        action.run();
        return null;
    }
}
