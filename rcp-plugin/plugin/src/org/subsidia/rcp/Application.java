package org.subsidia.rcp;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** The entry point of the product: {@code -application org.subsidia.rcp.application}. */
public final class Application implements IApplication {
    @Override
    public Object start(IApplicationContext context) {
        Display display = PlatformUI.createDisplay();
        int code = PlatformUI.createAndRunWorkbench(display, new SubsidiaWorkbenchAdvisor());
        display.dispose(); // not in a finally: it would hide the exception of a workbench that could not start
        return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}
