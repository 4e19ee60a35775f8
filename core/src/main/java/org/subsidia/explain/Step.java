package org.subsidia.explain;

import java.math.BigDecimal;
import java.util.List;

/** How a figure is made from its parts. */
public enum Step {
    /** Read from a record, a file or the law base. */
    GIVEN,
    /** All parts added. */
    SUM,
    /** The first part less all others. */
    DIFFERENCE,
    /** All parts multiplied; the product is rounded to the scale of the figure. */
    PRODUCT,
    /** The first part over the second, rounded to the scale of the figure. */
    RATIO,
    /** The smallest part. */
    MINIMUM,
    /** The greatest part. */
    MAXIMUM,
    /** Decided by the children in a way that their labels tell; not arithmetic. */
    CHOICE;

    boolean isArithmetic() {
        return this != GIVEN && this != CHOICE;
    }

    /** Whether the parts make the whole; a rounded result may lie half a unit of its last place away. */
    boolean holds(BigDecimal whole, List<BigDecimal> parts) {
        if (parts.isEmpty()) {
            return this == SUM && whole.signum() == 0;
        }
        BigDecimal first = parts.get(0);
        List<BigDecimal> others = parts.subList(1, parts.size());
        return switch (this) {
            case SUM -> whole.compareTo(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)) == 0;
            case DIFFERENCE -> whole.compareTo(others.stream().reduce(first, BigDecimal::subtract)) == 0;
            case PRODUCT -> near(whole, others.stream().reduce(first, BigDecimal::multiply), BigDecimal.ONE);
            case RATIO -> parts.size() == 2 && parts.get(1).signum() != 0 && near(whole, first, parts.get(1));
            case MINIMUM -> whole.compareTo(parts.stream().reduce(first, BigDecimal::min)) == 0;
            case MAXIMUM -> whole.compareTo(parts.stream().reduce(first, BigDecimal::max)) == 0;
            case GIVEN, CHOICE -> true;
        };
    }

    /** |whole − numerator/denominator| ≤ half a unit in the last place of the whole, without dividing. */
    private static boolean near(BigDecimal whole, BigDecimal numerator, BigDecimal denominator) {
        BigDecimal twiceError =
                whole.multiply(denominator).subtract(numerator).abs().multiply(BigDecimal.valueOf(2));
        return twiceError.compareTo(whole.ulp().multiply(denominator.abs())) <= 0;
    }
}
