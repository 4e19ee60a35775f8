package org.subsidia.rcp.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.StatusLine;

/** File &gt; Export. */
public final class ExportHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        ExportWizard.open(HandlerUtil.getActiveShell(event));
        return null;
    }

    /**
     * Asks where, and writes a list of grants; the ending of the name decides the form.
     *
     * @param shell above which window to ask
     * @param grants of the portfolio on the desk
     */
    public static void grants(Shell shell, List<Grant> grants) {
        Documents.chooser().toSave(shell, Texts.gridFile + ".xlsx").ifPresent(file -> {
            Portfolio some = Exports.only(grants, Desk.get().portfolio());
            Exports.Format format = Exports.Format.of(file.getFileName().toString());
            if (write(shell, file, Exports.What.GRANTS, format, some)) {
                StatusLine.tell(Texts.bind(Texts.gridExported, grants.size(), file));
            }
        });
    }

    static boolean write(Shell shell, Path file, Exports.What what, Exports.Format format, Portfolio portfolio) {
        Question question = new Question(portfolio, Node.Trunk.STRUCTURES, Settings.law(), Settings.today());
        boolean[] done = {false};
        BusyIndicator.showWhile(shell.getDisplay(), () -> {
            try {
                Files.write(file, Exports.bytes(what, format, question, Documents.name(), Texts.locale()));
                done[0] = true;
            } catch (IOException e) {
                String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                FindingsDialog.tell(shell, Texts.exportFailed, Texts.bind(Texts.exportUnwritable, file, why));
            }
        });
        return done[0];
    }
}
