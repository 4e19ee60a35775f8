package org.subsidia.rcp.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.subsidia.dependence.Norm;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;
import org.subsidia.law.Unit;

/** The rules for which a user can set a value of their own without writing a file: thresholds, delays, assumptions. */
final class OwnRules {
    private static final Pattern TRIANGLE = Pattern.compile(
            "\\s*(\\d{1,3})\\s*[-–/;, ]\\s*(\\d{1,3})\\s*[-–/;, ]\\s*(\\d{1,3})(?:\\s*mois|\\s*months)?\\s*");

    private OwnRules() {}

    /** The norms T1 to T6, the delays of payers, and what forecasts assume. T7 is a definition without a limit. */
    static List<Parameter> of(LawBase base) {
        Stream<String> norms = Stream.of(Norm.values()).map(Norm::rule);
        Stream<String> delays = base.ids().stream()
                .filter(id ->
                        id.startsWith("cashflow.") || id.contains(".payment.lag-") || id.endsWith("payment.delay"));
        return Stream.concat(norms, delays)
                .distinct()
                .flatMap(id -> base.parameter(id).stream())
                .filter(rule -> rule.unit().kind() != Kind.LIST)
                .toList();
    }

    /** What somebody typed as law files write it: a decimal comma, spaces in an amount, three numbers of months. */
    static String written(Unit unit, String typed) {
        String text = typed.strip();
        Matcher triangle = TRIANGLE.matcher(text);
        if (unit == Unit.COUNTS && triangle.matches()) {
            return String.format(
                    Locale.ROOT,
                    "{min: %s, mode: %s, max: %s}",
                    triangle.group(1),
                    triangle.group(2),
                    triangle.group(3));
        }
        if (unit == Unit.SHARE) {
            return text.replace(',', '.').replaceAll("[\\s\\u00a0\\u202f]*%", " %");
        }
        return unit == Unit.EUR ? text.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.') : text;
    }

    /** From lines {@code id=value}. */
    static SortedMap<String, String> parse(String lines) {
        SortedMap<String, String> values = new TreeMap<>();
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return values;
    }

    /** To lines {@code id=value}. */
    static String text(SortedMap<String, String> values) {
        List<String> lines = new ArrayList<>();
        values.forEach((id, value) -> lines.add(id + '=' + value.replace('\n', ' ')));
        return String.join("\n", lines);
    }
}
