package org.subsidia.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code subsidia help [VERB…]}: the same text as {@code subsidia VERB --help}. */
@Command(name = "help")
final class HelpVerb implements Runnable {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @Parameters(paramLabel = "VERB", arity = "0..*", descriptionKey = "verbs")
    private List<String> verbs = List.of();

    HelpVerb(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        CommandLine command = spec.parent().commandLine();
        for (String verb : verbs) {
            CommandLine next = command.getSubcommands().get(verb);
            if (next == null) {
                throw new ParameterException(spec.commandLine(), verb);
            }
            command = next;
        }
        command.usage(console.out());
    }
}
