package org.subsidia.rcp.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.cashflow.reconcile.StatementBook;
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
    List<Heading> headings() {
        return List.of(
                Heading.words(Texts.bankAccount, 130),
                Heading.words(Texts.bankNumber, 70),
                Heading.words(Texts.bankFrom, 85),
                Heading.words(Texts.bankTo, 85),
                Heading.number(Texts.bankOpening, 115),
                Heading.number(Texts.bankMovements, 115),
                Heading.number(Texts.bankClosing, 115));
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        structure = new StructureChoice(page, Texts.importStructure, Texts.bankAllStructures);
    }

    @Override
    Callable<Reading<Review>> reader(Path file, Portfolio into) {
        StructureId whose = structure.id();
        return () -> {
            List<Finding> findings = new ArrayList<>();
            Optional<Mapping> mapping = Optional.empty();
            Path beside = MappingFile.beside(file);
            if (Files.isRegularFile(beside)) {
                Reading<Mapping> kept = MappingFile.read(beside);
                findings.addAll(kept.findings());
                mapping = kept.value();
            }
            return read(file, whose, mapping, findings);
        };
    }

    /** Reads a statement; one that is a table, by a mapping where there is one. */
    static Reading<Review> read(Path file, StructureId whose, Optional<Mapping> mapping, List<Finding> before) {
        Reading<List<BankStatement>> read = BankFile.read(file, mapping);
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
                one.closing().<Object>map(balance -> balance.amount()).orElse(""));
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
