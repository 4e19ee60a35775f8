package org.subsidia.rcp;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.welcome.WelcomeView;

/** What the workbench is: one window that starts in the tracking perspective and remembers its layout. */
final class SubsidiaWorkbenchAdvisor extends WorkbenchAdvisor {
    private final Optional<Path> file;

    /**
     * A workbench that opens a file at its start.
     *
     * @param file the portfolio; none: it starts empty
     */
    SubsidiaWorkbenchAdvisor(Optional<Path> file) {
        this.file = file;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return TrackingPerspective.ID;
    }

    @Override
    public String getMainPreferencePageId() {
        return AppearancePage.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new SubsidiaWindowAdvisor(configurer);
    }

    @Override
    public void postStartup() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        file.ifPresentOrElse(
                path -> Documents.open(window == null ? null : window.getShell(), path), () -> welcome(window));
    }

    /** At the very first start. */
    private static void welcome(IWorkbenchWindow window) {
        if (window != null && Settings.remembered("welcomed").isEmpty()) {
            try {
                window.getActivePage().showView(WelcomeView.ID);
                Settings.remember("welcomed", "yes");
            } catch (PartInitException e) {
                ILog.of(SubsidiaWorkbenchAdvisor.class).error(WelcomeView.ID, e);
            }
        }
    }

    /** Lets others write the file. */
    @Override
    public void postShutdown() {
        Desk.get().session().close();
    }

    @Override
    public boolean preShutdown() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null || Documents.mayLeave(window.getShell());
    }
}
