package org.subsidia.transfer.population;

/**
 * What population is wanted.
 *
 * @param poles number of pôles de compétitivité, not negative
 * @param clusters number of other clusters, not negative
 * @param ptce number of pôles territoriaux de coopération économique, not negative
 * @param seed the same seed gives the same population
 * @param fromYear first year with amounts
 * @param toYear last year with amounts
 */
public record PopulationPlan(int poles, int clusters, int ptce, long seed, int fromYear, int toYear) {
    /** As many structures as a table of a population may have. */
    public static final int MOST = 200_000;

    /** {@return how many structures there are in all} */
    public long structures() {
        return (long) poles + clusters + ptce;
    }

    boolean hasUsableCounts() {
        return Math.min(poles, Math.min(clusters, ptce)) >= 0 && structures() >= 1 && structures() <= MOST;
    }
}
