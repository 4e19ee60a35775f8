package org.subsidia.rcp;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.subsidia.cli.CommandLineTool;
import org.subsidia.cli.Console;

/**
 * The command line's verbs without a window: {@code -application org.subsidia.rcp.command show portfolio.subsidia}. The exit
 * code is the command line's.
 */
public final class CommandLineApplication implements IApplication {
    @Override
    public Object start(IApplicationContext context) {
        Object words = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.applicationRunning();
        return CommandLineTool.run(Console.system(), words instanceof String[] arguments ? arguments : new String[0]);
    }

    @Override
    public void stop() {
        // a verb ends by itself
    }
}
