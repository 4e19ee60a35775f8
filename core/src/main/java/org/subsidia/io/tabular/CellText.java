package org.subsidia.io.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a typed cell of a workbook says, as text that can be read in one way only. */
final class CellText {
    /** A double holds fifteen digits for sure; what stands behind them is the noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int MAX_ZEROS = 40;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal MAX_SERIAL = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final DateTimeFormatter SECOND_PRECISION =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private CellText() {}

    static String of(@Nullable Cell cell, boolean date1904) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            if (isPercent(cell.getDataFormatId(), cell.getDataFormatString())) {
                return number(number.movePointRight(2)) + '%';
            }
            return isDate(cell.getDataFormatId(), cell.getDataFormatString()) ? date(number, date1904) : number(number);
        }
        return value == null ? "" : value.toString();
    }

    static boolean isNumber(@Nullable Cell cell) {
        return cell != null
                && cell.getValue() instanceof BigDecimal
                && !isDate(cell.getDataFormatId(), cell.getDataFormatString());
    }

    /** Plain notation with a point; what is too long for that stays in scientific notation. */
    static String number(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAX_ZEROS || number.precision() > MAX_ZEROS) {
            return number.toString();
        }
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** The day, with the time of day if there is one, of a serial number. */
    static String date(BigDecimal serial, boolean date1904) {
        if (serial.signum() < 0 || serial.compareTo(MAX_SERIAL) > 0) {
            return number(serial);
        }
        long days = serial.longValue();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        // serial 60 is the 29 February 1900 that never was; before it the count is one day behind
        long shift = !date1904 && days < 60 ? 1 : 0;
        LocalDate day = (date1904 ? EPOCH_1904 : EPOCH_1900).plusDays(days + shift);
        if (seconds == 0) {
            return day.toString();
        }
        LocalDateTime time = day.atTime(LocalTime.MIDNIGHT).plusSeconds(seconds);
        return SECOND_PRECISION.format(time);
    }

    /** Whether a number format shows a date: built-in numbers of ISO/IEC 29500 (18.8.30), or letters of a date. */
    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id == null) {
            return false;
        }
        if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
            return true;
        }
        return id >= 164 && format != null && hasDayOrYear(format);
    }

    /** Whether a number format shows a percentage, so that 0.5 is read as a person sees it: 50 %. */
    static boolean isPercent(@Nullable Integer id, @Nullable String format) {
        boolean builtIn = id != null && (id == 9 || id == 10);
        return builtIn
                || (id != null
                        && id >= 164
                        && format != null
                        && format.replaceAll("\"[^\"]*\"", "").indexOf('%') >= 0);
    }

    private static boolean hasDayOrYear(String format) {
        boolean quoted = false;
        boolean bracket = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == ']')) {
                bracket = c == '[';
            } else if (!quoted && !bracket && (c == 'd' || c == 'D' || c == 'y' || c == 'Y' || c == 'j' || c == 'a')) {
                return !format.equalsIgnoreCase("general") && !format.equalsIgnoreCase("standard");
            }
        }
        return false;
    }
}
