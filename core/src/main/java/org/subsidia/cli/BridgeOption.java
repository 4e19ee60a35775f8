package org.subsidia.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.Ratio;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import picocli.CommandLine.Option;

/** {@code --bridge R1:R5} or {@code --bridge R5@2024:R5@2025}: the two ratios to connect, each of a year. */
final class BridgeOption {
    private static final Pattern FORM = Pattern.compile("(R\\d+K?)(?:@(\\d{4}))?:(R\\d+K?)(?:@(\\d{4}))?");

    @Option(names = "--bridge", paramLabel = "R1:R5", descriptionKey = "dependenceBridge")
    private String bridge = "R1:R5";

    /**
     * Where a bridge begins or ends.
     *
     * @param ratio which ratio
     * @param year its year, or null: the one that is looked at closely
     */
    record End(Ratio ratio, @Nullable Integer year) {
        int yearOr(int close) {
            Integer own = year;
            return own == null ? close : own;
        }
    }

    /** The ends, in their order. */
    record Ends(End from, End to) {
        /** The years that are named. */
        IntStream years() {
            return Stream.of(from, to)
                    .map(End::year)
                    .flatMap(Stream::ofNullable)
                    .mapToInt(Integer::intValue);
        }
    }

    Ends ends() {
        Matcher form = FORM.matcher(bridge.strip().toUpperCase(Locale.ROOT));
        if (form.matches()) {
            Optional<Ratio> from = ratio(form.group(1));
            Optional<Ratio> to = ratio(form.group(3));
            if (from.isPresent() && to.isPresent()) {
                return new Ends(end(from.get(), form.group(2)), end(to.get(), form.group(4)));
            }
        }
        throw unusable("CLI-DEP-BRIDGE", bridge, Arrays.toString(Ratio.values()));
    }

    private static Optional<Ratio> ratio(String name) {
        return Arrays.stream(Ratio.values())
                .filter(ratio -> ratio.name().equals(name))
                .findFirst();
    }

    private static End end(Ratio ratio, @Nullable String year) {
        return new End(ratio, year == null ? null : Integer.valueOf(year));
    }

    /** Ends the verb where a year is named of which nothing is known. */
    void require(Ends ends, Set<Integer> known) {
        ends.years().filter(year -> !known.contains(year)).findFirst().ifPresent(year -> {
            throw unusable("CLI-DEP-BRIDGE-YEAR", Integer.toString(year), known.toString());
        });
    }

    private static UnusableInput unusable(String code, Object... arguments) {
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, code, arguments)));
    }
}
