package org.subsidia.accounts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.accounts.CarriedAccount.Kind;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;

/**
 * Whether a year opens with the balances with which the year before closed, account by account.
 *
 * <p>Own funds (10, 11, 12) are taken together, with the result of the year before: it may be opened as such (12) or as it was
 * allocated since (106, 11). Accounts of costs and income open with nothing. Engagements and contributions in kind (class 8) are
 * not carried.
 *
 * @param before the year before
 * @param after the year that follows it
 * @param result of the year before: income less costs
 * @param ownFunds what opens less what closed and less the result: nothing where the result was carried whole
 * @param accounts that open with another balance, by account; none where nothing is opened at all
 */
public record Carryover(
        Books before, Books after, Explanation result, Explanation ownFunds, List<CarriedAccount> accounts) {
    private static final int ROOT = 3;

    /** Copies the accounts. */
    public Carryover {
        accounts = List.copyOf(accounts);
    }

    /**
     * The years of some accounts, each compared with the next.
     *
     * @param years in any order
     * @return one for each two years that follow each other
     */
    public static List<Carryover> of(List<Books> years) {
        List<Books> sorted = sorted(years);
        List<Carryover> all = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            if (follows(sorted.get(i - 1), sorted.get(i))) {
                all.add(new Comparison(sorted.get(i - 1), sorted.get(i)).run());
            }
        }
        return all;
    }

    /**
     * The years that are missing between those of some accounts.
     *
     * @param years in any order
     * @return a sentence for each gap
     */
    public static List<Message> gaps(List<Books> years) {
        List<Books> sorted = sorted(years);
        List<Message> gaps = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            Books before = sorted.get(i - 1);
            Books after = sorted.get(i);
            if (!follows(before, after)) {
                gaps.add(Message.of(
                        "ACC-CARRIED-GAP",
                        before.closing(),
                        after.closing(),
                        before.closing().plusYears(1)));
            }
        }
        return gaps;
    }

    private static List<Books> sorted(List<Books> years) {
        return years.stream().sorted(Comparator.comparing(Books::closing)).toList();
    }

    /** A year may be shorter than twelve months; one that is longer cannot be told from two of which one is missing. */
    private static boolean follows(Books before, Books after) {
        return !after.first().isAfter(before.closing().plusDays(1));
    }

    /** {@return whether the year opens with anything} */
    public boolean isOpened() {
        return after.balances().stream().anyMatch(balance -> balance.opening() != 0);
    }

    /** {@return whether nothing is to be put right} */
    public boolean isClean() {
        return isOpened()
                && accounts.stream().noneMatch(account -> account.kind().isError())
                && Amounts.of(ownFunds).map(Money::isZero).orElse(false);
    }

    /** {@return what was found, each at its line} */
    public List<Finding> findings() {
        if (!isOpened()) {
            return List.of(Finding.error(Place.file(after.name()), "ACC-CARRIED-NOTHING", before.closing()));
        }
        List<Finding> findings = new ArrayList<>();
        Amounts.of(ownFunds)
                .filter(off -> !off.isZero())
                .ifPresent(off -> findings.add(Finding.error(
                        Place.file(after.name()),
                        "ACC-CARRIED-OWN-FUNDS",
                        Amounts.of(result).orElse(off),
                        off)));
        accounts.forEach(account -> findings.add(account.finding()));
        return findings;
    }

    /** {@return the verdict in a sentence} */
    public Message words() {
        long wrong =
                accounts.stream().filter(account -> account.kind().isError()).count();
        return !isOpened()
                ? Message.of("ACC-CARRIED-NOTHING", before.closing())
                : isClean()
                        ? Message.of("ACC-CARRIED-CLEAN", after.first(), before.closing())
                        : Message.of("ACC-CARRIED-WRONG", after.first(), before.closing(), wrong);
    }

    /** One comparison of two years. */
    private static final class Comparison {
        private final Books before;
        private final Books after;
        private final Map<String, AccountBalance> closed;
        private final Map<String, AccountBalance> opened;

        Comparison(Books before, Books after) {
            this.before = before;
            this.after = after;
            this.closed = byAccount(before);
            this.opened = byAccount(after);
        }

        private static Map<String, AccountBalance> byAccount(Books books) {
            return books.balances().stream().collect(Collectors.toMap(AccountBalance::account, balance -> balance));
        }

        Carryover run() {
            Explanation result = Amounts.sum(
                    Message.of("ACC-CARRIED-RESULT-OF", before.closing()),
                    CurrencyUnit.EUR,
                    before.balances().stream()
                            .filter(balance -> isIncomeOrCost(balance.account()) && balance.closing() != 0)
                            .map(balance -> leaf(balance, -balance.closing()))
                            .toList());
            Explanation ownFunds = Amounts.difference(
                    Message.of("ACC-CARRIED-OWN-FUNDS-LEFT"),
                    ownFunds("ACC-CARRIED-OPENED", after, AccountBalance::opening),
                    ownFunds("ACC-CARRIED-CLOSED", before, AccountBalance::closing),
                    result);
            boolean any = after.balances().stream().anyMatch(balance -> balance.opening() != 0);
            return new Carryover(before, after, result, ownFunds, any ? accounts() : List.of());
        }

        /** Credit positive. */
        private static Explanation ownFunds(String label, Books books, ToLongFunction<AccountBalance> amount) {
            return Amounts.sum(
                    Message.of(label),
                    CurrencyUnit.EUR,
                    books.balances().stream()
                            .filter(balance -> isOwnFunds(balance.account()) && amount.applyAsLong(balance) != 0)
                            .map(balance -> leaf(balance, -amount.applyAsLong(balance)))
                            .toList());
        }

        private static Explanation leaf(AccountBalance balance, long cents) {
            return Amounts.given(Message.of("ACC-ACCOUNT", balance.account(), balance.label()), euros(cents));
        }

        private static boolean isOwnFunds(String account) {
            return Stream.of("10", "11", "12").anyMatch(account::startsWith);
        }

        private static boolean isIncomeOrCost(String account) {
            return account.startsWith("6") || account.startsWith("7");
        }

        private static Money euros(long cents) {
            return Money.ofMinor(CurrencyUnit.EUR, cents);
        }

        private List<CarriedAccount> accounts() {
            TreeSet<String> numbers = new TreeSet<>(closed.keySet());
            numbers.addAll(opened.keySet());
            numbers.removeIf(account -> account.startsWith("8") || off(account) == 0);
            Map<String, Long> roots = new TreeMap<>();
            numbers.forEach(account -> roots.merge(root(account), off(account), Math::addExact));
            return numbers.stream()
                    .map(account -> carried(account, roots.getOrDefault(root(account), 0L) == 0))
                    .toList();
        }

        private static String root(String account) {
            return account.substring(0, Math.min(ROOT, account.length()));
        }

        private long closing(String account) {
            AccountBalance balance = closed.get(account);
            return balance == null || isIncomeOrCost(account) ? 0 : balance.closing();
        }

        private long opening(String account) {
            AccountBalance balance = opened.get(account);
            return balance == null ? 0 : balance.opening();
        }

        private long off(String account) {
            return Math.subtractExact(opening(account), closing(account));
        }

        private CarriedAccount carried(String account, boolean sameInRoot) {
            AccountBalance named = opened.getOrDefault(account, closed.get(account));
            AccountLines lines = after.lines().getOrDefault(account, AccountLines.UNKNOWN);
            Place place = lines.opening();
            if (place.equals(Place.NOWHERE)) {
                place = before.lines().getOrDefault(account, lines).last();
            }
            return new CarriedAccount(
                    account,
                    named == null ? "" : named.label(),
                    euros(closing(account)),
                    euros(opening(account)),
                    kind(account, sameInRoot),
                    place);
        }

        private Kind kind(String account, boolean sameInRoot) {
            if (isIncomeOrCost(account)) {
                return Kind.INCOME_OR_COST;
            }
            return isOwnFunds(account)
                    ? Kind.RESULT
                    : sameInRoot
                            ? Kind.REARRANGED
                            : opening(account) == 0
                                    ? Kind.NOT_OPENED
                                    : closing(account) == 0 ? Kind.FROM_NOTHING : Kind.DIFFERENT;
        }
    }
}
