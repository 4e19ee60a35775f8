package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** How a cost of a European grant is shown: at its real amount, or with a simplified cost option of regulation 2021/1060. */
public enum CostOption {
    /** Real costs, each with its invoice: no simplified cost option. */
    REAL_COSTS,
    /** Indirect costs at 7 % of direct costs (article 54, point a). */
    F7,
    /** Indirect costs at 15 % of direct staff (article 54, point b). */
    F15,
    /** Indirect costs at up to 25 % of direct costs, with a method (article 54, point c). */
    F25,
    /** Direct staff at up to 20 % of other direct costs (article 55, paragraph 1). */
    S20,
    /** Staff at an hourly rate, a yearly cost over 1,720 hours (article 55, paragraph 2). */
    H1720,
    /** All other costs at 40 % of direct staff (article 56). */
    F40,
    /** Travel at up to 15 % of staff (Interreg, regulation 2021/1059, article 41). */
    T15,
    /** A lump sum, paid on what was delivered (article 53, paragraph 1, point c). */
    LUMP_SUM,
    /** Unit costs (article 53, paragraph 1, point b). */
    UNIT_COST;

    /** {@return what it covers, in words} */
    public Message label() {
        return Message.of("PORT-COSTOPTION-" + name().replace('_', '-'));
    }
}
