package org.subsidia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.reconcile.BankFormat;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.cashflow.reconcile.PayerTable;
import org.subsidia.cashflow.reconcile.ReconcileOptions;
import org.subsidia.cashflow.reconcile.Reconciliation;
import org.subsidia.cashflow.reconcile.StatementBook;
import org.subsidia.cli.PortfolioFile.Change;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.bank.BankFile;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.MappingFile;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.ReconcileReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia reconcile P --bank FILE…}: sets bank statements against the payments that grants are expected to bring. */
@Command(name = "reconcile")
final class ReconcileCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--bank", paramLabel = "FILE", arity = "1..*", required = true, descriptionKey = "reconcileBank")
    private List<Path> bank = new ArrayList<>();

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "reconcileStructure")
    private @Nullable String structure;

    @Option(names = "--apply", descriptionKey = "reconcileApply")
    private boolean apply;

    @Option(names = "--threshold", paramLabel = "POINTS", descriptionKey = "reconcileThreshold")
    private int threshold = ReconcileOptions.USUAL_THRESHOLD;

    @Option(names = "--payers", paramLabel = "FILE", descriptionKey = "reconcilePayers")
    private @Nullable Path payers;

    @Option(names = "--mapping", paramLabel = "MAPPING", descriptionKey = "reconcileMapping")
    private @Nullable Path mappingFile;

    @Option(names = "--save-mapping", descriptionKey = "reconcileSaveMapping")
    private boolean saveMapping;

    @Option(names = "--balance", descriptionKey = "reconcileBalance")
    private boolean balance;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    ReconcileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (threshold < 0 || threshold > ReconcileOptions.NEVER) {
            throw unusable("CLI-RECONCILE-THRESHOLD", threshold);
        }
        if (balance && structure == null) {
            throw unusable("CLI-RECONCILE-BALANCE");
        }
        List<Finding> findings = new ArrayList<>();
        StatementBook book = StatementBook.of(statements(findings));
        ReconcileOptions options =
                ReconcileOptions.standard().withThreshold(threshold).withPayers(payers());
        String names =
                bank.stream().map(path -> String.valueOf(path.getFileName())).collect(Collectors.joining(", "));
        if (!file.isDatabase() && !Files.exists(file.file())) {
            PortfolioFile.open(console, file);
        }
        Reconciliation found = apply
                ? PortfolioFile.changed(
                        console, file, names, portfolio -> reconcile(portfolio, book, options, names, findings))
                : PortfolioFile.tried(console, file, portfolio -> reconcile(portfolio, book, options, names, findings));
        output.write(console, ReconcileReport.of(found, apply, findings, file.name(), at.day()));
        boolean wrong = findings.stream().anyMatch(ReconcileCommand::isError)
                || book.findings().stream().anyMatch(ReconcileCommand::isError);
        return wrong ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }

    /** A file that is refused ends the verb: what is missing of it would look like money that did not come. */
    private List<BankStatement> statements(List<Finding> findings) {
        List<BankStatement> statements = new ArrayList<>();
        for (Path path : bank) {
            Optional<Mapping> mapping = MappingChoice.stored(mappingFile, path, findings);
            Reading<List<BankStatement>> read = BankFile.read(path, mapping);
            List<BankStatement> found = read.value().orElseThrow(() -> new UnusableInput(read.findings()));
            statements.addAll(found);
            findings.addAll(read.findings());
            boolean table = found.stream().anyMatch(one -> one.format() == BankFormat.CSV);
            if (saveMapping && table && mapping.isEmpty()) {
                MappingChoice.save(console, BankFile.mapping(path).get(), MappingFile.beside(path));
            }
        }
        return statements;
    }

    private Change<Reconciliation> reconcile(
            Portfolio portfolio, StatementBook book, ReconcileOptions options, String names, List<Finding> findings) {
        StructureId wanted = RecordChoice.structure(structure, portfolio);
        List<StructureId> structures = wanted != null
                ? List.of(wanted)
                : portfolio.structures().stream().map(Structure::id).toList();
        Reconciliation found = Reconciliation.of(portfolio, structures, LawBase.standard(), book, options);
        String label = Message.of("BANK-EDIT", names).in(console.locale());
        List<Edit> edits = new ArrayList<>(List.of(found.edit(label, found.accepted())));
        if (balance && wanted != null) {
            Reading<CashBalance> cash =
                    found.balance(Message.of("BANK-CASH-NOTE", names).in(console.locale()));
            findings.addAll(cash.findings());
            cash.value().ifPresent(one -> portfolio
                    .structure(wanted)
                    .ifPresent(owner -> edits.add(Reconciliation.noteBalance(owner, one))));
        }
        return new Change<>(Edit.batch(label, edits), found);
    }

    private PayerTable payers() {
        Path own = payers;
        if (own == null) {
            return PayerTable.standard();
        }
        Reading<PayerTable> read = PayerTable.read(own);
        return PayerTable.standard().after(read.value().orElseThrow(() -> new UnusableInput(read.findings())));
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    private static UnusableInput unusable(String code, Object... arguments) {
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, code, arguments)));
    }
}
