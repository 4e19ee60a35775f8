package org.subsidia.rcp;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** The entry point of the product: {@code -application org.subsidia.rcp.application}, with a portfolio to open or none. */
public final class Application implements IApplication {
    @Override
    public Object start(IApplicationContext context) {
        System.setProperty("java.awt.headless", "true"); // charts are drawn by Java2D, windows by SWT
        System.setProperty("subsidia.version", Splash.version()); // about.mappings wants it
        Display display = PlatformUI.createDisplay();
        Splash splash = Splash.show(display);
        SubsidiaWorkbenchAdvisor advisor = new SubsidiaWorkbenchAdvisor(place(context), splash::close);
        int code = PlatformUI.createAndRunWorkbench(display, advisor);
        display.dispose(); // not in a finally: it would hide the exception of a workbench that could not start
        return code == PlatformUI.RETURN_RESTART && !Relaunch.begin(advisor.left()) ? EXIT_RESTART : EXIT_OK;
    }

    private static Optional<String> place(IApplicationContext context) {
        Object arguments = context == null ? null : context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return arguments instanceof String[] words ? Relaunch.place(Stream.of(words)) : Optional.empty();
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}
