package org.subsidia.rcp;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.subsidia.rcp.database.Databases;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;
import org.subsidia.rcp.ui.FailureDialog;
import org.subsidia.rcp.welcome.WelcomeView;
import org.subsidia.store.jdbc.DatabaseAddress;

/** What the workbench is: one window that starts in the tracking perspective and remembers its layout. */
final class SubsidiaWorkbenchAdvisor extends WorkbenchAdvisor {
    private final Optional<String> place;
    private final Runnable opened;
    private Optional<String> left = Optional.empty();

    /**
     * A workbench that opens a portfolio at its start.
     *
     * @param place the file, or the address of the database, of the portfolio; none: it starts empty
     * @param opened is called when the window is there
     */
    SubsidiaWorkbenchAdvisor(Optional<String> place, Runnable opened) {
        this.place = place;
        this.opened = opened;
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
        RememberedNames.translate(PlatformUI.getWorkbench());
        opened.run();
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        Shell shell = window == null ? null : window.getShell();
        if (place.isEmpty()) {
            Documents.begin(shell);
            WelcomeView.first(window);
        } else if (DatabaseAddress.isMeant(place.get())) {
            Documents.begin(shell);
            Databases.openAgain(shell, place.get());
        } else if (!Documents.open(shell, Path.of(place.get()))) {
            Documents.begin(shell);
        }
    }

    /** The window never dies of an exception in a view. */
    @Override
    public void eventLoopException(Throwable exception) {
        FailureDialog.tell(exception);
    }

    /** Lets others write the file. */
    @Override
    public void postShutdown() {
        PortfolioSession session = Desk.get().session();
        left = session.file().map(file -> file.toAbsolutePath().toString()).or(() -> session.database()
                .map(database -> database.address().kept()));
        session.close();
    }

    /** The portfolio that was open at the end, to open it again after a restart. */
    Optional<String> left() {
        return left;
    }

    @Override
    public boolean preShutdown() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null || Documents.mayLeave(window.getShell());
    }
}
