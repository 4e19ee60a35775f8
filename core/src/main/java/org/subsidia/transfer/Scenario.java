package org.subsidia.transfer;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;

/**
 * What an analyst supposes: a line, a time, measures in their order.
 *
 * <p>Read one with {@link #read}, take a shipped one from {@link Presets}, run it with {@link Simulation}.
 *
 * @param id lower-case letters, digits and hyphens
 * @param title in French and English
 * @param chain ids of the scenarios that this one extends, the nearest first
 * @param first first year of the results
 * @param last last year of the results
 * @param reference last year before the transfer; what structures receive in it is what they would go on receiving
 * @param line the line transferred; null: none, only other funders move
 * @param measures in the order in which the author puts them into force
 * @param indices index series by name and year
 * @param regionKeys keys of Regions by key and code, such as their population
 * @param inflation yearly growth of costs
 * @param runway months of cash that count as enough
 * @param target share of structures that should have them
 * @param oneOffGrants what becomes of one-off grants, if nothing is decided
 * @param seed of the random draws
 * @param runs how many draws a Monte Carlo makes
 * @param note what the author says about facts and assumptions; null: nothing
 */
public record Scenario(
        String id,
        Message title,
        List<String> chain,
        int first,
        int last,
        int reference,
        @Nullable Line line,
        List<Measure> measures,
        SortedMap<String, NavigableMap<Integer, Fraction>> indices,
        SortedMap<String, SortedMap<String, Fraction>> regionKeys,
        Fraction inflation,
        int runway,
        Fraction target,
        OneOffGrants oneOffGrants,
        long seed,
        int runs,
        @Nullable Message note) {

    /** Copies the collections. */
    public Scenario {
        chain = List.copyOf(chain);
        measures = List.copyOf(measures);
        indices = Collections.unmodifiableSortedMap(new TreeMap<>(indices));
        regionKeys = Collections.unmodifiableSortedMap(new TreeMap<>(regionKeys));
    }

    /**
     * Reads a scenario.
     *
     * @param file its name, for findings
     * @param in YAML or JSON; the caller closes it
     * @param parents finds the document of a scenario that one extends
     * @return the scenario, or every error with its line and column
     */
    public static Reading<Scenario> read(String file, InputStream in, ScenarioSource parents) {
        return ScenarioReader.read(file, in, parents);
    }

    /** {@return the year in which the transfer takes effect: the one after the reference year} */
    public int transfer() {
        return reference + 1;
    }

    /** {@return the years of the results, in their order} */
    public List<Integer> years() {
        List<Integer> years = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            years.add(year);
        }
        return years;
    }

    /**
     * A measure.
     *
     * @param id its id
     * @return the measure, if there is one
     */
    public Optional<Measure> measure(String id) {
        return measures.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * The same scenario with other measures.
     *
     * @param others in their order
     * @return the scenario
     */
    public Scenario withMeasures(List<Measure> others) {
        return new Scenario(
                id,
                title,
                chain,
                first,
                last,
                reference,
                line,
                others,
                indices,
                regionKeys,
                inflation,
                runway,
                target,
                oneOffGrants,
                seed,
                runs,
                note);
    }

    /** The same scenario with only the measures of these ids. */
    Scenario only(Set<String> ids) {
        return withMeasures(
                measures.stream().filter(each -> ids.contains(each.id())).toList());
    }

    /**
     * The same scenario with one number set, for all years or from one year on.
     *
     * @param parameter a measure and a parameter, such as {@code compensation.rate}, or {@code compensation.rate@2027}
     * @param value the number
     * @return the scenario
     * @throws IllegalArgumentException if there is no such measure or it has no such number
     */
    public Scenario with(String parameter, Fraction value) {
        ParameterName name = ParameterName.of(parameter, this);
        Integer year = name.year();
        List<Measure> others = new ArrayList<>();
        for (Measure each : measures) {
            Argument known = each.arguments().get(name.parameter());
            Argument argument = year == null
                    ? Argument.Numbers.of(value)
                    : known instanceof Argument.Numbers numbers
                            ? numbers.with(year, value)
                            : new Argument.Numbers(new TreeMap<>(Map.of(year, value)), null);
            others.add(each.id().equals(name.measure()) ? each.with(name.parameter(), argument) : each);
        }
        return withMeasures(others);
    }

    /** {@return the names of all numbers that {@link #with} sets, such as {@code compensation.rate}} */
    public List<String> numbers() {
        return ParameterName.all(this);
    }

    /**
     * What people call a measure.
     *
     * @param measure its id
     * @return the author's sentence if it is short, else what the model is called; of several alike, with what tells them apart
     * @throws IllegalArgumentException if there is no such measure
     */
    public Message measureTitle(String measure) {
        return new Titles(measures).measure(measure);
    }

    /**
     * What people call a number.
     *
     * @param parameter a measure and a parameter, as {@link #with} takes them
     * @return such as "rate of compensation"; of several measures of one model, with what tells them apart
     * @throws IllegalArgumentException if there is no such measure or it has no such number
     */
    public Message numberTitle(String parameter) {
        return new Titles(measures).number(ParameterName.of(parameter, this));
    }

    /** The measures of a model that hold in a year, in their order. */
    List<Measure> of(Model model, int year) {
        return measures.stream()
                .filter(each -> each.model() == model && each.isIn(year))
                .toList();
    }

    /** The last measure of a model: of two, the later counts. */
    Optional<Measure> last(Model model) {
        return measures.stream().filter(each -> each.model() == model).reduce((first, second) -> second);
    }

    /** The last measure of a model that holds in a year. */
    Optional<Measure> last(Model model, int year) {
        return of(model, year).stream().reduce((first, second) -> second);
    }
}
