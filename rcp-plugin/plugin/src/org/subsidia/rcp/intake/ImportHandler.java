package org.subsidia.rcp.intake;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
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

/** File &gt; Import: a file of the kind that the command names; else any files, whose kinds are found out. */
public final class ImportHandler extends AbstractHandler {
    private static final String KIND = "org.subsidia.rcp.import.kind";

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        String id = event.getParameter(KIND);
        Optional<ImportKind> kind = id == null ? Optional.empty() : ImportKind.of(id);
        if (kind.isPresent()) {
            kind.get().open(shell, List.of(), Turn.ONLY);
        } else {
            List<Path> files = Documents.chooser()
                    .toOpenSeveral(shell, ".csv", ".xlsx", ".txt", ".xml", ".ofx", ".json", ".cfonb");
            if (!files.isEmpty()) {
                open(shell, files);
            }
        }
        return null;
    }

    /**
     * Opens the wizards of the kinds that files are, one after another.
     *
     * @param shell above which window
     * @param files at least one; those of one kind that can be read in one run come into one wizard
     */
    public static void open(Shell shell, List<Path> files) {
        String name = Texts.bind(Texts.reading, files.get(0).getFileName());
        Background<List<ImportRun>> looking = new Background<>(name, () -> ImportRun.of(files));
        try {
            Busy.during(name, looking, false);
            ImportRun.open(shell, looking.result());
        } catch (InterruptedException e) {
            // nobody wants to know any more
        } catch (InvocationTargetException e) {
            ILog.of(ImportHandler.class).error("looking at " + files, e.getCause());
            ImportRun.open(shell, ImportKind.TABLE.runs(files));
        }
    }
}
