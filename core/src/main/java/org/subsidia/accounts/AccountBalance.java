package org.subsidia.accounts;

/**
 * What happened on an account in a year, in cents; debit positive, credit negative.
 *
 * @param account its number
 * @param label its name
 * @param opening the balance that came from the year before
 * @param movement debits less credits of the year, opening entries left out
 */
public record AccountBalance(String account, String label, long opening, long movement) {

    /** {@return the balance at the end of the year} */
    public long closing() {
        return Math.addExact(opening, movement);
    }
}
