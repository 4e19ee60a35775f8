package org.subsidia.rcp;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.contexts.IContextService;
import org.subsidia.rcp.database.TeamDialogs;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.file.FileDrop;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.FindingsDialog;

/** How the window opens, and what its title says. */
final class SubsidiaWindowAdvisor extends WorkbenchWindowAdvisor {
    private Runnable forget = () -> {};

    SubsidiaWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(new Point(1400, 880));
        window.setShowCoolBar(true);
        window.setShowPerspectiveBar(true);
        window.setShowMenuBar(true);
        window.setShowStatusLine(true);
        window.setShowProgressIndicator(true);
        forget = Desk.get().onChange(this::tellTitle);
        Desk.get()
                .onRefusal(findings ->
                        FindingsDialog.open(getWindowConfigurer().getWindow().getShell(), Texts.editRefused, findings));
        Desk.get().ask(new TeamDialogs(() -> getWindowConfigurer().getWindow().getShell()));
        tellTitle();
    }

    @Override
    public void postWindowOpen() {
        PlatformUI.getWorkbench()
                .getService(IContextService.class)
                .activateContext("org.subsidia.rcp.product", new OutsideDialogs());
    }

    @Override
    public void postWindowCreate() {
        FileDrop.on(getWindowConfigurer().getWindow().getShell());
    }

    private void tellTitle() {
        String changed = Desk.get().session().isDirty() ? "*" : "";
        String locked = Desk.get().session().isReadOnly() ? " " + Texts.fileReadOnly : "";
        getWindowConfigurer().setTitle(changed + Documents.name() + locked + " – Subsidia");
    }

    @Override
    public void dispose() {
        forget.run();
    }
}
