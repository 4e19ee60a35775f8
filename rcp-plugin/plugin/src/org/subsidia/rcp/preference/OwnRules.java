package org.subsidia.rcp.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.subsidia.dependence.Norm;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;

/** The rules for which a user can set a value of their own without writing a file: thresholds, delays, assumptions. */
final class OwnRules {
    private OwnRules() {}

    /**
     * The norms T1 to T6, the delays of payers, what forecasts assume, and what the base knows as usual practice alone. T7 is a
     * definition without a limit.
     */
    static List<Parameter> of(LawBase base) {
        Stream<String> norms = Stream.of(Norm.values()).map(Norm::rule);
        Stream<String> delays = base.ids().stream()
                .filter(id ->
                        id.startsWith("cashflow.") || id.contains(".payment.lag-") || id.endsWith("payment.delay"));
        Stream<String> practice = base.ids().stream()
                .filter(id ->
                        id.contains("usual") || id.endsWith("freeze-day") || id.equals("structure.assembly.delay"));
        return Stream.of(norms, delays, practice)
                .flatMap(ids -> ids)
                .distinct()
                .flatMap(id -> base.parameter(id).stream())
                .filter(rule -> rule.unit().kind() != Kind.LIST)
                .toList();
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
