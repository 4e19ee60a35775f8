package org.subsidia.transfer;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Source;

/**
 * The funding line that is transferred.
 *
 * @param level who pays it before
 * @param successor who pays it afterwards
 * @param programme the entry of the catalogue whose values are its history; null: none
 * @param values its amounts by year, as far as stated; where none are, the sums of the population count
 * @param scale whether the amounts are shrunk to what the population received in the reference year
 */
public record Line(
        FunderLevel level,
        FunderLevel successor,
        @Nullable String programme,
        SortedMap<Integer, Value> values,
        Scale scale) {

    /** What an amount of the line means for the population. */
    public enum Scale {
        /** The population is a part of those who share the line: its path is the line's, its level its own. */
        POPULATION,
        /** The population is all who share the line. */
        NATIONAL
    }

    /**
     * The line's amount of a year.
     *
     * @param amount how much
     * @param stage the document that says so; null: the scenario's author
     * @param source where it was read; null: supposed
     */
    public record Value(
            Money amount,
            @Nullable BudgetStage stage,
            @Nullable Source source) {}

    /** Copies the amounts. */
    public Line {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * The amount of a year.
     *
     * @param year the year
     * @return the amount, if it is stated
     */
    public Optional<Money> in(int year) {
        return Optional.ofNullable(values.get(year)).map(Value::amount);
    }

    Line with(Map<Integer, Value> more) {
        SortedMap<Integer, Value> all = new TreeMap<>(values);
        all.putAll(more);
        return new Line(level, successor, programme, all, scale);
    }
}
