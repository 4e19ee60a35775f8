package org.subsidia.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code subsidia import KIND …}: it only knows its kinds. */
@Command(
        name = "import",
        subcommands = {
            ImportCatalogueCommand.class,
            ImportCordisCommand.class,
            ImportDataSubventionCommand.class,
            ImportEuOperationsCommand.class,
            ImportFecCommand.class,
            ImportGivingCommand.class,
            ImportScdlCommand.class,
            ImportStatePaymentsCommand.class,
            ImportTableCommand.class
        },
        synopsisSubcommandLabel = "KIND")
final class ImportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), spec.root().resourceBundle().getString("noKind"));
    }
}
