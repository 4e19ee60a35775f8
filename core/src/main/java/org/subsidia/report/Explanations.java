package org.subsidia.report;

import java.util.List;
import org.subsidia.explain.Explanation;

/**
 * Where the figures of the report come from.
 *
 * @param trees one a figure
 */
public record Explanations(List<Explanation> trees) implements Block {

    /** Copies the trees. */
    public Explanations {
        trees = List.copyOf(trees);
    }
}
