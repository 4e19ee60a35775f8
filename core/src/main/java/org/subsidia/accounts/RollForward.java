package org.subsidia.accounts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;

/**
 * How one account of one grant went from the balance of the year before to that of the year. What is due to the structure is
 * positive on receivables; what is deferred, dedicated or invested is positive on the others.
 *
 * @param family which accounts
 * @param grant the grant, or null for the lines that no grant could be told of
 * @param opening the balance that came from the year before
 * @param increase notified, deferred, set aside or granted in the year
 * @param cash received in the year, negative; paid back, positive
 * @param decrease reduced, released, used or carried to income in the year, negative
 * @param expected the same closing balance from the portfolio, or unknown with the reason
 */
public record RollForward(
        Family family,
        @Nullable Grant grant,
        Money opening,
        Money increase,
        Money cash,
        Money decrease,
        Expected expected) {

    /** The accounts that are rolled forward. */
    public enum Family {
        /** Subsidies receivable: 441 and the State’s; of other debtors (467, 468) what belongs to a grant. */
        RECEIVABLE,
        /** Deferred income: 487. */
        DEFERRED,
        /** Dedicated funds: 194. */
        DEDICATED,
        /** Investment subsidies less their share already carried: 131 and 139. */
        INVESTMENT;

        /** {@return the accounts in words} */
        public Message label() {
            return Message.of("ACC-FAMILY-" + name());
        }

        static Optional<Family> of(AccountRole role) {
            return switch (role) {
                case RECEIVABLE, OTHER_RECEIVABLE -> Optional.of(RECEIVABLE);
                case DEFERRED -> Optional.of(DEFERRED);
                case DEDICATED -> Optional.of(DEDICATED);
                case INVESTMENT_SUBSIDY, INVESTMENT_CARRIED -> Optional.of(INVESTMENT);
                default -> Optional.empty();
            };
        }

        /** 1 where a debit is an asset, −1 where a credit is what is owed or deferred. */
        int sign() {
            return this == RECEIVABLE ? 1 : -1;
        }
    }

    /**
     * What the portfolio says, movement by movement.
     *
     * @param opening the balance of the year before
     * @param increase as {@link RollForward#increase}
     * @param cash as {@link RollForward#cash}
     * @param decrease as {@link RollForward#decrease}
     */
    public record Expected(Explanation opening, Explanation increase, Explanation cash, Explanation decrease) {

        /** {@return the balance at the end of the year, or unknown with the reason} */
        public Explanation closing() {
            return Amounts.sum(
                    Message.of("ACC-EXPECTED"),
                    org.joda.money.CurrencyUnit.EUR,
                    List.of(opening, increase, cash, decrease));
        }

        static Expected nothing() {
            Explanation zero = Recognition.zero(Message.of("ACC-NOTHING"));
            return new Expected(zero, zero, zero, zero);
        }

        static Expected unknown(Message reason) {
            Explanation none = Amounts.unknown(Message.of("ACC-EXPECTED"), reason);
            return new Expected(none, none, none, none);
        }
    }

    /** {@return the balance in the accounts, from its movements} */
    public Explanation closing() {
        return Amounts.sum(
                        Message.of("ACC-CLOSING", family.label()),
                        org.joda.money.CurrencyUnit.EUR,
                        List.of(
                                Amounts.given(Message.of("ACC-OPENING"), opening),
                                Amounts.given(Message.of("ACC-INCREASE-" + family), increase),
                                Amounts.given(Message.of("ACC-CASH"), cash),
                                Amounts.given(Message.of("ACC-DECREASE-" + family), decrease)))
                .withRecords(records());
    }

    /** {@return the balance in the accounts} */
    public Money balance() {
        return opening.plus(increase).plus(cash).plus(decrease);
    }

    /**
     * Why the accounts and the portfolio differ: the difference of each movement, which add up to that of the balance.
     *
     * @return the difference, or unknown with the reason
     */
    public Explanation difference() {
        return Amounts.sum(
                        Message.of("ACC-DIFFERENCE-OF", family.label()),
                        org.joda.money.CurrencyUnit.EUR,
                        List.of(
                                part("ACC-OPENING", opening, expected.opening),
                                part("ACC-INCREASE-" + family, increase, expected.increase),
                                part("ACC-CASH", cash, expected.cash),
                                part("ACC-DECREASE-" + family, decrease, expected.decrease)))
                .withRecords(records());
    }

    /** The id of its grant; empty for the lines of none. */
    String grantId() {
        Grant of = grant;
        return of == null ? "" : of.id().value();
    }

    private List<String> records() {
        Grant of = grant;
        return of == null ? List.of() : List.of(of.id().value());
    }

    private static Explanation part(String label, Money booked, Explanation expected) {
        return Amounts.difference(
                Message.of(label),
                Amounts.given(Message.of("ACC-BOOKED"), booked),
                Amounts.same(Message.of("ACC-EXPECTED"), expected));
    }

    /** {@return whether nothing happened and nothing was expected} */
    public boolean isEmpty() {
        return opening.isZero()
                && increase.isZero()
                && cash.isZero()
                && decrease.isZero()
                && Stream.of(expected.opening, expected.increase, expected.cash, expected.decrease)
                        .allMatch(part -> Amounts.of(part).map(Money::isZero).orElse(true));
    }
}
