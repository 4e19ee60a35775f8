package org.subsidia.rcp;

import java.io.IOException;
import java.util.List;
import org.eclipse.core.runtime.ILog;

/**
 * Starts the workbench again by the script that started it: without a native launcher nobody else does. The script tells where it
 * is by the system property {@value #LAUNCHER}.
 */
final class Relaunch {
    private static final String LAUNCHER = "subsidia.launcher";

    private Relaunch() {}

    /** Whether another workbench has been started. */
    static boolean begin() {
        String script = System.getProperty(LAUNCHER, "");
        if (script.isEmpty()) {
            return false;
        }
        try {
            List<String> command = script.endsWith(".cmd") ? List.of("cmd", "/c", script) : List.of(script);
            new ProcessBuilder(command).inheritIO().start();
            return true;
        } catch (IOException e) {
            ILog.of(Relaunch.class).error(script, e);
            return false;
        }
    }
}
