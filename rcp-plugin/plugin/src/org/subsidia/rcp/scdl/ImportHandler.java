package org.subsidia.rcp.scdl;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Import &gt; Published subsidies. */
public final class ImportHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        ImportWizard.open(HandlerUtil.getActiveShell(event), "");
        return null;
    }

    /**
     * Opens the wizard with a file filled in.
     *
     * @param shell above which window
     * @param file the file
     */
    public static void open(Shell shell, Path file) {
        ImportWizard.open(shell, file.toString());
    }
}
