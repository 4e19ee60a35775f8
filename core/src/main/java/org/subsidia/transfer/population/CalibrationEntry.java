package org.subsidia.transfer.population;

import java.util.NavigableMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Source;
import org.subsidia.transfer.Standing;

/**
 * A number or a table that made-up populations follow.
 *
 * @param id its name
 * @param what what it is, in a sentence
 * @param standing whether it is read in a source or supposed
 * @param source where it was read; null: supposed
 * @param value the number; null: it is a table
 * @param quantiles values by share of the structures; empty: it is something else
 * @param weights by region, level or class; empty: it is something else
 */
public record CalibrationEntry(
        String id,
        Message what,
        Standing standing,
        @Nullable Source source,
        @Nullable Fraction value,
        NavigableMap<Fraction, Fraction> quantiles,
        SortedMap<String, Fraction> weights) {

    /** {@return whether it is supposed} */
    public boolean isAssumption() {
        return standing == Standing.ASSUMPTION;
    }
}
