package org.subsidia.cashflow.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;

/**
 * A statement of one account in one currency.
 *
 * @param format in which it was read
 * @param place where it stands
 * @param number the bank’s number of the statement; may be empty
 * @param account of which account
 * @param currency of its movements
 * @param balances those that it shows, in its order
 * @param entries its booked movements, in its order
 * @param refused how many movements could not be read; with any, its balances prove nothing
 */
public record BankStatement(
        BankFormat format,
        Place place,
        String number,
        BankAccount account,
        CurrencyUnit currency,
        List<BankBalance> balances,
        List<BankEntry> entries,
        int refused) {

    /** Copies the lists and gives each movement its id. */
    public BankStatement {
        balances = List.copyOf(balances);
        entries = numbered(account, entries);
    }

    /** Movements that are alike in everything are told apart by their order within the day. */
    private static List<BankEntry> numbered(BankAccount account, List<BankEntry> entries) {
        Map<String, Integer> seen = new HashMap<>();
        List<BankEntry> all = new ArrayList<>(entries.size());
        for (BankEntry entry : entries) {
            String content = String.join(
                    "\n",
                    account.key(),
                    entry.date().toString(),
                    entry.amount().toString(),
                    Objects.requireNonNullElse(entry.bankId(), ""),
                    Objects.requireNonNullElse(entry.reference(), ""),
                    entry.label());
            int count = seen.merge(content, 1, Integer::sum);
            all.add(entry.withId(BankAccount.digest(content + '\n' + count)));
        }
        return List.copyOf(all);
    }

    /** {@return the balance at the beginning: the opening one, else the closing one of the statement before} */
    public Optional<BankBalance> opening() {
        return balance(BalanceKind.OPENING).or(() -> balance(BalanceKind.PREVIOUS_CLOSING));
    }

    /** {@return the balance at the end} */
    public Optional<BankBalance> closing() {
        return balance(BalanceKind.CLOSING);
    }

    /**
     * The first balance of a kind in the statement’s currency.
     *
     * @param kind which
     * @return the balance, if it is there
     */
    public Optional<BankBalance> balance(BalanceKind kind) {
        return balances.stream()
                .filter(one ->
                        one.kind() == kind && one.amount().getCurrencyUnit().equals(currency))
                .findFirst();
    }

    /** {@return the first day of which it tells, if it has movements or dated balances} */
    public Optional<LocalDate> first() {
        return entries.stream().map(BankEntry::date).min(LocalDate::compareTo).or(() -> days().min(
                        LocalDate::compareTo));
    }

    /** {@return the last day of which it tells, if it has movements or dated balances} */
    public Optional<LocalDate> last() {
        Stream<LocalDate> ends =
                Stream.concat(entries.stream().map(BankEntry::date), closing().map(BankBalance::date).stream());
        return ends.max(LocalDate::compareTo).or(() -> days().max(LocalDate::compareTo));
    }

    private Stream<LocalDate> days() {
        return Stream.of(opening(), closing()).flatMap(Optional::stream).flatMap(one -> Stream.ofNullable(one.date()));
    }

    /** {@return the sum of its movements} */
    public Money movements() {
        return entries.stream().map(BankEntry::amount).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * What the closing balance must be.
     *
     * @return opening balance and movements added up; unknown with the reason where one of them is
     */
    public Explanation computedClosing() {
        Message label = Message.of("BANK-COMPUTED");
        if (refused > 0) {
            return Amounts.unknown(label, Message.of("BANK-COMPUTED-REFUSED", refused));
        }
        return opening()
                .map(start -> Explanation.of(
                        label,
                        new Value.Amount(start.amount().plus(movements())),
                        Step.SUM,
                        List.of(
                                Amounts.given(start.kind().label(), start.amount()),
                                Amounts.given(Message.of("BANK-MOVEMENTS", entries.size()), movements()))))
                .orElseGet(() -> Amounts.unknown(label, Message.of("BANK-COMPUTED-NO-OPENING")));
    }

    /** {@return whether the balances and movements agree; empty: it cannot be told} */
    public Optional<Boolean> balanced() {
        return closing().flatMap(end -> Amounts.of(computedClosing()).map(end.amount()::isEqual));
    }

    /** {@return the number, or else what else names it} */
    public String title() {
        return number.isEmpty() ? place.toString() : number;
    }
}
