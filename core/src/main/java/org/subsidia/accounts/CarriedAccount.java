package org.subsidia.accounts;

import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;

/**
 * An account that does not open a year with the balance with which it closed the year before.
 *
 * @param account its number
 * @param label its name
 * @param closing its balance at the end of the year before, debit positive
 * @param opening its balance at the beginning of the year, debit positive
 * @param kind how that comes
 * @param place the line that opens it, else its last line in the year before
 */
public record CarriedAccount(String account, String label, Money closing, Money opening, Kind kind, Place place) {

    /** How an account comes to open with another balance. */
    public enum Kind {
        /** It opens with another balance. */
        DIFFERENT,
        /** It closed with a balance and is not opened. */
        NOT_OPENED,
        /** It is opened and did not exist, or was settled, at the end of the year before. */
        FROM_NOTHING,
        /** An account of costs or income is opened, though such accounts begin each year with nothing. */
        INCOME_OR_COST,
        /** Accounts of the same three digits open with the same sum: the detail was booked anew. */
        REARRANGED,
        /** Own funds, in which the result of the year before was carried on or allocated. */
        RESULT;

        /** {@return the kind in words} */
        public Message label() {
            return Message.of("ACC-CARRIED-KIND-" + name().replace('_', '-'));
        }

        /** {@return whether it is to be put right} */
        public boolean isError() {
            return this != REARRANGED && this != RESULT;
        }
    }

    /** {@return opening less closing} */
    public Money difference() {
        return opening.minus(closing);
    }

    /** {@return the same as a finding at its line} */
    public Finding finding() {
        String code = "ACC-CARRIED-" + kind.name().replace('_', '-');
        return kind.isError()
                ? Finding.error(place, code, account, label, closing, opening, difference())
                : Finding.info(place, code, account, label, closing, opening, difference());
    }
}
