package org.subsidia.catalogue;

import java.util.Objects;
import org.subsidia.explain.Value;
import org.subsidia.portfolio.Source;

/**
 * A figure that is known about an entry and has no field in a portfolio: an envelope, a weight, a number of winners.
 *
 * @param name what it is, in French
 * @param value an amount, a share, a number with its unit or a day
 * @param source where it was read, and how sure it is
 */
public record CatalogueFigure(String name, Value value, Source source) {

    /** Refuses what is missing. */
    public CatalogueFigure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
    }
}
