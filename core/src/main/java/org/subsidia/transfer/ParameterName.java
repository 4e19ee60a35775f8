package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a number of a scenario: a measure and one of its parameters, such as {@code compensation.rate}, or its value from a
 * year on, such as {@code compensation.rate@2027}.
 */
record ParameterName(
        String measure, String parameter, @Nullable Integer year) {
    private static final Pattern DATED = Pattern.compile("(.+)@(\\d{4})");

    static ParameterName of(String text, Scenario scenario) {
        Matcher dated = DATED.matcher(text);
        boolean hasYear = dated.matches();
        String name = hasYear ? dated.group(1) : text;
        int dot = name.indexOf('.');
        String measure = dot < 0 ? name : name.substring(0, dot);
        String parameter = name.substring(dot + 1);
        boolean known = scenario.measure(measure)
                .flatMap(each -> each.model().parameter(parameter))
                .filter(Parameter::isNumber)
                .isPresent();
        if (!known) {
            throw new IllegalArgumentException("no number " + text + " in " + scenario.id());
        }
        return new ParameterName(measure, parameter, hasYear ? Integer.valueOf(dated.group(2)) : null);
    }

    /** Every number that the scenario's measures could take, in their order. */
    static List<String> all(Scenario scenario) {
        List<String> names = new ArrayList<>();
        for (Measure measure : scenario.measures()) {
            measure.model().parameters().stream()
                    .filter(Parameter::isNumber)
                    .forEach(each -> names.add(measure.id() + '.' + each.name()));
        }
        return names;
    }

    @Override
    public String toString() {
        return measure + '.' + parameter + (year == null ? "" : "@" + year);
    }
}
