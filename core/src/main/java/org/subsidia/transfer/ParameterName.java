package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;

/** The name of a number of a scenario: a measure and one of its parameters, such as {@code compensation.rate}. */
record ParameterName(String measure, String parameter) {

    static ParameterName of(String text, Scenario scenario) {
        int dot = text.indexOf('.');
        String measure = dot < 0 ? text : text.substring(0, dot);
        String parameter = text.substring(dot + 1);
        boolean known = scenario.measure(measure)
                .flatMap(each -> each.model().parameter(parameter))
                .filter(Parameter::isNumber)
                .isPresent();
        if (!known) {
            throw new IllegalArgumentException("no number " + text + " in " + scenario.id());
        }
        return new ParameterName(measure, parameter);
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
        return measure + '.' + parameter;
    }
}
