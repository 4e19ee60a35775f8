package org.subsidia.consumption;

import org.subsidia.explain.Explanation;

/**
 * A cost category of a grant: what was planned and what its claims show.
 *
 * @param category its name in the convention
 * @param budget the eligible cost that the project plans for it, or why that is not known
 * @param spent what the claims show
 * @param accepted what the funder takes of it so far; expenses on which it has not decided are not in it
 * @param rejected what it refused
 * @param rate spent over budget
 */
public record CategoryConsumption(
        String category,
        Explanation budget,
        Explanation spent,
        Explanation accepted,
        Explanation rejected,
        Explanation rate) {}
