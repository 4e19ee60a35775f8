package org.subsidia.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code subsidia population …}: it only knows what can be done with populations. */
@Command(name = "population", subcommands = PopulationGenerateCommand.class, synopsisSubcommandLabel = "ACT")
final class PopulationCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), spec.root().resourceBundle().getString("noPopulationAct"));
    }
}
