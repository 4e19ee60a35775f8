package org.subsidia.rcp.scdl;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Import &gt; Published subsidies. */
public final class ImportHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        ImportWizard.open(HandlerUtil.getActiveShell(event));
        return null;
    }
}
