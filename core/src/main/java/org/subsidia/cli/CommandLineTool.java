package org.subsidia.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.subsidia.finding.Message;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command. */
public final class CommandLineTool {
    private CommandLineTool() {}

    /**
     * Runs one command.
     *
     * @param console where it writes
     * @param args the verb and its options
     * @return the exit code: 0 done, 1 done with errors found in the data, 2 wrong usage or unreadable input, 3 internal
     *     error
     */
    public static int run(Console console, String... args) {
        Console localised = language(args).map(console::in).orElse(console);
        CommandLine line = commandLine(localised);
        return line.execute(args);
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new SubsidiaCommand(), new CommandFactory(console));
        line.setResourceBundle(usage(console.locale()));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.registerConverter(PortfolioPlace.class, PortfolioPlace::of);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, a) -> wrongUsage(console, e));
        line.setExecutionExceptionHandler((e, command, result) -> internalError(console, e));
        return line;
    }

    /** The language that the arguments ask for: needed before they are parsed, since the parser's own words depend on it. */
    private static Optional<Locale> language(String... args) {
        List<String> words = new ArrayList<>(List.of(args));
        int at = words.indexOf("--lang");
        Optional<String> given = at >= 0 && at + 1 < words.size()
                ? Optional.of(words.get(at + 1))
                : words.stream()
                        .filter(word -> word.startsWith("--lang="))
                        .map(word -> word.substring("--lang=".length()))
                        .findFirst();
        return given.filter(word -> word.equals("fr") || word.equals("en")).map(Locale::forLanguageTag);
    }

    private static ResourceBundle usage(Locale locale) {
        Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                "org.subsidia.cli.usage",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static int wrongUsage(Console console, ParameterException e) {
        Message message;
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            message = Message.of(word.startsWith("-") ? "CLI-UNKNOWN-OPTION" : "CLI-UNKNOWN-WORD", word);
        } else if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            message = Message.of("CLI-MISSING", missing.getMissing().get(0).paramLabel());
        } else {
            message = Message.of("CLI-USAGE", String.valueOf(e.getMessage()));
        }
        console.err().println(message.in(console.locale()));
        String verb = e.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println(Message.of("CLI-SEE-HELP", verb).in(console.locale()));
        return ExitCode.UNUSABLE;
    }

    private static int internalError(Console console, Exception e) {
        if (e instanceof UnusableInput unusable) {
            unusable.findings().forEach(finding -> FindingLines.print(console, finding));
            return ExitCode.UNUSABLE;
        }
        console.err().println(Message.of("CLI-INTERNAL", String.valueOf(e)).in(console.locale()));
        for (StackTraceElement frame : e.getStackTrace()) {
            console.err().println("  " + frame);
        }
        return ExitCode.INTERNAL;
    }
}
