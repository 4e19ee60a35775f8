package org.subsidia.cli;

import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: it only knows its verbs. */
@Command(
        name = "subsidia",
        subcommands = {
            FundingCommand.class,
            NewCommand.class,
            ShowCommand.class,
            GrantsCommand.class,
            CatalogueCommand.class,
            LawCommand.class,
            CalendarCommand.class,
            DeadlineCommand.class,
            CheckCommand.class,
            EligibilityCommand.class,
            DependenceCommand.class,
            ConsumptionCommand.class,
            ForecastCommand.class,
            ReportCommand.class,
            StateAidCommand.class,
            IntensityCommand.class,
            EquivalentCommand.class,
            ReconcileCommand.class,
            RulesCommand.class,
            CofinancingCommand.class,
            DecommitmentCommand.class,
            FecCommand.class,
            SimulateCommand.class,
            SeekCommand.class,
            SweepCommand.class,
            PopulationCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ApplyCommand.class,
            HistoryCommand.class,
            VerifyCommand.class,
            RestoreCommand.class,
            UpgradeCommand.class,
            CopyCommand.class,
            AuditCommand.class,
            VersionCommand.class,
            HelpVerb.class
        },
        synopsisSubcommandLabel = "VERB")
final class SubsidiaCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // read before parsing, declared for the help and for the check of its value
    @Option(names = "--lang", paramLabel = "fr|en", scope = ScopeType.INHERIT, descriptionKey = "lang")
    private Language language = Language.fr;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "help")
    private boolean help;

    @Option(names = "--version", descriptionKey = "version")
    private boolean version;

    /** The languages of the program, by their code. */
    enum Language {
        fr,
        en
    }

    @Override
    public void run() {
        if (version) {
            VersionCommand verb =
                    Objects.requireNonNull(spec.subcommands().get("version")).getCommand();
            verb.run();
            return;
        }
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("noVerb"));
    }
}
