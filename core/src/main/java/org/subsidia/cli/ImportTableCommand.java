package org.subsidia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.subsidia.cli.PortfolioFile.Change;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.mapping.ImportPreview;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.MappingFile;
import org.subsidia.io.mapping.MappingGuess;
import org.subsidia.io.mapping.RowOutcome;
import org.subsidia.io.mapping.TableImport;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.io.mapping.TableRows;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.report.TableImportReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia import table FILE --into P}: brings a table of anybody's columns into a portfolio. */
@Command(name = "table")
final class ImportTableCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", descriptionKey = "tableFile")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--into", paramLabel = "PORTFOLIO", required = true, descriptionKey = "into")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace into;

    @Option(names = "--mapping", paramLabel = "MAPPING", descriptionKey = "tableMapping")
    private @Nullable Path mappingFile;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "tableKind")
    private @Nullable TableKind kind;

    @Option(names = "--structure", paramLabel = "STRUCTURE", descriptionKey = "tableStructure")
    private @Nullable String structure;

    @Option(names = "--dry-run", descriptionKey = "dryRun")
    private boolean dryRun;

    @Option(names = "--save-mapping", descriptionKey = "tableSaveMapping")
    private boolean saveMapping;

    @Mixin
    private final ReportOutput output = new ReportOutput();

    @Mixin
    private final AtOption at = new AtOption();

    ImportTableCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        TabularFile table = need(TabularFile.open(file, TableRows.limits()), findings);
        String name = table.place().toString();
        ImportPreview preview = dryRun
                ? PortfolioFile.tried(console, into, portfolio -> preview(table, portfolio, findings))
                : PortfolioFile.changed(console, into, name, portfolio -> preview(table, portfolio, findings));
        output.write(console, TableImportReport.of(preview, name, findings, at.day()));
        if (saveMapping) {
            MappingChoice.save(console, preview.mapping(), target());
        }
        return preview.count(RowOutcome.Kind.REFUSED) > 0 ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }

    private Change<ImportPreview> preview(TabularFile table, Portfolio portfolio, List<Finding> found) {
        Mapping mapping = withStructure(mapping(table, found), portfolio);
        TableRows rows = need(TableRows.read(table, mapping.sheet()), found);
        ImportPreview preview = TableImport.preview(rows, mapping, portfolio);
        if (preview.rows().isEmpty() && hasError(preview.findings())) {
            found.addAll(preview.findings());
            throw new UnusableInput(found);
        }
        return new Change<>(preview.changesNothing() ? Edit.nothing() : preview.edit(), preview);
    }

    /** The mapping that was named, else the one beside the table, else a guess. */
    private Mapping mapping(TabularFile table, List<Finding> findings) {
        Optional<Mapping> stored = MappingChoice.stored(mappingFile, file, findings);
        if (stored.isEmpty()) {
            MappingGuess guess = MappingGuess.of(table, Optional.ofNullable(kind));
            findings.addAll(guess.findings());
            if (guess.mapping().isEmpty() || hasError(guess.findings())) {
                throw new UnusableInput(findings);
            }
            return guess.mapping().get();
        }
        Mapping mapping = stored.get();
        Path source = target();
        TableKind wanted = kind;
        if (wanted != null && wanted != mapping.kind()) {
            throw new UnusableInput(List.of(Finding.error(
                    Place.file(source.toString()),
                    "CLI-TABLE-KIND",
                    String.valueOf(source.getFileName()),
                    mapping.kind().id(),
                    wanted.id())));
        }
        return mapping;
    }

    /** A structure that the portfolio has; the first structure of a new portfolio is made by its name. */
    private Mapping withStructure(Mapping mapping, Portfolio portfolio) {
        String wanted = structure;
        if (wanted == null) {
            return mapping;
        }
        List<Structure> known = portfolio.structures();
        Optional<Structure> found = known.stream()
                .filter(s -> wanted.equals(s.id().value())
                        || wanted.equals(s.siren())
                        || wanted.equals(s.siret())
                        || wanted.equals(s.rna())
                        || wanted.equalsIgnoreCase(s.name()))
                .findFirst();
        if (found.isPresent()) {
            return mapping.withConstant("structure.id", found.get().id().value());
        }
        if (known.isEmpty()) {
            return mapping.withConstant("structure.name", wanted);
        }
        String all = String.join(", ", known.stream().map(s -> s.id().value()).toList());
        throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NO-STRUCTURE", wanted, all)));
    }

    private Path target() {
        Path named = mappingFile;
        return named == null ? MappingFile.beside(file) : named;
    }

    private static <T> T need(Reading<T> reading, List<Finding> findings) {
        findings.addAll(reading.findings());
        return reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
    }

    private static boolean hasError(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
