package org.subsidia.portfolio;

/** The kinds of budget line that the ratios of public dependence and the cash forecast tell apart. */
public enum BudgetKind {
    /** Operating subsidies (account 74). */
    SUBSIDY(BudgetSide.PRODUCT),
    /** Concours publics (account 73). */
    CONCOURS_PUBLIC(BudgetSide.PRODUCT),
    /** The year’s share of investment subsidies (account 747). */
    INVESTMENT_SUBSIDY_SHARE(BudgetSide.PRODUCT),
    /** Dedicated funds released less dedicated funds set aside (accounts 789 less 689); may be negative. */
    DEDICATED_FUNDS(BudgetSide.PRODUCT),
    /** Services sold to public buyers. */
    SERVICE_TO_PUBLIC(BudgetSide.PRODUCT),
    /** Services sold to private customers. */
    SERVICE_TO_PRIVATE(BudgetSide.PRODUCT),
    /** Membership fees of private members. */
    FEE_PRIVATE(BudgetSide.PRODUCT),
    /** Membership fees of public members who get a service for them. */
    FEE_PUBLIC_WITH_COUNTERPART(BudgetSide.PRODUCT),
    /** Membership fees of public members who get nothing particular for them. */
    FEE_PUBLIC_WITHOUT_COUNTERPART(BudgetSide.PRODUCT),
    /** Sponsorship and gifts. */
    SPONSORSHIP(BudgetSide.PRODUCT),
    /** Other products. */
    OTHER_PRODUCT(BudgetSide.PRODUCT),
    /** Staff. */
    STAFF(BudgetSide.COST),
    /** Rooms and what belongs to them. */
    PREMISES(BudgetSide.COST),
    /** Purchases and external services. */
    EXTERNAL(BudgetSide.COST),
    /** Travel, events, communication. */
    TRAVEL_AND_EVENTS(BudgetSide.COST),
    /** Taxes. */
    TAXES(BudgetSide.COST),
    /** Interest and other financial costs. */
    FINANCIAL(BudgetSide.COST),
    /** Depreciation and provisions: no cash. */
    DEPRECIATION(BudgetSide.COST),
    /** Money passed on to others (account 657). */
    PASSED_ON(BudgetSide.COST),
    /** Other costs. */
    OTHER_COST(BudgetSide.COST),
    /** Contributions in kind of public bodies (account 87). */
    IN_KIND_PUBLIC(BudgetSide.IN_KIND),
    /** Contributions in kind of private bodies and volunteers (account 87). */
    IN_KIND_PRIVATE(BudgetSide.IN_KIND);

    private final BudgetSide side;

    BudgetKind(BudgetSide side) {
        this.side = side;
    }

    /** {@return on which side of the budget it stands} */
    public BudgetSide side() {
        return side;
    }
}
