package org.subsidia.rcp.export;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.Reported;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Background;
import org.subsidia.rcp.ui.Busy;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.report.Report;

/** File &gt; Export, and File &gt; Print. */
public final class ExportHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        ExportWizard.open(HandlerUtil.getActiveShell(event), front(event), false);
        return null;
    }

    /** File &gt; Print: the same, as a PDF that the system's own program shows and prints. */
    public static final class Print extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) {
            ExportWizard.open(HandlerUtil.getActiveShell(event), front(event), true);
            return null;
        }
    }

    /**
     * Shows what is printed in another way than by the system's program.
     *
     * @param viewer the other way
     */
    public static void showBy(Viewer viewer) {
        ExportWizard.showBy(viewer);
    }

    /** The report of the part that is active, else of one that is seen. */
    private static Optional<Report> front(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page == null) {
            return Optional.empty();
        }
        Stream<IWorkbenchPart> seen = Stream.of(page.getViewReferences())
                .<IWorkbenchPart>map((IViewReference view) -> view.getView(false))
                .filter(view -> view != null && page.isPartVisible(view));
        return Stream.concat(Stream.of(page.getActivePart()), seen)
                .filter(Reported.class::isInstance)
                .flatMap(part -> ((Reported) part).report().stream())
                .findFirst();
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
            Request request =
                    Request.of(What.GRANTS, Format.of(file.getFileName().toString()));
            if (write(shell, file, request, some)) {
                StatusLine.tell(Texts.bind(Texts.gridExported, grants.size(), file));
            }
        });
    }

    /** Writes a file beside the workbench's thread, and tells what it lacks. */
    static boolean write(Shell shell, Path file, Request request, Portfolio portfolio) {
        Question question = new Question(portfolio, Node.Trunk.STRUCTURES, Settings.law(), Settings.today());
        String name = Documents.name();
        String what = Texts.bind(Texts.exportWriting, file);
        Background<Exports.Written> writing = new Background<>(what, () -> {
            Exports.Written written = Exports.write(request, question, name, Texts.locale());
            Files.write(file, written.bytes());
            return written;
        });
        try {
            Busy.during(what, writing, true);
            List<Finding> findings = writing.result().findings();
            if (!findings.isEmpty()) {
                FindingsDialog.open(shell, Texts.exportIncomplete, findings);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw new IllegalStateException(file.toString(), e.getCause());
            }
            String why = e.getCause().getMessage() == null
                    ? e.getCause().getClass().getSimpleName()
                    : e.getCause().getMessage();
            FindingsDialog.tell(shell, Texts.exportFailed, Texts.bind(Texts.exportUnwritable, file, why));
            return false;
        }
    }
}
