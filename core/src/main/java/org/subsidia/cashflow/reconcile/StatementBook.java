package org.subsidia.cashflow.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Finding;

/**
 * Statements in their order, each movement once. A statement that is given twice counts once; where two statements tell of the same
 * days, movements that both show count once. What does not add up, is missing between two statements or stands twice is a finding.
 */
public final class StatementBook {
    private final List<BankStatement> statements = new ArrayList<>();
    private final List<BankEntry> entries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private StatementBook() {}

    /**
     * Puts statements in order.
     *
     * @param read in any order, of any number of accounts
     * @return the book
     */
    public static StatementBook of(List<BankStatement> read) {
        StatementBook book = new StatementBook();
        Map<String, List<BankStatement>> accounts = new LinkedHashMap<>();
        Map<String, BankStatement> seen = new LinkedHashMap<>();
        for (BankStatement statement : read) {
            BankStatement before = seen.putIfAbsent(content(statement), statement);
            if (before != null) {
                book.findings.add(Finding.info(
                        statement.place(),
                        "BANK-SAME",
                        statement.title(),
                        before.place().toString()));
                continue;
            }
            accounts.computeIfAbsent(statement.account().key() + statement.currency(), key -> new ArrayList<>())
                    .add(statement);
        }
        accounts.values().forEach(book::account);
        book.entries.sort(Comparator.comparing(BankEntry::date));
        return book;
    }

    /** {@return the statements that count, by account and day} */
    public List<BankStatement> statements() {
        return List.copyOf(statements);
    }

    /** {@return every movement once, by day} */
    public List<BankEntry> entries() {
        return List.copyOf(entries);
    }

    /** {@return what does not add up, is missing or stands twice} */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static String content(BankStatement statement) {
        StringBuilder text = new StringBuilder(statement.account().key());
        statement.balances().forEach(one -> text.append('\n').append(one));
        statement.entries().forEach(one -> text.append('\n').append(one.id()));
        return text.toString();
    }

    private void account(List<BankStatement> own) {
        List<BankStatement> ordered = new ArrayList<>(own);
        ordered.sort(Comparator.comparing((BankStatement one) -> one.first().orElse(LocalDate.MIN))
                .thenComparing(one -> one.last().orElse(LocalDate.MIN)));
        chain(ordered);
        Map<Twin, List<Seen>> shown = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            BankStatement statement = ordered.get(i);
            check(statement);
            if (i > 0) {
                follow(ordered.get(i - 1), statement);
            }
            add(statement, i > 0 && chained(ordered.get(i - 1), statement), shown);
        }
        statements.addAll(ordered);
    }

    /** Of two statements of one day, that comes first whose closing balance is the other’s opening balance. */
    private static void chain(List<BankStatement> ordered) {
        boolean swapped = true;
        for (int pass = 0; swapped && pass < ordered.size(); pass++) {
            swapped = false;
            for (int i = 1; i < ordered.size(); i++) {
                BankStatement before = ordered.get(i - 1);
                BankStatement after = ordered.get(i);
                if (before.first().equals(after.first()) && chained(after, before) && !chained(before, after)) {
                    Collections.swap(ordered, i - 1, i);
                    swapped = true;
                }
            }
        }
    }

    private void check(BankStatement statement) {
        Optional<Money> computed = Amounts.of(statement.computedClosing());
        if (computed.isPresent() && statement.closing().isPresent()) {
            Money shown = statement.closing().get().amount();
            if (!shown.isEqual(computed.get())) {
                findings.add(Finding.error(
                        statement.place(),
                        "BANK-UNBALANCED",
                        statement.title(),
                        computed.get(),
                        shown,
                        shown.minus(computed.get())));
            }
        }
        Optional<BankBalance> opening = statement.balance(BalanceKind.OPENING);
        Optional<BankBalance> before = statement.balance(BalanceKind.PREVIOUS_CLOSING);
        if (opening.isPresent()
                && before.isPresent()
                && !opening.get().amount().isEqual(before.get().amount())) {
            findings.add(Finding.warning(
                    statement.place(),
                    "BANK-TWO-OPENINGS",
                    statement.title(),
                    opening.get().amount(),
                    before.get().amount()));
        }
    }

    private static boolean chained(BankStatement before, BankStatement after) {
        return before.closing().isPresent()
                && after.opening().isPresent()
                && before.closing().get().amount().isEqual(after.opening().get().amount());
    }

    private void follow(BankStatement before, BankStatement after) {
        Optional<LocalDate> end = before.last();
        Optional<LocalDate> start = after.first();
        if (end.isEmpty() || start.isEmpty() || chained(before, after)) {
            return;
        }
        boolean known = before.closing().isPresent() && after.opening().isPresent();
        if (start.get().isBefore(end.get()) || share(before, after)) {
            findings.add(Finding.warning(
                    after.place(), "BANK-OVERLAP", after.title(), before.title(), start.get(), end.get()));
        } else if (known) {
            findings.add(Finding.error(
                    after.place(),
                    "BANK-GAP",
                    before.title(),
                    end.get(),
                    after.title(),
                    start.get(),
                    after.opening().get().amount().minus(before.closing().get().amount())));
        } else if (start.get().isAfter(end.get().plusDays(1))) {
            findings.add(Finding.info(
                    after.place(), "BANK-GAP-UNKNOWN", before.title(), end.get(), after.title(), start.get()));
        }
    }

    private static boolean share(BankStatement before, BankStatement after) {
        Set<Twin> shown = before.entries().stream().map(Twin::of).collect(Collectors.toSet());
        return after.entries().stream().map(Twin::of).anyMatch(shown::contains);
    }

    /** Adds what no statement before has shown. */
    private void add(BankStatement statement, boolean chained, Map<Twin, List<Seen>> shown) {
        Map<Twin, List<Seen>> own = new HashMap<>();
        for (BankEntry entry : statement.entries()) {
            Twin key = Twin.of(entry);
            List<Seen> before = shown.getOrDefault(key, List.of());
            Optional<Seen> twin = before.stream()
                    .filter(other -> same(other, entry, statement.format(), chained))
                    .findFirst();
            if (twin.isPresent()) {
                before.remove(twin.get());
                findings.add(
                        Finding.info(entry.place(), "BANK-TWICE", entry.date(), entry.amount(), statement.title()));
            } else {
                entries.add(named(entry));
            }
            own.computeIfAbsent(key, any -> new ArrayList<>()).add(new Seen(entry, statement.format()));
        }
        own.forEach((key, more) ->
                shown.computeIfAbsent(key, any -> new ArrayList<>()).addAll(more));
    }

    /** Movements of two statements that are alike in everything, and yet two, get two ids. */
    private BankEntry named(BankEntry entry) {
        BankEntry own = entry;
        while (!ids.add(own.id())) {
            own = own.withId(BankAccount.digest(own.id()));
        }
        return own;
    }

    /** The bank’s numbers decide within a format; else two are one, unless balances prove that one statement follows the other. */
    private static boolean same(Seen before, BankEntry entry, BankFormat format, boolean chained) {
        String first = before.entry().bankId();
        String second = entry.bankId();
        boolean comparable = first != null && second != null && before.format() == format;
        return comparable ? Objects.equals(first, second) : !chained;
    }

    /** What two movements must have in common to be one. */
    private record Twin(LocalDate date, Money amount) {
        static Twin of(BankEntry entry) {
            return new Twin(entry.date(), entry.amount());
        }
    }

    private record Seen(BankEntry entry, BankFormat format) {}
}
