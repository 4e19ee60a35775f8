package org.subsidia.cli;

import java.util.concurrent.Callable;
import org.subsidia.io.statepayments.StatePayments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code subsidia import state-payments FILE --into P}: what Chorus, FONJEP or data.subvention say was paid. */
@Command(name = "state-payments")
final class ImportStatePaymentsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    ImportStatePaymentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(
                console,
                (portfolio, matching) -> StatePayments.prepare(
                        options.file(), portfolio, matching, options.at().day()));
    }
}
