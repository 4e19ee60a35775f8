package org.subsidia.cashflow.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/**
 * What the movements of bank statements are: receipts that the portfolio has, payments that were expected, or neither.
 *
 * <pre>{@code
 * StatementBook book = StatementBook.of(BankFile.read(path).get());
 * Reconciliation found = Reconciliation.of(portfolio, structures, LawBase.standard(), book, ReconcileOptions.standard());
 * Portfolio booked = portfolio.apply(found.edit("Relevé de janvier", found.accepted()));
 * }</pre>
 *
 * <p>Booking a movement gives its receipt an id made from the movement, so that the same statement changes nothing again.
 */
public final class Reconciliation {
    private static final String PREFIX = "bank-";
    /** A receipt entered by hand may bear the day of value, or that of the letter. */
    private static final long DAYS_APART = 5;

    private final Portfolio portfolio;
    private final StatementBook book;
    private final List<BookedEntry> booked;
    private final List<Match> matches;
    private final List<BankEntry> unmatched;
    private final List<ExpectedPayment> expected;

    private Reconciliation(
            Portfolio portfolio,
            StatementBook book,
            List<BookedEntry> booked,
            List<Match> matches,
            List<BankEntry> unmatched,
            List<ExpectedPayment> expected) {
        this.portfolio = portfolio;
        this.book = book;
        this.booked = List.copyOf(booked);
        this.matches = List.copyOf(matches);
        this.unmatched = List.copyOf(unmatched);
        this.expected = List.copyOf(expected);
    }

    /**
     * Sets statements against what structures were to receive, by the forecast of the day before the first movement.
     *
     * @param portfolio what is known
     * @param structures those whose accounts the statements are of
     * @param laws the law, with the assumptions of the library
     * @param book the statements
     * @param options what the user chose
     * @return the reconciliation
     */
    public static Reconciliation of(
            Portfolio portfolio,
            Collection<StructureId> structures,
            LawBase laws,
            StatementBook book,
            ReconcileOptions options) {
        List<ExpectedPayment> expected = new ArrayList<>();
        List<BankEntry> entries = book.entries();
        if (!entries.isEmpty()) {
            LocalDate eve = entries.get(0).date().minusDays(1);
            LocalDate last = entries.get(entries.size() - 1).date();
            structures.forEach(one -> expected.addAll(ExpectedPayment.of(portfolio, one, laws, eve, last)));
        }
        return of(portfolio, structures, book, expected, options);
    }

    /**
     * Sets statements against given payments.
     *
     * @param portfolio what is known
     * @param structures those whose accounts the statements are of
     * @param book the statements
     * @param expected the payments
     * @param options what the user chose
     * @return the reconciliation
     */
    public static Reconciliation of(
            Portfolio portfolio,
            Collection<StructureId> structures,
            StatementBook book,
            List<ExpectedPayment> expected,
            ReconcileOptions options) {
        List<BookedEntry> booked = booked(portfolio, structures, book);
        Set<BankEntry> known = booked.stream().map(BookedEntry::entry).collect(Collectors.toSet());
        List<BankEntry> open =
                book.entries().stream().filter(entry -> !known.contains(entry)).toList();
        List<Match> matches =
                new Matching(new Scoring(portfolio, options.payers()), open, expected, options).matches(open);
        Set<BankEntry> matched =
                matches.stream().flatMap(match -> match.entries().stream()).collect(Collectors.toSet());
        List<BankEntry> unmatched =
                open.stream().filter(entry -> !matched.contains(entry)).toList();
        return new Reconciliation(portfolio, book, booked, matches, unmatched, expected);
    }

    private record Known(GrantId grant, Receipt receipt) {}

    /** Each receipt is one movement: first those that came from it, then those of the same amount on the nearest day. */
    private static List<BookedEntry> booked(
            Portfolio portfolio, Collection<StructureId> structures, StatementBook book) {
        List<Known> receipts = structures.stream()
                .flatMap(structure -> portfolio.grantsOf(structure).stream())
                .flatMap(grant -> grant.receipts().stream().map(receipt -> new Known(grant.id(), receipt)))
                .toList();
        Map<String, Known> byId = new LinkedHashMap<>();
        receipts.stream()
                .filter(known -> known.receipt().id().startsWith(PREFIX))
                .forEach(known -> byId.putIfAbsent(movement(known.receipt().id()), known));
        List<BookedEntry> all = new ArrayList<>();
        Set<Known> used = new HashSet<>();
        List<BankEntry> open = new ArrayList<>();
        for (BankEntry entry : book.entries()) {
            Known known = byId.get(entry.id());
            if (known == null) {
                open.add(entry);
            } else {
                all.add(new BookedEntry(entry, known.grant(), known.receipt().id(), true));
                receipts.stream()
                        .filter(one -> movement(one.receipt().id()).equals(entry.id()))
                        .forEach(used::add);
            }
        }
        for (BankEntry entry : open) {
            receipts.stream()
                    .filter(known -> !used.contains(known) && isLike(known.receipt(), entry))
                    .min(Comparator.comparingLong((Known known) -> apart(known.receipt(), entry))
                            .thenComparing(known -> known.grant().value()))
                    .ifPresent(known -> {
                        used.add(known);
                        all.add(new BookedEntry(
                                entry, known.grant(), known.receipt().id(), false));
                    });
        }
        all.sort(Comparator.comparing(one -> one.entry().date()));
        return all;
    }

    /** The movement from which a receipt was booked: the id without the number of the part. */
    private static String movement(String receipt) {
        if (!receipt.startsWith(PREFIX)) {
            return "";
        }
        String id = receipt.substring(PREFIX.length());
        int part = id.indexOf('-');
        return part < 0 ? id : id.substring(0, part);
    }

    private static boolean isLike(Receipt receipt, BankEntry entry) {
        boolean fromStatement = receipt.id().startsWith(PREFIX);
        return receipt.amount().isSameCurrency(entry.amount())
                && receipt.amount().isEqual(entry.amount())
                && apart(receipt, entry) <= (fromStatement ? 0 : DAYS_APART);
    }

    private static long apart(Receipt receipt, BankEntry entry) {
        return Math.abs(ChronoUnit.DAYS.between(receipt.date(), entry.date()));
    }

    /** {@return the statements} */
    public StatementBook book() {
        return book;
    }

    /** {@return movements that are receipts already, by day} */
    public List<BookedEntry> booked() {
        return booked;
    }

    /** {@return movements that are taken to be expected payments, by day} */
    public List<Match> matches() {
        return matches;
    }

    /** {@return the matches that are sure enough to be booked without being looked at} */
    public List<Match> accepted() {
        return matches.stream()
                .filter(match -> match.state() == Match.State.ACCEPTED)
                .toList();
    }

    /** {@return movements that are neither, by day: other income, and everything that leaves the account} */
    public List<BankEntry> unmatched() {
        return unmatched;
    }

    /** {@return payments that no movement is} */
    public List<ExpectedPayment> stillExpected() {
        Set<ExpectedPayment> paid =
                matches.stream().flatMap(match -> match.payments().stream()).collect(Collectors.toSet());
        return expected.stream().filter(payment -> !paid.contains(payment)).toList();
    }

    /**
     * The edit that books matches: each movement becomes a receipt of its grant; one that pays several payments is split by what
     * each expects.
     *
     * @param label of the edit, in the words of who does it
     * @param chosen matches of this reconciliation
     * @return one batch, nothing where none is chosen
     */
    public Edit edit(String label, Collection<Match> chosen) {
        Map<GrantId, List<Receipt>> receipts = new LinkedHashMap<>();
        for (Match match : chosen) {
            boolean split = match.payments().size() > 1;
            for (BankEntry entry : match.entries()) {
                int part = 0;
                for (ExpectedPayment payment : match.payments()) {
                    part++;
                    receipts.computeIfAbsent(payment.grant().id(), any -> new ArrayList<>())
                            .add(receipt(entry, payment, split ? "-" + part : "", split));
                }
            }
        }
        List<Edit> edits = new ArrayList<>();
        receipts.forEach((id, more) -> portfolio.grant(id).ifPresent(grant -> {
            List<Receipt> all = new ArrayList<>(grant.receipts());
            all.addAll(more);
            all.sort(Comparator.comparing(Receipt::date));
            edits.add(Edit.put(grant.toBuilder().receipts(all).build()));
        }));
        return edits.isEmpty() ? Edit.nothing() : Edit.batch(label, edits);
    }

    private static Receipt receipt(BankEntry entry, ExpectedPayment payment, String part, boolean split) {
        Grant grant = payment.grant();
        String claim = grant.claims().stream()
                .map(Claim::id)
                .filter(payment.step()::equals)
                .findFirst()
                .orElse(null);
        Money amount = split ? payment.amount() : entry.amount();
        String reference = entry.reference();
        return new Receipt(
                PREFIX + entry.id() + part, entry.date(), amount, claim, reference == null ? entry.label() : reference);
    }

    /**
     * The closing balances as the structure’s cash, if its statements are all of one day or one account.
     *
     * @param label where it was read, in the words of who does it
     * @return the balance, or why there is none
     */
    public Reading<CashBalance> balance(String label) {
        Map<String, BankStatement> last = new LinkedHashMap<>();
        for (BankStatement statement : book.statements()) {
            last.put(statement.account().key() + statement.currency(), statement);
        }
        List<BankBalance> closings = last.values().stream()
                .flatMap(statement -> statement.closing().stream())
                .filter(one -> one.date() != null)
                .toList();
        Optional<LocalDate> day = closings.stream().map(BankBalance::date).findFirst();
        if (day.isEmpty() || closings.size() < last.size()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "BANK-CASH-UNKNOWN"));
        }
        boolean together = closings.stream()
                .allMatch(one -> day.get().equals(one.date())
                        && one.amount().isSameCurrency(closings.get(0).amount()));
        if (!together) {
            return Reading.refused(Finding.error(Place.NOWHERE, "BANK-CASH-DAYS", closings.size()));
        }
        Money sum =
                closings.stream().map(BankBalance::amount).reduce(Money::plus).orElseThrow();
        return Reading.of(new CashBalance(day.get(), sum, label));
    }

    /**
     * The edit that notes a balance with a structure.
     *
     * @param structure whose
     * @param balance the balance
     * @return the edit, nothing where the same amount is noted for that day
     */
    public static Edit noteBalance(Structure structure, CashBalance balance) {
        boolean noted = structure
                .cashOn(balance.date())
                .filter(one -> one.date().equals(balance.date()) && one.amount().isEqual(balance.amount()))
                .isPresent();
        return noted
                ? Edit.nothing()
                : Edit.put(structure.toBuilder().addCashBalance(balance).build());
    }
}
