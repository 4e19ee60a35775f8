package org.subsidia.io.bank;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.cashflow.reconcile.BankAccount;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankFormat;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.Iban;
import org.subsidia.io.mapping.MappedRow;
import org.subsidia.io.mapping.MappedTable;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.MappingGuess;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.io.mapping.TableRows;
import org.subsidia.io.tabular.TabularFile;

/** Reads the table of movements that a bank exports, by a mapping that is given or that its headers suggest. */
final class CsvStatement {
    /** Without one of these a movement is unknown; other cells that cannot be read are left out of it. */
    private static final Set<String> NEEDED =
            Set.of("date", "amount", "direction", "debit", "credit", "currency", "account");

    private static final Set<String> AMOUNTS = Set.of("amount", "debit", "credit");

    private final Place file;
    private final List<Finding> findings;
    private final Map<String, StatementDraft> drafts = new LinkedHashMap<>();
    private final Map<String, BalanceColumn> balances = new LinkedHashMap<>();

    private CsvStatement(Place file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    static Reading<List<BankStatement>> read(Path path, Optional<Mapping> given) {
        Reading<MappedTable> table = table(path, given);
        List<Finding> findings = new ArrayList<>(table.findings());
        if (!table.isRead()) {
            return Reading.refused(findings);
        }
        CsvStatement reader = new CsvStatement(Place.file(String.valueOf(path.getFileName())), findings);
        List<BankStatement> statements = reader.statements(table.get());
        return Reading.of(statements, findings);
    }

    /** Whether the head of a table is one of movements rather than one of records: more of its columns find a place. */
    static boolean recognises(Path path) {
        return TabularFile.open(path, TableRows.limits())
                .value()
                .filter(file -> {
                    Optional<Mapping> movements = MappingGuess.of(file, Optional.of(TableKind.MOVEMENTS))
                            .mapping();
                    int records = MappingGuess.of(file, Optional.empty())
                            .mapping()
                            .map(mapping -> mapping.columns().size())
                            .orElse(0);
                    return movements
                            .filter(CsvStatement::isComplete)
                            .filter(mapping -> mapping.columns().size() > records)
                            .isPresent();
                })
                .isPresent();
    }

    /** The table by the mapping, else by a guess; what was guessed is one finding. */
    static Reading<MappedTable> table(Path path, Optional<Mapping> given) {
        Reading<TabularFile> file = TabularFile.open(path, TableRows.limits());
        if (!file.isRead()) {
            return Reading.refused(file.findings());
        }
        List<Finding> findings = new ArrayList<>(file.findings());
        Place place = file.get().place();
        Optional<Mapping> mapping = given.or(() -> guess(file.get(), findings));
        if (mapping.isEmpty() || !isComplete(mapping.get())) {
            findings.add(
                    mapping.isPresent() && mapping.get().kind() != TableKind.MOVEMENTS
                            ? Finding.error(
                                    place, "BANK-CSV-KIND", mapping.get().kind().id(), TableKind.MOVEMENTS.id())
                            : Finding.error(place, "BANK-CSV-COLUMNS"));
            return Reading.refused(findings);
        }
        Reading<TableRows> rows = TableRows.read(file.get(), mapping.get().sheet());
        findings.addAll(rows.findings());
        if (!rows.isRead()) {
            return Reading.refused(findings);
        }
        Reading<MappedTable> table = MappedTable.read(rows.get(), mapping.get());
        findings.addAll(table.findings());
        return table.isRead() ? Reading.of(table.get(), findings) : Reading.refused(findings);
    }

    private static Optional<Mapping> guess(TabularFile file, List<Finding> findings) {
        MappingGuess guess = MappingGuess.of(file, Optional.of(TableKind.MOVEMENTS));
        guess.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .forEach(findings::add);
        Optional<Mapping> mapping = guess.mapping().filter(CsvStatement::isComplete);
        mapping.ifPresent(found -> findings.add(Finding.info(
                file.place().line(found.headerRow()),
                "BANK-CSV-GUESSED",
                found.columns().stream()
                        .map(column -> column.header() + " → " + column.field())
                        .collect(Collectors.joining(", ")))));
        return mapping;
    }

    private static boolean isComplete(Mapping mapping) {
        Set<String> fields = mapping.fields();
        return mapping.kind() == TableKind.MOVEMENTS
                && fields.contains("date")
                && AMOUNTS.stream().anyMatch(fields::contains);
    }

    private List<BankStatement> statements(MappedTable table) {
        String above = table.above().stream()
                .flatMap(List::stream)
                .flatMap(cell -> Iban.read(cell).value().stream())
                .map(Iban::value)
                .findFirst()
                .orElse("");
        if (table.rows().isEmpty()) {
            draft(above);
        }
        for (MappedRow row : table.rows()) {
            row(table, row, row.value("account", String.class).orElse(above));
        }
        drafts.forEach((account, draft) ->
                Objects.requireNonNull(balances.get(account)).close(draft));
        return drafts.values().stream().map(StatementDraft::build).toList();
    }

    private StatementDraft draft(String account) {
        balances.computeIfAbsent(account, any -> new BalanceColumn());
        return drafts.computeIfAbsent(account, any -> {
            StatementDraft draft = new StatementDraft(BankFormat.CSV, file, findings);
            draft.account = account.isEmpty() ? null : BankAccount.of(account);
            return draft;
        });
    }

    private void row(MappedTable table, MappedRow row, String account) {
        boolean dated = row.values().containsKey("date");
        boolean told = AMOUNTS.stream()
                .anyMatch(
                        field -> row.values().containsKey(field) || row.unread().contains(field));
        if (!dated && !told) {
            findings.add(Finding.info(row.place(), "BANK-CSV-NO-MOVEMENT"));
            return;
        }
        StatementDraft draft = draft(account);
        List<Finding> why = refusal(table, row);
        if (!why.isEmpty()) {
            draft.refuse(why.get(0));
            findings.addAll(why.subList(1, why.size()));
            Objects.requireNonNull(balances.get(account)).gap();
            return;
        }
        row.findings().stream()
                .map(one -> new Finding(
                        one.severity() == Severity.ERROR ? Severity.WARNING : one.severity(),
                        one.place(),
                        one.message()))
                .forEach(findings::add);
        row.value("currency", String.class).ifPresent(code -> draft.currency(row.place(), code));
        Money amount = amount(row).orElseThrow();
        draft.entry(new BankEntry(
                row.place(),
                "",
                row.value("date", LocalDate.class).orElseThrow(),
                row.value("valueDate", LocalDate.class).orElse(null),
                amount,
                Stream.of("label", "details", "remittance")
                        .flatMap(field -> row.value(field, String.class).stream())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                row.value("reference", String.class).orElse(null),
                row.value("counterparty", String.class).orElse(null),
                null));
        Objects.requireNonNull(balances.get(account))
                .add(
                        table.place(row, "balance"),
                        row.value("date", LocalDate.class).orElseThrow(),
                        amount,
                        row.value("balance", Money.class));
    }

    /** Why a row is no movement that can be counted on; empty: it is one. */
    private static List<Finding> refusal(MappedTable table, MappedRow row) {
        if (row.unread().stream().anyMatch(NEEDED::contains)) {
            return row.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
        }
        if (!row.values().containsKey("date")) {
            return List.of(Finding.error(table.place(row, "date"), "BANK-CSV-DAY"));
        }
        boolean reversed = row.value("amount", Money.class)
                        .filter(Money::isNegative)
                        .isPresent()
                && row.value("direction", String.class).filter("CREDIT"::equals).isPresent();
        if (reversed) {
            return List.of(Finding.error(table.place(row, "direction"), "BANK-CSV-DIRECTION"));
        }
        String column = AMOUNTS.stream()
                .filter(table.columns()::containsKey)
                .sorted()
                .findFirst()
                .orElse("amount");
        return amount(row).isEmpty() ? List.of(Finding.error(table.place(row, column), "BANK-CSV-AMOUNT")) : List.of();
    }

    /** With the sign of one column, of a direction beside it, or of the column in which it stands; a zero beside it is nothing. */
    private static Optional<Money> amount(MappedRow row) {
        Optional<Money> amount = row.value("amount", Money.class);
        if (amount.isPresent()) {
            boolean out =
                    row.value("direction", String.class).filter("DEBIT"::equals).isPresent();
            return amount.map(money -> out ? money.abs().negated() : money);
        }
        Optional<Money> debit = row.value("debit", Money.class);
        Optional<Money> credit = row.value("credit", Money.class);
        boolean one = debit.isEmpty() || credit.isEmpty();
        boolean zero = !one && (debit.get().isZero() || credit.get().isZero());
        if ((debit.isEmpty() && credit.isEmpty()) || !(one || zero)) {
            return Optional.empty();
        }
        return credit.filter(money -> debit.isEmpty() || debit.get().isZero())
                .or(() -> debit.map(money -> money.abs().negated()));
    }
}
