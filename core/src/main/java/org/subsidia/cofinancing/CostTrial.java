package org.subsidia.cofinancing;

import java.util.List;
import java.util.Optional;
import org.subsidia.explain.Explanation;

/**
 * Simplified cost options tried on the direct costs of a project.
 *
 * @param trials the eligible cost under each set of options
 * @param rulings what the rules say of it
 * @param hourly the hourly rate, where staff is paid by it
 */
public record CostTrial(List<SimplifiedCosts.Trial> trials, List<Ruling> rulings, Optional<Explanation> hourly) {

    /** Copies the lists. */
    public CostTrial {
        trials = List.copyOf(trials);
        rulings = List.copyOf(rulings);
    }
}
