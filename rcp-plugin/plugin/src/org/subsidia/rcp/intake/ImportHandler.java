package org.subsidia.rcp.intake;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.ui.Background;
import org.subsidia.rcp.ui.Busy;

/** File &gt; Import: a file of the kind that the command names; else any file, whose kind is found out. */
public final class ImportHandler extends AbstractHandler {
    private static final String KIND = "org.subsidia.rcp.import.kind";

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        String id = event.getParameter(KIND);
        Optional<ImportKind> kind = id == null ? Optional.empty() : ImportKind.of(id);
        if (kind.isPresent()) {
            kind.get().open(shell, "");
        } else {
            Documents.chooser()
                    .toOpen(shell, ".csv", ".xlsx", ".txt", ".xml", ".ofx", ".json", ".cfonb")
                    .ifPresent(file -> open(shell, file));
        }
        return null;
    }

    /**
     * Opens the wizard of the kind that a file is.
     *
     * @param shell above which window
     * @param file the file
     */
    public static void open(Shell shell, Path file) {
        String name = Texts.bind(Texts.reading, file.getFileName());
        Background<ImportKind> looking = new Background<>(name, () -> ImportKind.of(file));
        try {
            Busy.during(name, looking, false);
            looking.result().open(shell, file.toString());
        } catch (InterruptedException e) {
            // nobody wants to know any more
        } catch (InvocationTargetException e) {
            ILog.of(ImportHandler.class).error("looking at " + file, e.getCause());
            ImportKind.TABLE.open(shell, file.toString());
        }
    }
}
