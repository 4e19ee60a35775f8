package org.subsidia.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * A parameter that a model takes.
 *
 * @param name as documents write it
 * @param kind what its argument is
 * @param required whether a measure must give it
 * @param least the least number; null: no bound
 * @param most the greatest number; null: no bound
 * @param options the words, for {@link Kind#WORD}; the first is the one that counts when none is given
 */
public record Parameter(
        String name,
        Kind kind,
        boolean required,
        @Nullable Fraction least,
        @Nullable Fraction most,
        List<String> options) {

    /** What an argument is. */
    public enum Kind {
        /** A share or factor, may be dated and uncertain. */
        SHARE,
        /** Euros, may be dated and uncertain. */
        EUROS,
        /** A whole number, may be uncertain. */
        COUNT,
        /** One of some words. */
        WORD,
        /** A list of names. */
        NAMES,
        /** Weights by name. */
        WEIGHTS
    }

    static Parameter share(String name, int most) {
        return new Parameter(name, Kind.SHARE, false, Fraction.ZERO, Fraction.of(most), List.of());
    }

    static Parameter euros(String name) {
        return new Parameter(name, Kind.EUROS, false, Fraction.ZERO, null, List.of());
    }

    static Parameter count(String name, int most) {
        return new Parameter(name, Kind.COUNT, false, Fraction.ZERO, Fraction.of(most), List.of());
    }

    static Parameter word(String name, String... options) {
        return new Parameter(name, Kind.WORD, false, null, null, List.of(options));
    }

    static Parameter names(String name) {
        return new Parameter(name, Kind.NAMES, false, null, null, List.of());
    }

    static Parameter weights(String name) {
        return new Parameter(name, Kind.WEIGHTS, false, null, null, List.of());
    }

    Parameter needed() {
        return new Parameter(name, kind, true, least, most, options);
    }

    Parameter upTo(Fraction greatest) {
        return new Parameter(name, kind, required, least, greatest, options);
    }

    boolean isNumber() {
        return kind == Kind.SHARE || kind == Kind.EUROS || kind == Kind.COUNT;
    }
}
