package org.subsidia.money;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Reading;

/**
 * Reads amounts as people, spreadsheets and accounting programs write them, and never guesses.
 *
 * <p>Read are, among others, {@code 24 975,00} with any kind of space, {@code 21 667,00 €}, {@code EUR 5}, {@code
 * 0000000069,60}, {@code +1437.00}, {@code 2.020,34}, {@code 1,234.56}, {@code 1'234.50}, {@code 12,00-}, {@code −3,00} with
 * a true minus, and {@code (3,00)} for minus three.
 *
 * <p>Refused, each with a finding of its own, are what can be read in two ways ({@code 1.234}: thousands or decimals?), what
 * would have to be rounded ({@code 1,005}), what a spreadsheet has destroyed ({@code 1,5E+6}), what is in another currency
 * or unit ({@code 12 k€}), and what no kernel can count (more than 92 million billion euros).
 */
public final class AmountReader {
    /** The answer of {@link #plainCents} where the text is not a plain amount. */
    public static final long NOT_PLAIN = Long.MIN_VALUE;

    private static final long MOST_UNITS = Long.MAX_VALUE / 100;

    private AmountReader() {}

    /**
     * Reads an amount in euros.
     *
     * @param text any text
     * @return the amount, or why it cannot be read
     */
    public static Reading<Money> read(String text) {
        return read(text, DecimalMark.UNSTATED);
    }

    /**
     * Reads an amount in euros from a file whose convention is known.
     *
     * @param text any text
     * @param stated decides where the amount alone does not; a spelling that allows one reading only is read by it
     * @return the amount, or why it cannot be read
     */
    public static Reading<Money> read(String text, DecimalMark stated) {
        return read(text, stated, CurrencyUnit.EUR);
    }

    /**
     * Reads an amount in another currency.
     *
     * @param text any text
     * @param stated decides where the amount alone does not; a spelling that allows one reading only is read by it
     * @param currency of the amount, which the text may name by its ISO code
     * @return the amount, or why it cannot be read
     */
    public static Reading<Money> read(String text, DecimalMark stated, CurrencyUnit currency) {
        return new AmountText(text, stated, currency).read();
    }

    /**
     * The cents of an amount that is written the plain way, {@code -?digits(.d{1,2})?}, without making an object.
     *
     * @param buffer holds the text
     * @param from index of its first character
     * @param to index behind its last character
     * @return cents, or {@link #NOT_PLAIN}; then {@link #read(String)} says more
     */
    public static long plainCents(char[] buffer, int from, int to) {
        boolean negative = from < to && buffer[from] == '-';
        int first = negative ? from + 1 : from;
        int at = first;
        long units = 0;
        for (; at < to && isDigit(buffer[at]); at++) {
            units = units * 10 + (buffer[at] - '0');
            if (units > MOST_UNITS) {
                return NOT_PLAIN;
            }
        }
        if (at == first) {
            return NOT_PLAIN;
        }
        long cents = units * 100;
        if (at < to) {
            int places = to - at - 1;
            if (buffer[at] != '.' || places < 1 || places > 2 || !isDigit(buffer[at + 1]) || !isDigit(buffer[to - 1])) {
                return NOT_PLAIN;
            }
            int tens = buffer[at + 1] - '0';
            cents += tens * 10L + (places == 2 ? buffer[at + 2] - '0' : 0);
            if (cents < 0) {
                return NOT_PLAIN;
            }
        }
        return negative ? -cents : cents;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
