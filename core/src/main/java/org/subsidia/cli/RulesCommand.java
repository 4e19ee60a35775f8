package org.subsidia.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code subsidia rules …}: it only knows what can be done with rule sets. */
@Command(
        name = "rules",
        subcommands = {RulesCheckCommand.class, RulesTestCommand.class, RulesDiffCommand.class},
        synopsisSubcommandLabel = "ACT")
final class RulesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), spec.root().resourceBundle().getString("noRulesAct"));
    }
}
