package org.subsidia.io.fec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a FEC says: {@code SIREN FEC closing-day}, with {@code _1}, {@code _2} … for the parts of a large one.
 *
 * @param siren what stands before FEC; nine digits in a right name
 * @param closing the closing day of the financial year
 * @param part the number of the part, 0 for a whole file
 */
public record FecName(String siren, LocalDate closing, int part) {
    private static final Pattern NAME = Pattern.compile("(?i)(.*)FEC(20\\d\\d)([01]\\d)([0-3]\\d)(?:_(\\d{1,3}))?.*");
    private static final Pattern SIREN = Pattern.compile("\\d{9}");

    /**
     * Reads a name.
     *
     * @param name of the file, without folders
     * @return what it says; empty where the administration's test would not start
     */
    static Optional<FecName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        @Nullable String part = matcher.group(5);
        try {
            LocalDate closing = LocalDate.of(
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4)));
            return Optional.of(new FecName(matcher.group(1), closing, part == null ? 0 : Integer.parseInt(part)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return whether the name starts with nine digits, as it must} */
    public boolean hasSiren() {
        return SIREN.matcher(siren).matches();
    }
}
