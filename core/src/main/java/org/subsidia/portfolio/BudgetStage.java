package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** Which document says what a line of a public budget is worth in a year. */
public enum BudgetStage {
    /** The budget bill. */
    BILL,
    /** The initial budget law. */
    INITIAL_LAW,
    /** The budget law of the end of the year. */
    YEAR_END_LAW,
    /** What was paid. */
    PAID;

    /** {@return the document's name, as tables write it} */
    public Message label() {
        return Message.of("PORT-BUDGET-" + name().replace('_', '-'));
    }
}
