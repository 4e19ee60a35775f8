package org.subsidia.io.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.MonthDay;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.identity.Spelling;
import org.subsidia.money.Fraction;

/** Values of fields: as words, as parts of a key, and whether two are the same. */
final class ValueText {
    private static final int PLACES = 6;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private ValueText() {}

    /** What people read. */
    static Message words(TableField field, Object value) {
        if (field.type() == FieldType.CHOICE) {
            return field.choices().stream()
                    .filter(choice -> choice.code().equals(value))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(Message.of("MAP-VERBATIM", value));
        } else if (value instanceof Boolean flag) {
            return Message.of(flag ? "MAP-YES" : "MAP-NO");
        } else if (value instanceof Fraction share) {
            BigDecimal percent = share.times(Fraction.of(100)).value(2).stripTrailingZeros();
            return Message.of(
                    "MAP-PERCENT", percent.scale() < 0 ? percent.setScale(0, RoundingMode.UNNECESSARY) : percent);
        } else if (value instanceof Integer || value instanceof MonthDay) {
            return Message.of("MAP-VERBATIM", text(value));
        }
        return Message.of("MAP-VERBATIM", value);
    }

    /** What a file holds where it has no type for the value: {@code 31/12} for a day of every year. */
    static String text(Object value) {
        if (value instanceof MonthDay day) {
            return String.format(Locale.ROOT, "%02d/%02d", day.getDayOfMonth(), day.getMonthValue());
        }
        return value.toString();
    }

    /** Part of a key: spelling does not count. */
    static String key(@Nullable Object value) {
        if (value instanceof String text) {
            String key = Spelling.key(text);
            return key.isEmpty() ? text.strip() : key;
        }
        return value == null ? "" : value.toString();
    }

    /** Whether a cell says what stands there already; spaces do not count, nor what a file rounds off a share. */
    static boolean same(@Nullable Object stands, Object told) {
        if (told.equals(stands)) {
            return true;
        }
        if (stands instanceof Fraction exact && told instanceof Fraction rounded) {
            return exact.equals(rounded) || exact.value(PLACES).compareTo(rounded.value(PLACES)) == 0;
        }
        if (stands instanceof String before && told instanceof String after) {
            return collapsed(before).equals(collapsed(after));
        }
        return false;
    }

    private static String collapsed(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
