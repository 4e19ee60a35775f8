package org.subsidia.transfer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/** What a measure gives for one of its parameters. */
public sealed interface Argument {

    /**
     * A number, dated: each value holds from its year on until the next.
     *
     * @param byYear the values; the key {@link #ALWAYS} is the value before the first dated one
     * @param spread how the value of a Monte Carlo run is drawn, for all years alike; null: it is not
     * @param dated how single dated values are drawn, each on its own
     */
    record Numbers(
            NavigableMap<Integer, Fraction> byYear,
            @Nullable Distribution spread,
            SortedMap<Integer, Distribution> dated)
            implements Argument {
        /** Stands for no year. */
        public static final int ALWAYS = Integer.MIN_VALUE;

        /** Copies the values. */
        public Numbers {
            byYear = Collections.unmodifiableNavigableMap(new TreeMap<>(byYear));
            dated = Collections.unmodifiableSortedMap(new TreeMap<>(dated));
        }

        /**
         * Values of which none is drawn on its own.
         *
         * @param byYear the values
         * @param spread how the value is drawn for all years alike; null: it is certain
         */
        public Numbers(NavigableMap<Integer, Fraction> byYear, @Nullable Distribution spread) {
            this(byYear, spread, new TreeMap<>());
        }

        /**
         * One value for all years.
         *
         * @param value the value
         * @return the argument
         */
        public static Numbers of(Fraction value) {
            return new Numbers(new TreeMap<>(Map.of(ALWAYS, value)), null);
        }

        Numbers with(int year, Fraction value) {
            NavigableMap<Integer, Fraction> values = new TreeMap<>(byYear);
            values.put(year, value);
            return new Numbers(values, spread, dated);
        }

        /**
         * The value of a year.
         *
         * @param year the year
         * @param otherwise what counts before the first dated value
         * @return the value
         */
        public Fraction in(int year, Fraction otherwise) {
            Map.Entry<Integer, Fraction> entry = byYear.floorEntry(year);
            return entry == null ? otherwise : entry.getValue();
        }
    }

    /**
     * One of some words.
     *
     * @param word the word
     */
    record Word(String word) implements Argument {}

    /**
     * A list of names.
     *
     * @param names in their order
     */
    record Names(List<String> names) implements Argument {
        /** Copies the names. */
        public Names {
            names = List.copyOf(names);
        }
    }

    /**
     * Weights by name.
     *
     * @param weights none negative
     */
    record Weights(SortedMap<String, Fraction> weights) implements Argument {
        /** Copies the weights. */
        public Weights {
            weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        }
    }
}
