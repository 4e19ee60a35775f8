package org.subsidia.transfer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * One measure of a scenario: a model with its arguments, for some years, regions and structures.
 *
 * @param id unique in the scenario
 * @param model what it does
 * @param arguments by the names of the model's parameters
 * @param from first year; null: from the transfer on
 * @param to last year; null: to the end
 * @param regions codes of the Regions that it concerns; empty: all
 * @param structures ids of the structures that it concerns; empty: all
 * @param standing fact or assumption
 * @param source where a fact was read; null: none given
 * @param note one sentence of the author; null: the model's description alone
 */
public record Measure(
        String id,
        Model model,
        SortedMap<String, Argument> arguments,
        @Nullable Integer from,
        @Nullable Integer to,
        SortedSet<String> regions,
        SortedSet<String> structures,
        Standing standing,
        @Nullable String source,
        @Nullable Message note) {

    /** Copies the collections. */
    public Measure {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        structures = Collections.unmodifiableSortedSet(new TreeSet<>(structures));
    }

    /**
     * A measure for all years, regions and structures, supposed.
     *
     * @param id unique in the scenario
     * @param model what it does
     * @param arguments by name
     * @return the measure
     */
    public static Measure of(String id, Model model, Map<String, Argument> arguments) {
        return new Measure(
                id,
                model,
                new TreeMap<>(arguments),
                null,
                null,
                new TreeSet<>(),
                new TreeSet<>(),
                Standing.ASSUMPTION,
                null,
                null);
    }

    /**
     * This measure with another argument.
     *
     * @param name the parameter's name
     * @param argument the argument
     * @return the measure
     */
    public Measure with(String name, Argument argument) {
        SortedMap<String, Argument> more = new TreeMap<>(arguments);
        more.put(name, argument);
        return new Measure(id, model, more, from, to, regions, structures, standing, source, note);
    }

    /** {@return the author's sentence, else that of the model} */
    public Message description() {
        return note == null ? model.description() : note;
    }

    boolean isIn(int year) {
        return (from == null || year >= from) && (to == null || year <= to);
    }

    boolean concernsRegion(String code) {
        return regions.isEmpty() || regions.contains(code);
    }

    boolean concerns(Recipient recipient) {
        return (structures.isEmpty() || structures.contains(recipient.id()))
                && (regions.isEmpty()
                        || recipient.regions().keySet().stream().anyMatch(code -> regions.contains(code)));
    }

    boolean gives(String name) {
        return arguments.containsKey(name);
    }

    /** The number of a year; what is not given counts as said. */
    Fraction number(String name, int year, Fraction otherwise) {
        return arguments.get(name) instanceof Argument.Numbers numbers ? numbers.in(year, otherwise) : otherwise;
    }

    /** Cents of a year; none where none are given. */
    Optional<Long> cents(String name, int year) {
        return arguments.get(name) instanceof Argument.Numbers numbers
                        && numbers.byYear().floorKey(year) != null
                ? Optional.of(Cents.of(numbers.in(year, Fraction.ZERO)))
                : Optional.empty();
    }

    int count(String name, int otherwise) {
        return arguments.get(name) instanceof Argument.Numbers numbers
                ? Cents.whole(numbers.in(Integer.MAX_VALUE, Fraction.ZERO))
                : otherwise;
    }

    /** The word, else the first that the model offers. */
    String word(String name) {
        return arguments.get(name) instanceof Argument.Word word
                ? word.word()
                : model.parameter(name)
                        .map(Parameter::options)
                        .orElse(List.of(""))
                        .get(0);
    }

    List<String> names(String name) {
        return arguments.get(name) instanceof Argument.Names names ? names.names() : List.of();
    }

    SortedMap<String, Fraction> weights(String name) {
        return arguments.get(name) instanceof Argument.Weights weights ? weights.weights() : new TreeMap<>();
    }

    /** The first of the names; none where none is given or it is {@code none}. */
    Optional<String> name(String name) {
        return names(name).stream().findFirst().filter(each -> !Set.of("none").contains(each));
    }
}
