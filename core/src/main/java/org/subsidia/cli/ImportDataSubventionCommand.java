package org.subsidia.cli;

import java.util.concurrent.Callable;
import org.subsidia.io.datasubvention.DataSubvention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code subsidia import data-subvention FILE --into P}: what was asked of funders, and what became of it. */
@Command(name = "data-subvention")
final class ImportDataSubventionCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    ImportDataSubventionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(
                console,
                (portfolio, matching) -> DataSubvention.prepare(
                        options.file(), portfolio, matching, options.at().day()));
    }
}
