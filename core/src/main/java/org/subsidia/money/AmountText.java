package org.subsidia.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** One amount on its way through {@link AmountReader}: what stands around the figures is peeled off, then they are read. */
final class AmountText {
    private static final int LONGEST = 100;
    private static final int SHOWN = 40;
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9.,]+[eE][+-]?[0-9]+");
    private static final Pattern FIGURES = Pattern.compile("[0-9., ']*[0-9][0-9., ']*");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Set<String> EURO = Set.of("€", "EUR", "EURO", "EUROS");
    private static final Set<String> OTHER_UNITS =
            Set.of("$", "£", "%", "‰", "F", "K€", "M€", "MD€", "MDS€", "KEUR", "MEUR", "K", "M", "C", "CT", "CTS");

    private final String raw;
    private final DecimalMark stated;
    private final CurrencyUnit currency;
    private String rest;
    private boolean signed;
    private boolean negative;
    private boolean accounting;
    private boolean opened;
    private boolean closed;
    private String unit = "";

    AmountText(String text, DecimalMark stated, CurrencyUnit currency) {
        this.raw = shown(text);
        this.stated = stated;
        this.currency = currency;
        this.rest = text.length() > 2 * LONGEST ? text : normal(text);
    }

    Reading<Money> read() {
        if (rest.isEmpty()) {
            return refuse("MONEY-AMOUNT-EMPTY");
        }
        if (rest.length() > LONGEST) {
            return refuse("MONEY-AMOUNT-TEXT", raw);
        }
        boolean more = true;
        while (more) {
            more = peelStart() || peelEnd();
        }
        if (SCIENTIFIC.matcher(rest).matches()) {
            return refuse("MONEY-AMOUNT-SCIENTIFIC", raw);
        }
        if (!unit.isEmpty() && !isExpected(unit)) {
            return isUnit(unit)
                    ? refuse("MONEY-AMOUNT-CURRENCY", raw, unit, currency.getCode())
                    : refuse("MONEY-AMOUNT-TEXT", raw);
        }
        if (opened != closed || !FIGURES.matcher(rest).matches()) {
            return refuse("MONEY-AMOUNT-TEXT", raw);
        }
        return figures();
    }

    private boolean peelStart() {
        char c = rest.isEmpty() ? 'x' : rest.charAt(0);
        if ((c == '-' || c == '+') && !signed) {
            signed = true;
            negative = c == '-';
            rest = rest.substring(1).strip();
            return true;
        }
        if (c == '(' && !opened && !signed) {
            opened = true;
            signed = true;
            negative = true;
            accounting = true;
            rest = rest.substring(1).strip();
            return true;
        }
        int end = 0;
        while (end < rest.length() && isWord(rest.charAt(end))) {
            end++;
        }
        if (end == 0 || !unit.isEmpty()) {
            return false;
        }
        unit = rest.substring(0, end);
        rest = rest.substring(end).strip();
        return true;
    }

    private boolean peelEnd() {
        int last = rest.length() - 1;
        char c = rest.isEmpty() ? 'x' : rest.charAt(last);
        if (c == '-' && !signed) {
            signed = true;
            negative = true;
            accounting = true;
            rest = rest.substring(0, last).strip();
            return true;
        }
        if (c == ')' && opened && !closed) {
            closed = true;
            rest = rest.substring(0, last).strip();
            return true;
        }
        int start = rest.length();
        while (start > 0 && isWord(rest.charAt(start - 1))) {
            start--;
        }
        if (start == rest.length() || !unit.isEmpty()) {
            return false;
        }
        unit = rest.substring(start);
        rest = rest.substring(0, start).strip();
        return true;
    }

    private Reading<Money> figures() {
        Marks marks = Marks.of(rest, stated);
        if (marks == null) {
            return refuse("MONEY-AMOUNT-AMBIGUOUS", raw);
        }
        String whole = marks.whole(rest);
        String decimals = marks.decimals(rest);
        if (whole == null || decimals == null) {
            return refuse("MONEY-AMOUNT-GROUPS", raw);
        }
        int places = currency.getDecimalPlaces();
        for (int i = places; i < decimals.length(); i++) {
            if (decimals.charAt(i) != '0') {
                return refuse("MONEY-AMOUNT-DECIMALS", raw, places);
            }
        }
        String minor = whole
                + decimals.substring(0, Math.min(places, decimals.length()))
                + "0".repeat(Math.max(0, places - decimals.length()));
        BigInteger size = new BigInteger(minor.isEmpty() ? "0" : minor);
        if (size.bitLength() > Long.SIZE - 1) {
            return refuse("MONEY-AMOUNT-SIZE", raw);
        }
        Money amount = Money.ofMinor(currency, negative ? -size.longValueExact() : size.longValueExact());
        List<Finding> repairs = new ArrayList<>();
        if (accounting) {
            repairs.add(Finding.info(Place.NOWHERE, "MONEY-AMOUNT-NEGATIVE", raw, amount));
        }
        if (marks.contradict(stated)) {
            repairs.add(Finding.info(Place.NOWHERE, "MONEY-AMOUNT-CONVENTION", raw, amount));
        }
        return Reading.of(amount, repairs);
    }

    private boolean isExpected(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return upper.equals(currency.getCode()) || (currency.equals(CurrencyUnit.EUR) && EURO.contains(upper));
    }

    private static boolean isUnit(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return EURO.contains(upper)
                || OTHER_UNITS.contains(upper)
                || CODE.matcher(word).matches();
    }

    /** Letters and currency signs; a percent sign too, so that a rate is not read as an amount. */
    private static boolean isWord(char c) {
        return Character.isLetter(c) || c == '%' || c == '‰' || Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    /** One kind of space, of apostrophe and of minus; nothing around. */
    private static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSpaceChar(c) || Character.isWhitespace(c) || c == '\ufeff') {
                normal.append(' ');
            } else if (c == '\u2019' || c == '\u02bc') {
                normal.append('\'');
            } else if (c == '\u2212' || c == '\u2013' || c == '\u2010' || c == '\u2011') {
                normal.append('-');
            } else {
                normal.append(c);
            }
        }
        return normal.toString().strip();
    }

    private static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
        StringBuilder safe = new StringBuilder(start);
        for (int i = 0; i < safe.length(); i++) {
            if (Character.isISOControl(safe.charAt(i))) {
                safe.setCharAt(i, '\ufffd');
            }
        }
        return safe.toString();
    }

    private static Reading<Money> refuse(String code, Object... arguments) {
        return Reading.refused(Finding.error(Place.NOWHERE, code, arguments));
    }
}
