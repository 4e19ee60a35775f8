package org.subsidia.check;

import java.util.List;
import org.subsidia.finding.Message;

/**
 * One test of a portfolio. It has no state: one instance serves any number of portfolios and threads.
 *
 * <p>An embedder's guard is found by {@link Guards#withServices} when its class is named in {@code
 * META-INF/services/org.subsidia.check.Guard} and has a public constructor without parameters.
 */
public interface Guard {

    /** {@return its stable name, such as {@code G-CONV}} */
    String id();

    /** {@return what it tests, in a few words} */
    Message title();

    /**
     * Tests.
     *
     * @param context the portfolio, the law, the day
     * @return what is wrong or worth knowing, in the order of the records; nothing where all is well or cannot be judged
     */
    List<Checked> check(GuardContext context);

    /**
     * Looks at what all guards found, after they are done.
     *
     * @param found the results of all guards
     * @param context the portfolio, the law, the day
     * @return what is worth knowing about the results; mostly nothing
     */
    default List<Checked> review(List<Checked> found, GuardContext context) {
        return List.of();
    }
}
