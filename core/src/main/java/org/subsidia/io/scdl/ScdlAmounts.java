package org.subsidia.io.scdl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountReader;
import org.subsidia.money.DecimalMark;

/** Reads published amounts; beyond {@link AmountReader} it knows what computers add to them. */
final class ScdlAmounts {
    private static final int FEW_PLACES = 3;
    private static final BigDecimal NOISE = new BigDecimal("0.00001");
    private static final BigDecimal MOST = new BigDecimal("9E15");

    private ScdlAmounts() {}

    /**
     * Reads an amount. Of a plain number with more than three decimals, and in a workbook of any, what lies below the cent
     * is rounded off: an information where it is the noise of binary fractions, else a warning.
     */
    static Reading<Money> read(String text, boolean workbook) {
        char[] chars = text.toCharArray();
        long cents = AmountReader.plainCents(chars, 0, chars.length);
        if (cents != AmountReader.NOT_PLAIN) {
            return Reading.of(Money.ofMinor(CurrencyUnit.EUR, cents));
        }
        Reading<Money> reading = AmountReader.read(text, workbook ? DecimalMark.POINT : DecimalMark.UNSTATED);
        if (reading.isRead()) {
            boolean silent = reading.findings().isEmpty();
            String code = text.indexOf(',') >= 0 ? "SCDL-AMT-COMMA" : "SCDL-AMT-FORM";
            return silent ? reading.with(List.of(Finding.info(Place.NOWHERE, code, text, reading.get()))) : reading;
        }
        int point = text.indexOf('.');
        int places = point < 0 ? 0 : text.length() - point - 1;
        if (!ScdlShares.isDecimal(text) || text.indexOf(',') >= 0 || places < (workbook ? 3 : FEW_PLACES + 1)) {
            return reading;
        }
        BigDecimal value = new BigDecimal(text);
        if (value.abs().compareTo(MOST) > 0) {
            return reading;
        }
        BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP);
        boolean noise = value.subtract(rounded).abs().compareTo(NOISE) < 0;
        Money amount = Money.of(CurrencyUnit.EUR, rounded);
        return Reading.of(
                amount,
                noise
                        ? Finding.info(Place.NOWHERE, "SCDL-AMT-NOISE", text, amount)
                        : Finding.warning(Place.NOWHERE, "SCDL-AMT-ROUNDED", text, amount));
    }
}
