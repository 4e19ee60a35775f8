package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.ProgressMonitorPart;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.finding.Finding;
import org.subsidia.rcp.session.Desk;

/**
 * Brings a file of any kind into the portfolio on the desk: the file, what it holds, one edit.
 *
 * @param <O> what is read of the file
 */
final class ImportWizard<O> extends Wizard {
    private final String title;
    private final FilePage<O> file;
    private final RowsPage rows;
    private final List<Step<?, ?>> steps;

    ImportWizard(ImportKind kind, Source<O> source, List<Path> start, Turn turn) {
        title = source.title();
        setWindowTitle(turn.title(title));
        setNeedsProgressMonitor(true);
        setHelpAvailable(true);
        file = new FilePage<>(kind, source, turn);
        file.show(FileField.words(source.start(start)));
        rows = new RowsPage("import." + kind.id(), source.headings());
        steps = source.pages(file, rows);
    }

    /** Opens the wizard, waits for its end, and says whether it was finished. */
    boolean open(Shell shell) {
        WizardDialog dialog = new Dialog(shell, this);
        dialog.setPageSize(1250, 560);
        dialog.addPageChangingListener(event -> {
            int from = steps.indexOf(event.getCurrentPage());
            int to = steps.indexOf(event.getTargetPage());
            if (from >= 0 && to == from + 1) {
                event.doit = steps.get(from).leave();
            }
        });
        return dialog.open() == Window.OK;
    }

    /** What the guide calls this import. */
    String title() {
        return title;
    }

    /** While something is read, the button to cancel stops the reading; else it closes the wizard. */
    private static final class Dialog extends WizardDialog {
        Dialog(Shell shell, ImportWizard<?> wizard) {
            super(shell, wizard);
        }

        @Override
        protected ProgressMonitorPart createProgressMonitorPart(Composite parent, GridLayout layout) {
            return new ProgressMonitorPart(parent, layout, false);
        }
    }

    @Override
    public void addPages() {
        steps.forEach(this::addPage);
    }

    /** What the files are called. */
    String fileName() {
        String names = file.paths().stream()
                .map(path -> String.valueOf(path.getFileName()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? title : names;
    }

    boolean hasSeveralFiles() {
        return file.paths().size() > 1;
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == rows && rows.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        Optional<BooleanSupplier> prepared = rows.read();
        if (prepared.isEmpty()) {
            return false;
        }
        List<Finding> before = Desk.get().remarks();
        Desk.get().remark(rows.choice().findings());
        boolean done = prepared.get().getAsBoolean();
        if (!done) {
            Desk.get().remark(before);
        }
        return done;
    }
}
