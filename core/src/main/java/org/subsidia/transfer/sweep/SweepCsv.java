package org.subsidia.transfer.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.joda.money.Money;
import org.subsidia.money.Fraction;

/** Results as lines of CSV: commas, points in numbers, amounts in euros; the same characters in every language. */
public final class SweepCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final List<String> NAMES = List.of(
            "point",
            "baseYears",
            "rate",
            "growth",
            "cap",
            "regionKey",
            "key",
            "base",
            "transferred",
            "paid",
            "withheld",
            "gap",
            "losers",
            "same",
            "winners",
            "gap0",
            "gap10",
            "gap25",
            "gap50",
            "gap75",
            "gap90",
            "gap100");

    private SweepCsv() {}

    /** {@return the names of the columns, without the end of the line} */
    public static String header() {
        return FORMAT.format(NAMES.toArray());
    }

    /**
     * A result as a line.
     *
     * @param result any
     * @return its values in the order of the header, without the end of the line
     */
    public static String line(SweepResult result) {
        SweepPoint point = result.point();
        List<Object> values = new ArrayList<>(List.of(
                point.number(),
                point.baseYears(),
                number(point.rate()),
                number(point.growth()),
                point.limit().map(SweepCsv::euros).orElse(""),
                point.regionKey(),
                point.key(),
                euros(result.base()),
                euros(result.transferred()),
                euros(result.paid()),
                euros(result.withheld()),
                euros(result.gap()),
                result.losers(),
                result.same(),
                result.winners()));
        result.quantiles().values().forEach(each -> values.add(euros(each)));
        return FORMAT.format(values.toArray());
    }

    private static String euros(Money amount) {
        return amount.getAmount().toPlainString();
    }

    /** As a decimal if it ends, else as a fraction. */
    static String number(Fraction exact) {
        try {
            return new BigDecimal(exact.numerator())
                    .divide(new BigDecimal(exact.denominator()))
                    .toPlainString();
        } catch (ArithmeticException endless) {
            return exact.toString();
        }
    }
}
