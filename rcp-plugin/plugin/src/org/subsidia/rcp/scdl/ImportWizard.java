package org.subsidia.rcp.scdl;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.finding.Finding;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.StatusLine;

/** Brings published subsidies into the portfolio on the desk, as one edit. */
final class ImportWizard extends Wizard {
    private final FilePage file = new FilePage();
    private final RowsPage rows = new RowsPage();

    ImportWizard() {
        setWindowTitle(Texts.scdlTitle);
        setNeedsProgressMonitor(true);
    }

    /** Opens the wizard and waits for its end. */
    static void open(Shell shell, String file) {
        ImportWizard wizard = new ImportWizard();
        wizard.file.start(file);
        WizardDialog dialog = new WizardDialog(shell, wizard);
        dialog.setPageSize(1040, 540);
        dialog.addPageChangingListener(event -> {
            if (event.getCurrentPage() == wizard.file && event.getTargetPage() == wizard.rows) {
                event.doit = wizard.file.read();
            }
        });
        dialog.open();
    }

    @Override
    public void addPages() {
        addPage(file);
        addPage(rows);
    }

    /** Shows what was read. */
    void show(Preview preview) {
        rows.show(preview);
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == rows && rows.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        Preview preview = rows.preview();
        String label = Texts.bind(Texts.scdlLabel, preview.fileName(), preview.chosenCount());
        List<Finding> remarks = new ArrayList<>(preview.findings());
        preview.rows(Preview.Filter.ALL).forEach(row -> remarks.addAll(row.findings()));
        Desk.get().remark(remarks);
        Desk.get().session().apply(label, preview.edit());
        StatusLine.tell(Texts.bind(Texts.scdlDone, preview.chosenCount(), preview.fileName()));
        return true;
    }
}
