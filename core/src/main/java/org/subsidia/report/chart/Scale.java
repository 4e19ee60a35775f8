package org.subsidia.report.chart;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.subsidia.finding.Message;
import org.subsidia.report.chart.ChartSpec.Unit;

/** The power of ten in which the values of one axis are shown, and its name. */
final class Scale {
    private final Unit unit;
    private final int power;
    private final Locale locale;

    private Scale(Unit unit, int power, Locale locale) {
        this.unit = unit;
        this.power = power;
        this.locale = locale;
    }

    /** Chosen so that the greatest value has at most four digits before the decimal sign. */
    static Scale of(Unit unit, Stream<BigDecimal> values, Locale locale) {
        BigDecimal greatest = values.map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
        int power =
                switch (unit) {
                    case COUNT -> 0;
                    case SHARE -> -2;
                    case EURO -> {
                        int digits = greatest.precision() - greatest.scale();
                        yield greatest.signum() == 0 || digits <= 4 ? 0 : digits <= 7 ? 3 : digits <= 10 ? 6 : 9;
                    }
                };
        return new Scale(unit, power, locale);
    }

    BigDecimal shown(BigDecimal value) {
        return value.movePointLeft(power);
    }

    /** Unit as a word, such as k€; counts have none. */
    String name() {
        return switch (unit) {
            case COUNT -> "";
            case SHARE -> "%";
            case EURO -> Message.of("REPORT-UNIT-E" + power).in(locale);
        };
    }

    /** The measure with its unit, as an axis is labelled. */
    String label(Message measure) {
        return name().isEmpty()
                ? measure.in(locale)
                : Message.of("REPORT-CHART-MEASURE", measure, name()).in(locale);
    }

    /** Steps of 1, 2 and 5, each written with as many places as it needs. */
    TickUnits ticks() {
        TickUnits units = new TickUnits();
        for (int exponent = unit == Unit.COUNT ? 0 : -3; exponent <= 9; exponent++) {
            DecimalFormat format = format(Math.max(0, -exponent));
            for (int step : new int[] {1, 2, 5}) {
                units.add(new NumberTickUnit(
                        BigDecimal.valueOf(step).scaleByPowerOfTen(exponent).doubleValue(), format));
            }
        }
        return units;
    }

    /** A value with about three digits, as a label beside its bar. */
    DecimalFormat labels(BigDecimal greatestShown) {
        int digits = greatestShown.precision() - greatestShown.scale();
        return format(unit == Unit.COUNT || power == 0 ? 0 : Math.max(0, Math.min(2, 3 - digits)));
    }

    private DecimalFormat format(int places) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        symbols.setGroupingSeparator(french ? '\u00a0' : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format;
    }
}
