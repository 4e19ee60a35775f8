package org.subsidia.io.fec;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.AccountBalance;
import org.subsidia.accounts.AccountRole;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.GrantMatching;
import org.subsidia.accounts.JournalEntry;
import org.subsidia.accounts.Match;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/**
 * A FEC on its way into a portfolio: its verdict, the grant of each line that touches subsidies, and what the portfolio lacks.
 *
 * <p>Nothing is changed here: {@code portfolio.apply(intake.edit(…))} does that. Money of a grant that came in, by an entry that
 * also touches a bank account, is a receipt; one that the portfolio has already, of the same amount and within the days of the
 * options, is not
 * proposed again. The accounts’ cash on the closing day is a balance of the structure.
 *
 * @param verdict whether the file is conform
 * @param structure whose accounts they are; null: none of the portfolio’s, and nothing is proposed
 * @param lines what became of each line that touches subsidies
 * @param cash the cash on the closing day, unless the portfolio has it; null: nothing to note
 * @param findings what was found on the way
 * @param portfolio that would receive them
 */
public record FecIntake(
        FecVerdict verdict,
        @Nullable Structure structure,
        List<Line> lines,
        @Nullable CashBalance cash,
        List<Finding> findings,
        Portfolio portfolio) {
    private static final String PREFIX = "fec-";

    /** Accounts by which money of a grant comes in against the bank. */
    private static final Set<AccountRole> MONEY = EnumSet.of(
            AccountRole.RECEIVABLE,
            AccountRole.SUBSIDY,
            AccountRole.CONCOURS_PUBLIC,
            AccountRole.INVESTMENT_SUBSIDY,
            AccountRole.DEFERRED);

    /** Copies the lists. */
    public FecIntake {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /** What becomes of a line. */
    public enum Kind {
        /** It brings money that the portfolio does not have. */
        RECEIPT,
        /** It brings money that the portfolio has. */
        KNOWN,
        /** Its grant is told, and it brings no money. */
        TOLD,
        /** Its grant cannot be told. */
        UNRESOLVED;

        /** {@return what people call it} */
        public Message label() {
            return Message.of("FEC-LINE-" + name());
        }
    }

    /**
     * A line that touches subsidies.
     *
     * @param match the line and its grant
     * @param kind what becomes of it
     * @param receipt what it would add to the grant; null: nothing
     */
    public record Line(Match match, Kind kind, @Nullable Receipt receipt) {}

    /**
     * Prepares an import.
     *
     * @param path the FEC
     * @param into the portfolio that would receive it
     * @param options how it is brought to it
     * @return what would be done, or why the file cannot be used
     */
    public static Reading<FecIntake> prepare(Path path, Portfolio into, FecIntakeOptions options) {
        LawBase laws = options.laws();
        LocalDate closing = options.closing();
        LocalDate day = options.day();
        Reading<FecFile> opened = FecFile.open(path);
        if (!opened.isRead()) {
            return Reading.refused(opened.findings());
        }
        FecFile file = opened.get();
        FecVerdict verdict = FecVerdict.of(file, laws, closing, day);
        Reading<List<Books>> read = FecBooks.read(List.of(file), laws, closing, day);
        if (!read.isRead()) {
            return Reading.refused(read.findings());
        }
        Books books = read.get().get(0);
        Structure structure = structure(file, into, options.structure()).orElse(null);
        List<Finding> findings = new ArrayList<>(opened.findings());
        findings.addAll(read.findings());
        if (structure == null) {
            String siren = file.name().map(FecName::siren).orElse("");
            findings.add(Finding.warning(file.place(), "FEC-INTAKE-NOBODY", siren));
        }
        List<Match> matches = GrantMatching.of(
                books,
                structure == null ? Portfolio.empty() : into,
                structure == null ? null : structure.id(),
                options.words(),
                options.matching());
        CashBalance cash = structure == null ? null : cash(books, structure).orElse(null);
        return Reading.of(new FecIntake(
                verdict, structure, lines(books, matches, options.matching().days()), cash, findings, into));
    }

    private static Optional<Structure> structure(FecFile file, Portfolio into, @Nullable StructureId wanted) {
        if (wanted != null) {
            return into.structure(wanted);
        }
        String siren = file.name().map(FecName::siren).orElse("");
        return into.structures().stream()
                .filter(each -> !siren.isEmpty() && siren.equals(each.siren()))
                .findFirst();
    }

    private record Payment(JournalEntry entry, GrantId grant) {}

    private static List<Line> lines(Books books, List<Match> matches, int days) {
        Map<Payment, Money> paid = new LinkedHashMap<>();
        for (Match match : matches) {
            payment(books, match)
                    .ifPresent(payment ->
                            paid.merge(payment, match.posting().amount().negated(), Money::plus));
        }
        Set<Receipt> used = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Match match : matches) {
            Grant grant = match.grant();
            // the first line of an entry stands for all money that the entry brings a grant
            Money amount = payment(books, match)
                    .map(paid::remove)
                    .filter(one -> !one.isZero())
                    .orElse(null);
            if (grant == null) {
                lines.add(new Line(match, Kind.UNRESOLVED, null));
            } else if (amount == null) {
                lines.add(new Line(match, Kind.TOLD, null));
            } else {
                lines.add(line(match, grant, amount, days, used));
            }
        }
        return lines;
    }

    private static Line line(Match match, Grant grant, Money amount, int days, Set<Receipt> used) {
        Receipt receipt = receipt(match, amount);
        Optional<Receipt> known = grant.receipts().stream()
                .filter(one -> !used.contains(one))
                .filter(one -> one.id().equals(receipt.id()) || isLike(one, receipt, days))
                .findFirst();
        known.ifPresent(used::add);
        return known.isPresent() ? new Line(match, Kind.KNOWN, null) : new Line(match, Kind.RECEIPT, receipt);
    }

    private static boolean isLike(Receipt one, Receipt other, int days) {
        return one.amount().isSameCurrency(other.amount())
                && one.amount().isEqual(other.amount())
                && Math.abs(ChronoUnit.DAYS.between(one.date(), other.date())) <= days;
    }

    /** Of whom and by which entry money comes, where a line brings some. */
    private static Optional<Payment> payment(Books books, Match match) {
        Grant grant = match.grant();
        JournalEntry entry = match.posting().entry();
        boolean bank = entry.lines().stream().anyMatch(line -> books.chart().role(line.account()) == AccountRole.CASH);
        boolean money =
                bank && !entry.opening() && MONEY.contains(match.posting().role());
        return grant != null && money ? Optional.of(new Payment(entry, grant.id())) : Optional.empty();
    }

    private static Receipt receipt(Match match, Money amount) {
        JournalEntry entry = match.posting().entry();
        String id = PREFIX
                + String.join("-", entry.journal(), entry.number(), entry.date().toString());
        String piece = match.posting().line().piece();
        return new Receipt(
                id,
                entry.date(),
                amount,
                null,
                piece.isEmpty() ? match.posting().line().label() : piece);
    }

    private static Optional<CashBalance> cash(Books books, Structure structure) {
        List<AccountBalance> accounts = books.of(AccountRole.CASH);
        if (accounts.isEmpty()) {
            return Optional.empty();
        }
        Money sum = accounts.stream()
                .map(one -> Money.ofMinor(CurrencyUnit.EUR, one.closing()))
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
        boolean noted = structure
                .cashOn(books.closing())
                .filter(one ->
                        one.date().equals(books.closing()) && one.amount().isEqual(sum))
                .isPresent();
        return noted ? Optional.empty() : Optional.of(new CashBalance(books.closing(), sum, books.name()));
    }

    /**
     * The edit that adds receipts to their grants, and the cash of the closing day to the structure.
     *
     * @param label of the edit, in the words of who does it
     * @param chosen lines of this import; those that bring nothing are passed over
     * @param withCash whether the cash is noted too
     * @return one batch, nothing where none is chosen
     */
    public Edit edit(String label, Collection<Line> chosen, boolean withCash) {
        CashBalance balance = cash;
        return new FecIntakes(List.of(this), List.of(), portfolio)
                .edit(label, chosen, withCash && balance != null ? List.of(balance) : List.of());
    }
}
