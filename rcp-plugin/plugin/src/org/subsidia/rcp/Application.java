package org.subsidia.rcp;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.subsidia.rcp.file.FileChooser;
import org.subsidia.store.jdbc.DatabaseAddress;

/** The entry point of the product: {@code -application org.subsidia.rcp.application}, with a portfolio to open or none. */
public final class Application implements IApplication {
    @Override
    public Object start(IApplicationContext context) {
        System.setProperty("java.awt.headless", "true"); // charts are drawn by Java2D, windows by SWT
        Display display = PlatformUI.createDisplay();
        Splash splash = Splash.show(display);
        int code =
                PlatformUI.createAndRunWorkbench(display, new SubsidiaWorkbenchAdvisor(place(context), splash::close));
        display.dispose(); // not in a finally: it would hide the exception of a workbench that could not start
        return code == PlatformUI.RETURN_RESTART && !Relaunch.begin() ? EXIT_RESTART : EXIT_OK;
    }

    private static Optional<String> place(IApplicationContext context) {
        Object arguments = context == null ? null : context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return arguments instanceof String[] words
                ? Stream.of(words)
                        .filter(word -> word.endsWith(FileChooser.ENDING) || DatabaseAddress.isMeant(word))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}
