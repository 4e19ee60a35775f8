package org.subsidia.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code subsidia audit …}: it only knows what can be asked of an audit trail. */
@Command(
        name = "audit",
        subcommands = {AuditVerifyCommand.class, AuditListCommand.class, AuditFeedCommand.class},
        synopsisSubcommandLabel = "ACT")
final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), spec.root().resourceBundle().getString("noAuditAct"));
    }
}
