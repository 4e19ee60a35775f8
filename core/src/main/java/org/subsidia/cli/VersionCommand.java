package org.subsidia.cli;

import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code subsidia version}: which release this is, and on which Java it runs. */
@Command(name = "version")
final class VersionCommand implements Runnable {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
        console.out()
                .println("Subsidia " + version + " (Java " + Runtime.version().feature() + ")");
    }
}
