package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** What kind of public money a grant is in law; each kind counts differently in ratios and ceilings. */
public enum GrantNature {
    /** A subsidy in the sense of law 2000-321, article 9-1. */
    SUBSIDY,
    /** A concours public: a contribution fixed by law or regulation (account 73). */
    CONCOURS_PUBLIC,
    /** The price of a public contract. */
    PUBLIC_CONTRACT,
    /** A contribution of another non-profit body (contribution financière). */
    FINANCIAL_CONTRIBUTION,
    /** The membership fee of a public body. */
    MEMBERSHIP_FEE_OF_PUBLIC_BODY;

    /** {@return the nature's name, as tables and legends write it} */
    public Message label() {
        return Message.of("PORT-NATURE-" + name().replace('_', '-'));
    }
}
