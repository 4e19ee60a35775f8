package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandLineToolTest {

    static List<CommandLine> verbs() {
        List<CommandLine> verbs = new ArrayList<>();
        collect(commandLine(Locale.FRENCH), verbs);
        collect(commandLine(Locale.ENGLISH), verbs);
        return verbs;
    }

    private static CommandLine commandLine(Locale locale) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return CommandLineTool.commandLine(new Console(nowhere, nowhere, false, locale));
    }

    private static void collect(CommandLine command, List<CommandLine> verbs) {
        verbs.add(command);
        command.getSubcommands().values().forEach(sub -> collect(sub, verbs));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void help_anyVerb_describesItAndAllItsOptions(CommandLine verb) {
        CommandSpec spec = verb.getCommandSpec();
        assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
        spec.args().forEach(arg -> assertThat(arg.description())
                .as(spec.qualifiedName() + " " + arg.paramLabel())
                .isNotEmpty());
    }

    @Test
    void help_anyLanguage_isInThatLanguage() {
        assertThat(ToolRun.french("funding", "--help").out()).contains("Usage :", "Additionne");
        assertThat(ToolRun.english("funding", "--help").out()).contains("Usage:", "Adds");
    }

    @Test
    void run_noVerb_saysSoAndEndsWith2() {
        ToolRun run = ToolRun.french();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("il manque un verbe", "subsidia --help");
    }

    @Test
    void run_unknownVerbOptionOrMissingParameter_namesItAndEndsWith2() {
        assertThat(ToolRun.french("financements"))
                .satisfies(r -> assertThat(r.code()).isEqualTo(2));
        assertThat(ToolRun.french("financements").err()).contains("Mot inattendu : financements");
        assertThat(ToolRun.english("version", "--fast").err()).contains("Unknown option: --fast");
        assertThat(ToolRun.english("show").err()).contains("PORTFOLIO is missing");
        assertThat(ToolRun.english("show", "x", "--at", "31/12/2026").code()).isEqualTo(2);
    }

    @Test
    void run_langOption_winsOverTheSystem() {
        assertThat(ToolRun.french("--lang", "en").err()).contains("a verb is missing");
        assertThat(ToolRun.english("--lang=fr").err()).contains("il manque un verbe");
        assertThat(ToolRun.english("--lang", "de", "version").code()).isEqualTo(2);
    }

    @Test
    void help_ofAVerb_isTheSameAsItsOption() {
        assertThat(ToolRun.french("help", "funding").out())
                .isEqualTo(ToolRun.french("funding", "--help").out());
        assertThat(ToolRun.french("help", "nothing").code()).isEqualTo(2);
    }

    @Test
    void help_ofEveryVerb_isWrittenWithoutAWarningOfTheParser() {
        PrintStream before = System.err;
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        System.setErr(new PrintStream(warned, true, StandardCharsets.UTF_8));
        try {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                help(CommandLineTool.commandLine(new Console(System.err, System.err, false, locale)));
            }
        } finally {
            System.setErr(before);
        }
        assertThat(warned.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void help(CommandLine verb) {
        assertThat(verb.getUsageMessage()).isNotBlank().doesNotContain("%%");
        verb.getSubcommands().values().forEach(CommandLineToolTest::help);
    }

    @Test
    void version_namesTheReleaseAndTheJava() {
        assertThat(ToolRun.french("version").out()).matches("Subsidia \\S+ \\(Java \\d+\\)\\R");
        assertThat(ToolRun.french("--version")).isEqualTo(ToolRun.french("version"));
    }
}
