package org.subsidia.money;

import java.math.BigDecimal;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Reading;

/**
 * Writes amounts for people: {@code 24 975,00 €} in French, {@code 24,975.00 €} in English; always with all decimals of the
 * currency.
 *
 * <p>In French the thousands are parted by the narrow no-break space U+202F, as the Imprimerie nationale and the CLDR have
 * it; programs that write the ordinary space or U+00A0 differ in nothing else. Before the currency stands U+00A0. Messages
 * write amounts in the same way, so that a figure can be searched for.
 */
public final class AmountFormat {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int GROUP = 3;

    private AmountFormat() {}

    /**
     * The amount with its currency.
     *
     * @param amount of any currency; euros are written {@code €}, others by their ISO code
     * @param locale its language decides: French, else English
     * @return the amount, which {@link #read} reads
     */
    public static String format(Money amount, Locale locale) {
        CurrencyUnit currency = amount.getCurrencyUnit();
        String sign = currency.equals(CurrencyUnit.EUR) ? "€" : currency.getCode();
        return number(amount, locale) + NO_BREAK_SPACE + sign;
    }

    /**
     * The amount without its currency, for a column whose header names it.
     *
     * @param amount of any currency
     * @param locale its language decides: French, else English
     * @return the amount, which {@link #read} reads
     */
    public static String number(Money amount, Locale locale) {
        boolean french = isFrench(locale);
        BigDecimal number = amount.getAmount();
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
        for (int i = 0; i < end; i++) {
            if (i > 0 && (end - i) % GROUP == 0) {
                text.append(french ? '\u202f' : ',');
            }
            text.append(digits.charAt(i));
        }
        if (point >= 0) {
            text.append(french ? ',' : '.').append(digits, point + 1, digits.length());
        }
        return text.toString();
    }

    /**
     * Reads an amount that was written in this language, by this class or by hand.
     *
     * @param text the amount, with or without its currency
     * @param locale its language decides what begins the decimals: a comma in French, else a point
     * @param currency of the amount
     * @return the amount, or why it cannot be read
     */
    public static Reading<Money> read(String text, Locale locale, CurrencyUnit currency) {
        return AmountReader.read(text, isFrench(locale) ? DecimalMark.COMMA : DecimalMark.POINT, currency);
    }

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }
}
