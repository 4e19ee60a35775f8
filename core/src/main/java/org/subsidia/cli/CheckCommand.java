package org.subsidia.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code subsidia check …}: it only knows what can be checked. */
@Command(
        name = "check",
        subcommands = {CheckScdlCommand.class},
        synopsisSubcommandLabel = "KIND")
final class CheckCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), spec.root().resourceBundle().getString("noKind"));
    }
}
