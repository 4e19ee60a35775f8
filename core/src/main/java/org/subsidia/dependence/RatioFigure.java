package org.subsidia.dependence;

import java.util.Optional;
import org.subsidia.explain.Explanation;
import org.subsidia.money.Fraction;

/**
 * A ratio of one year.
 *
 * @param ratio which one
 * @param figures the year from which it was made, with its basis
 * @param share the exact share; none where it is undefined
 * @param explanation the rounded share with all its parts, or why it is undefined
 */
public record RatioFigure(Ratio ratio, OperatingFigures figures, Optional<Fraction> share, Explanation explanation) {}
