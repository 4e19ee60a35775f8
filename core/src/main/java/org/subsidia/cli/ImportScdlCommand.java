package org.subsidia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.subsidia.cli.PortfolioFile.Change;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.identity.OrganisationId;
import org.subsidia.io.scdl.ScdlChoice;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlImport;
import org.subsidia.io.scdl.ScdlImports;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.ScdlReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia import scdl FILE… --into P}: makes structures, funders and grants of published rows. */
@Command(name = "scdl")
final class ImportScdlCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "scdlFiles")
    private List<Path> files = List.of();

    @Option(names = "--into", paramLabel = "PORTFOLIO", required = true, descriptionKey = "into")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace into;

    @Option(names = "--beneficiary", paramLabel = "SIRET|SIREN|RNA", descriptionKey = "beneficiary")
    private List<String> beneficiaries = List.of();

    @Option(names = "--dry-run", descriptionKey = "dryRun")
    private boolean dryRun;

    @Mixin
    private final ReportOutput output = new ReportOutput();

    @Mixin
    private final AtOption at = new AtOption();

    ImportScdlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ScdlChoice choice = new ScdlChoice(wanted());
        List<ScdlFile> opened = files.stream().map(ScdlInput::open).toList();
        String names = opened.stream().map(file -> file.place().toString()).collect(Collectors.joining(", "));
        List<ScdlImport> results = (dryRun
                        ? PortfolioFile.tried(console, into, portfolio -> imports(opened, portfolio, choice, names))
                        : PortfolioFile.changed(
                                console, into, names, portfolio -> imports(opened, portfolio, choice, names)))
                .imports();
        output.write(console, ScdlReport.imported(results, at.day()));
        boolean refused = results.stream()
                .map(ScdlImport::summary)
                .anyMatch(summary -> summary.refused() > 0 || !summary.complete());
        return refused ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }

    private static Change<ScdlImports> imports(List<ScdlFile> files, Portfolio into, ScdlChoice choice, String label) {
        ScdlImports imports = ScdlImports.prepare(files, into, choice);
        return new Change<>(imports.edit(label), imports);
    }

    private Set<OrganisationId> wanted() {
        Set<OrganisationId> wanted = new HashSet<>();
        List<Finding> wrong = new ArrayList<>();
        for (String text : beneficiaries) {
            Reading<OrganisationId> reading = OrganisationId.read(text);
            reading.value().ifPresentOrElse(wanted::add, () -> wrong.addAll(reading.findings()));
        }
        if (!wrong.isEmpty()) {
            throw new UnusableInput(wrong);
        }
        return wanted;
    }
}
