package org.subsidia.io.fec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.AccountBalance;
import org.subsidia.accounts.AccountLines;
import org.subsidia.accounts.AccountRole;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.Chart;
import org.subsidia.accounts.JournalEntry;
import org.subsidia.accounts.JournalLine;
import org.subsidia.accounts.OpeningEntries;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;

/**
 * Brings FEC files to the accounts: one {@link Books} a financial year, the parts of a year put together.
 *
 * <p>Each file is read twice, so that lines may come in any order: first to see which entries touch subsidies, which close the
 * year, and what cash each brought; then to keep the former whole and to add up all accounts.
 */
public final class FecBooks {
    private static final int KEPT = 1;
    private static final int OPENING = 2;
    private static final int NOT_OPERATING = 4;
    private static final int RESULT_ACCOUNT = 8;
    private static final int INCOME_OR_COST = 16;
    private static final int MOST_LINES = 1_000_000;
    private static final int MOST_FINDINGS = 1_000;

    private final List<FecFile> files;
    private final LocalDate closing;
    private final LocalDate first;
    private final Chart chart;
    private final boolean pointAllowed;
    private final boolean withEntries;
    private final FecAmount amounts = new FecAmount();
    private final EntryTable entries = new EntryTable();
    private final Map<String, AccountRole> roles = new HashMap<>();
    private final Map<String, Boolean> openings = new HashMap<>();
    private final Map<String, Sums> balances = new TreeMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int lines;
    private boolean twice;

    private static final class Sums {
        private final String label;
        private long opening;
        private long movement;
        private Place opened = Place.NOWHERE;
        private FecFile lastFile;
        private long lastLine;

        Sums(String label, FecFile file) {
            this.label = label;
            this.lastFile = file;
        }

        AccountLines lines() {
            return new AccountLines(opened, lastFile.place().line(lastLine));
        }
    }

    private record Kept(
            String file, String journal, String number, LocalDate date, boolean opening, List<JournalLine> lines) {}

    private FecBooks(List<FecFile> files, LocalDate closing, LawBase laws, LocalDate day, boolean withEntries) {
        this.files = files;
        this.closing = closing;
        this.withEntries = withEntries;
        this.first = closing.minusYears(1).plusDays(1);
        this.chart = Chart.of(laws.at(first));
        this.pointAllowed = laws.at(day).flag("accounting.fec.decimal-point").value();
    }

    /**
     * Reads the accounts.
     *
     * @param files of one or several years, whole or in parts
     * @param laws hold the charts
     * @param closing the closing day; null: as the name of each file says
     * @param day of the reading
     * @return the years in their order, with what could not be used; or why there are none
     */
    public static Reading<List<Books>> read(
            List<FecFile> files, LawBase laws, @Nullable LocalDate closing, LocalDate day) {
        return read(files, laws, closing, day, true);
    }

    /**
     * Reads the balances of all accounts and no entry, so that no file is too large.
     *
     * @param files of one or several years, whole or in parts
     * @param laws hold the charts
     * @param closing the closing day; null: as the name of each file says
     * @param day of the reading
     * @return the years in their order, with what could not be used; or why there are none
     */
    public static Reading<List<Books>> balances(
            List<FecFile> files, LawBase laws, @Nullable LocalDate closing, LocalDate day) {
        return read(files, laws, closing, day, false);
    }

    private static Reading<List<Books>> read(
            List<FecFile> files, LawBase laws, @Nullable LocalDate closing, LocalDate day, boolean withEntries) {
        Map<LocalDate, List<FecFile>> years = new TreeMap<>();
        List<Finding> refused = new ArrayList<>();
        for (FecFile file : files) {
            List<String> missing = file.layout().missingForBooks();
            LocalDate end = closing != null ? closing : file.closing().orElse(null);
            if (!missing.isEmpty()) {
                // what is no FEC has no closing day either
                refused.add(Finding.error(file.place().line(1), "FEC-BOOKS-COLUMNS", String.join(", ", missing)));
            } else if (end == null) {
                refused.add(Finding.error(file.place(), "FEC-NO-CLOSING"));
            } else {
                years.computeIfAbsent(end, key -> new ArrayList<>()).add(file);
            }
        }
        if (!refused.isEmpty()) {
            return Reading.refused(refused);
        }
        List<Books> books = new ArrayList<>();
        List<Finding> all = new ArrayList<>();
        for (Map.Entry<LocalDate, List<FecFile>> year : years.entrySet()) {
            FecBooks reader = new FecBooks(year.getValue(), year.getKey(), laws, day, withEntries);
            if (!reader.run()) {
                return Reading.refused(reader.findings);
            }
            books.add(reader.books());
            all.addAll(reader.findings);
        }
        return Reading.of(books, all);
    }

    private boolean run() {
        for (FecFile file : files) {
            if (!file.read(cursor -> look(file, cursor), this::found)) {
                return false;
            }
        }
        twice = true;
        for (FecFile file : files) {
            file.read(cursor -> take(file, cursor), finding -> {});
        }
        if (lines > MOST_LINES) {
            findings.clear();
            findings.add(Finding.error(files.get(0).place(), "FEC-BOOKS-LARGE", MOST_LINES));
            return false;
        }
        return true;
    }

    private void found(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private int slot(FecCursor cursor) {
        return entries.at(
                cursor.hash(FecField.JOURNAL_CODE, FecField.ECRITURE_NUM, FecField.ECRITURE_DATE), cursor.number());
    }

    private AccountRole role(String account) {
        return roles.computeIfAbsent(account, chart::role);
    }

    private boolean opening(FecCursor cursor) {
        String code = cursor.text(FecField.JOURNAL_CODE);
        return openings.computeIfAbsent(code, key -> OpeningEntries.isJournal(key, cursor.text(FecField.JOURNAL_LIB)));
    }

    private boolean look(FecFile file, FecCursor cursor) {
        if (!usable(file, cursor)) {
            return true;
        }
        int slot = slot(cursor);
        String account = cursor.text(FecField.COMPTE_NUM);
        AccountRole role = role(account);
        entries.mark(slot, (withEntries && role.isKept() ? KEPT : 0) | (opening(cursor) ? OPENING : 0));
        if (role == AccountRole.CASH) {
            entries.add(slot, cents(cursor));
        } else if (role == AccountRole.TRANSFER || role == AccountRole.LOAN) {
            entries.mark(slot, NOT_OPERATING);
        }
        if (account.startsWith("12")) {
            entries.mark(slot, RESULT_ACCOUNT);
        } else if (account.startsWith("6") || account.startsWith("7")) {
            entries.mark(slot, INCOME_OR_COST);
        }
        return true;
    }

    /** A line that cannot be read is left out and named; the first pass names it. */
    private boolean usable(FecFile file, FecCursor cursor) {
        if (cursor.text().isBlank()) {
            return false;
        }
        boolean fits = cursor.count() == file.layout().cells().size();
        String code = fits ? "" : "FEC-LINE-FIELDS";
        if (fits) {
            int date = FecDate.read(
                    cursor.text(), cursor.from(FecField.ECRITURE_DATE), cursor.to(FecField.ECRITURE_DATE), false);
            cents(cursor);
            code = FecDate.day(date).isEmpty()
                    ? "ECRITURE_DATE"
                    : amounts.problem() != FecAmount.Problem.NONE && amounts.problem() != FecAmount.Problem.DECIMALS
                            ? "DEBIT"
                            : "";
        }
        if (code.isEmpty()) {
            return true;
        }
        if (!twice) {
            found(
                    fits
                            ? Finding.error(
                                    file.place().line(cursor.number()),
                                    "FEC-BOOKS-LINE",
                                    FecField.valueOf(code).header())
                            : Finding.error(
                                    file.place().line(cursor.number()),
                                    code,
                                    cursor.count(),
                                    file.layout().cells().size()));
        }
        return false;
    }

    private long cents(FecCursor cursor) {
        if (cursor.from(FecField.DEBIT) < 0) {
            long amount = read(cursor, FecField.MONTANT);
            return amount * FecSide.of(cursor.text(FecField.SENS));
        }
        long debit = read(cursor, FecField.DEBIT);
        FecAmount.Problem first = amounts.problem();
        long credit = read(cursor, FecField.CREDIT);
        if (amounts.problem() == FecAmount.Problem.NONE && first != FecAmount.Problem.NONE) {
            read(cursor, FecField.DEBIT);
        }
        return debit - credit;
    }

    private long read(FecCursor cursor, FecField field) {
        return amounts.cents(cursor.text(), cursor.from(field), cursor.to(field), pointAllowed);
    }

    private boolean take(FecFile file, FecCursor cursor) {
        if (!usable(file, cursor)) {
            return true;
        }
        int slot = slot(cursor);
        boolean opens = entries.isMarked(slot, OPENING);
        String account = cursor.text(FecField.COMPTE_NUM);
        if (entries.isMarked(slot, RESULT_ACCOUNT | INCOME_OR_COST) && !opens) {
            return true;
        }
        long cents = cents(cursor);
        Sums sums = balances.get(account);
        if (sums == null) {
            sums = new Sums(cursor.text(FecField.COMPTE_LIB), file);
            balances.put(account, sums);
        }
        sums.lastFile = file;
        sums.lastLine = cursor.number();
        if (opens) {
            sums.opened = sums.opened.equals(Place.NOWHERE) ? file.place().line(cursor.number()) : sums.opened;
            sums.opening = Math.addExact(sums.opening, cents);
        } else {
            sums.movement = Math.addExact(sums.movement, cents);
        }
        if (entries.isMarked(slot, KEPT)) {
            keep(file, cursor, account, cents, opens);
        }
        return lines <= MOST_LINES;
    }

    private void keep(FecFile file, FecCursor cursor, String account, long cents, boolean opens) {
        int number = FecDate.read(
                cursor.text(), cursor.from(FecField.ECRITURE_DATE), cursor.to(FecField.ECRITURE_DATE), false);
        LocalDate date = FecDate.day(number).orElse(closing);
        String journal = cursor.text(FecField.JOURNAL_CODE);
        String entry = cursor.text(FecField.ECRITURE_NUM);
        lines++;
        kept.computeIfAbsent(
                        journal + '\t' + entry + '\t' + date,
                        key -> new Kept(
                                String.valueOf(file.place().file()), journal, entry, date, opens, new ArrayList<>()))
                .lines()
                .add(new JournalLine(
                        cursor.number(),
                        account,
                        cursor.text(FecField.COMPTE_LIB),
                        cursor.text(FecField.COMP_AUX_NUM),
                        cursor.text(FecField.COMP_AUX_LIB),
                        cursor.text(FecField.PIECE_REF),
                        cursor.text(FecField.ECRITURE_LIB),
                        cents));
    }

    private Books books() {
        return new Books(
                files.stream().map(file -> String.valueOf(file.place().file())).collect(Collectors.joining(", ")),
                first,
                closing,
                chart,
                balances.entrySet().stream()
                        .map(each -> new AccountBalance(
                                each.getKey(),
                                each.getValue().label,
                                each.getValue().opening,
                                each.getValue().movement))
                        .toList(),
                kept.values().stream()
                        .map(each -> new JournalEntry(
                                each.file(), each.journal(), each.number(), each.date(), each.opening(), each.lines()))
                        .toList(),
                entries.sum(slot -> entries.balance(slot) > 0
                        && !entries.isMarked(slot, OPENING)
                        && !entries.isMarked(slot, NOT_OPERATING)),
                balances.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                        .lines())));
    }
}
