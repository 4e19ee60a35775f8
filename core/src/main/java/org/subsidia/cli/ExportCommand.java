package org.subsidia.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code subsidia export KIND …}: it only knows its kinds. */
@Command(
        name = "export",
        subcommands = {
            ExportGivingCommand.class,
            ExportRegisterCommand.class,
            ExportScdlCommand.class,
            ExportTableCommand.class,
            ExportTransparencyCommand.class
        },
        synopsisSubcommandLabel = "KIND")
final class ExportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), spec.root().resourceBundle().getString("noKind"));
    }
}
