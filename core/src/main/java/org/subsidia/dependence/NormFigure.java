package org.subsidia.dependence;

import java.util.Optional;
import org.subsidia.explain.Explanation;

/**
 * How a year stands to a norm.
 *
 * @param norm which one
 * @param figures the year from which it was measured
 * @param measured what is measured, or why it cannot be
 * @param limit the limit of the law base on the last day of the year, or why there is none
 * @param distance how far there is to go until the limit; negative: it is passed
 * @param met whether the norm is met; none where that is not known, or where there is no limit
 */
public record NormFigure(
        Norm norm,
        OperatingFigures figures,
        Explanation measured,
        Explanation limit,
        Explanation distance,
        Optional<Boolean> met) {}
