package org.subsidia.cli;

import java.util.concurrent.Callable;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code subsidia import eu-operations FILE --into P}: European operations of the portfolio's structures, as grants. */
@Command(name = "eu-operations")
final class ImportEuOperationsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    ImportEuOperationsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Law law = LawBase.standard().at(options.at().day());
        return options.run(
                console, (portfolio, matching) -> EuOperations.prepare(options.file(), portfolio, matching, law));
    }
}
