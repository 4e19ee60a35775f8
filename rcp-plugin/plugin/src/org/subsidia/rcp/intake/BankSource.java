package org.subsidia.rcp.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.cashflow.reconcile.StatementBook;
import org.subsidia.finding.FileFindings;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.io.bank.BankFile;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.MappingFile;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.reconcile.ReconcileView;
import org.subsidia.rcp.reconcile.Statements;

/** Statements of a bank; they change nothing themselves, but lead to the view where they are set against expected payments. */
final class BankSource extends Source.OfRows {
    private StructureChoice structure;

    @Override
    String title() {
        return Texts.bankTitle;
    }

    @Override
    String description() {
        return Texts.bankDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".xml", ".ofx", ".cfonb", ".txt", ".csv", ".xlsx"};
    }

    @Override
    boolean takesSeveral() {
        return true;
    }

    @Override
    List<Heading> headings() {
        return List.of(
                Heading.words(Texts.bankAccount, 115),
                Heading.words(Texts.bankNumber, 70),
                Heading.words(Texts.bankFrom, 85),
                Heading.words(Texts.bankTo, 85),
                Heading.number(Texts.bankOpening, 105),
                Heading.number(Texts.bankMovements, 105),
                Heading.number(Texts.bankClosing, 105),
                Heading.words(Texts.bankFile, 165));
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        structure = new StructureChoice(page, Texts.importStructure, Texts.bankAllStructures);
    }

    @Override
    Callable<Reading<Review>> reader(List<Path> files, Portfolio into) {
        StructureId whose = structure.id();
        return () -> read(files, whose);
    }

    /** Reads statements; a file that is refused refuses all: what is missing would look like money that did not come. */
    private static Reading<Review> read(List<Path> files, StructureId whose) {
        List<BankStatement> statements = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        boolean refused = false;
        for (Path file : files) {
            Optional<Mapping> kept = kept(file, findings);
            // columns named alike do not make a statement of what is plainly something else
            Reading<List<BankStatement>> read =
                    kept.isEmpty() && ImportKind.BANK.other(file).isPresent()
                            ? Reading.refused(Finding.error(FileFindings.place(file), "BANK-NO-STATEMENT"))
                            : BankFile.read(file, kept);
            read.value().ifPresent(statements::addAll);
            findings.addAll(read.findings());
            refused |= !read.isRead();
        }
        return refused ? Reading.refused(findings) : Reading.of(review(names(files), whose, statements, findings));
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }

    /** The mapping that was kept beside a statement that is a table. */
    private static Optional<Mapping> kept(Path file, List<Finding> findings) {
        Path beside = MappingFile.beside(file);
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        Reading<Mapping> kept = MappingFile.read(beside);
        findings.addAll(kept.findings());
        return kept.value();
    }

    /** Reads a statement in the columns of a table. */
    static Reading<Review> read(Path file, StructureId whose, Mapping mapping, List<Finding> before) {
        Reading<List<BankStatement>> read = BankFile.read(file, Optional.of(mapping));
        List<Finding> findings = new ArrayList<>(before);
        findings.addAll(read.findings());
        return read.map(statements -> review(file.getFileName().toString(), whose, statements, findings));
    }

    private static Review review(String file, StructureId whose, List<BankStatement> read, List<Finding> found) {
        StatementBook book = StatementBook.of(read);
        List<Finding> findings = new ArrayList<>(found);
        findings.addAll(book.findings());
        List<Row> rows = read.stream().map(one -> row(one, findings)).toList();
        int entries = read.stream().mapToInt(one -> one.entries().size()).sum();
        Ending ending = keys -> {
            List<BankStatement> chosen =
                    keys.stream().map(BankStatement.class::cast).toList();
            return Reading.of(() -> ReconcileView.open(new Statements(file, whose, chosen)));
        };
        return new Review(Texts.bind(Texts.bankCounts, rows.size(), entries), rows, findings, ending);
    }

    private static Row row(BankStatement one, List<Finding> findings) {
        List<Object> cells = List.of(
                one.account().shown(),
                one.number(),
                one.first().<Object>map(day -> day).orElse(""),
                one.last().<Object>map(day -> day).orElse(""),
                one.opening().<Object>map(balance -> balance.amount()).orElse(""),
                one.movements(),
                one.closing().<Object>map(balance -> balance.amount()).orElse(""),
                String.valueOf(one.place().file()));
        String verdict = one.balanced()
                .map(right -> right ? "BANK-VERDICT-RIGHT" : "BANK-VERDICT-WRONG")
                .orElse("BANK-VERDICT-UNKNOWN");
        List<Finding> own = findings.stream()
                .filter(finding -> finding.place().equals(one.place()))
                .toList();
        boolean wrong = one.balanced().filter(right -> !right).isPresent();
        return Row.of(one, one.place().line(), wrong ? Outcome.REVIEW : Outcome.NEW, cells, own)
                .inWords(Message.of(verdict).in(Texts.locale()), true);
    }
}
