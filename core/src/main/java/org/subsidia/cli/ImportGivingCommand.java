package org.subsidia.cli;

import java.util.concurrent.Callable;
import org.subsidia.io.threesixtygiving.GivingImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code subsidia import 360giving FILE --into P}: grants of a 360Giving file, JSON or CSV. */
@Command(name = "360giving")
final class ImportGivingCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    ImportGivingCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(
                console,
                (portfolio, matching) -> GivingImport.prepare(
                        options.file(), portfolio, matching, options.at().day()));
    }
}
