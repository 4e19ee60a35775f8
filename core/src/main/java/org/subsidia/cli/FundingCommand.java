package org.subsidia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationId;
import org.subsidia.io.scdl.ScdlFunding;
import org.subsidia.io.scdl.ScdlSummary;
import org.subsidia.ledger.AmountBasis;
import org.subsidia.ledger.FundingDimension;
import org.subsidia.ledger.FundingQuery;
import org.subsidia.report.Findings;
import org.subsidia.report.FundingReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia funding FILE…}: what published subsidies add up to. */
@Command(name = "funding")
final class FundingCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "scdlFiles")
    private List<Path> files = List.of();

    @Option(names = "--by", paramLabel = "DIMENSION", split = ",", descriptionKey = "by")
    private List<FundingDimension> dimensions = FundingQuery.standard().dimensions();

    @Option(names = "--top", paramLabel = "N", descriptionKey = "top")
    private int top = FundingQuery.standard().top();

    @Option(names = "--structure", paramLabel = "SIRET|SIREN", descriptionKey = "structure")
    private @Nullable String structure;

    @Option(names = "--amount", paramLabel = "KIND", descriptionKey = "amount")
    private AmountBasis basis = FundingQuery.standard().basis();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    @Mixin
    private final AtOption at = new AtOption();

    FundingCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (top < 1 || threads < 1) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NOT-POSITIVE", Math.min(top, threads))));
        }
        FundingQuery query = new FundingQuery(dimensions, top, basis, wanted());
        List<Finding> unreadable = new ArrayList<>();
        ProgressLine progress = new ProgressLine(console);
        ScdlFunding.Result result = ScdlFunding.of(query)
                .threads(threads)
                .progress(progress::at)
                .read(files, finding -> {
                    if (finding.severity() == Severity.ERROR && finding.place().line() == 0) {
                        unreadable.add(finding);
                    }
                });
        progress.done();
        if (result.sources().stream().allMatch(source -> source.summary().isEmpty())) {
            throw new UnusableInput(unreadable);
        }
        output.write(
                console,
                FundingReport.of(
                        result.picture(),
                        result.sources().stream()
                                .map(source -> source.path().getFileName().toString())
                                .toList(),
                        findings(result, unreadable),
                        at.day()));
        boolean refused = !unreadable.isEmpty()
                || result.sources().stream()
                        .flatMap(source -> source.summary().stream())
                        .anyMatch(summary -> summary.refused() > 0 || !summary.complete());
        return refused ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }

    private static Findings findings(ScdlFunding.Result result, List<Finding> unreadable) {
        Stream<Findings.Group> inFiles = result.sources().stream()
                .flatMap(source -> source.summary().stream())
                .map(ScdlSummary::findings)
                .flatMap(List::stream)
                .filter(count -> !count.examples().isEmpty())
                .map(count -> new Findings.Group(count.severity(), count.code(), count.count(), count.examples()));
        return Findings.sorted(Stream.concat(Findings.of(unreadable).groups().stream(), inFiles)
                .toList());
    }

    /** The digits of the only beneficiary asked for, if there is one. */
    private @Nullable String wanted() {
        String text = structure;
        if (text == null) {
            return null;
        }
        var reading = OrganisationId.read(text);
        Optional<String> digits = reading.value().map(OrganisationId::value).filter(value -> value.chars()
                .allMatch(Character::isDigit));
        return digits.orElseThrow(() -> new UnusableInput(
                reading.isRead()
                        ? List.of(Finding.error(Place.NOWHERE, "CLI-NOT-A-NUMBER", text.toUpperCase(Locale.ROOT)))
                        : reading.findings()));
    }
}
