package org.subsidia.portfolio;

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
    MEMBERSHIP_FEE_OF_PUBLIC_BODY
}
