package org.subsidia.accounts;

import org.subsidia.finding.Message;
import org.subsidia.portfolio.GrantNature;

/** What an account is for whoever follows subsidies. */
public enum AccountRole {
    /** Subsidies receivable (441, and the State’s 4487 or 4482). */
    RECEIVABLE,
    /** Other income receivable (467, 468). */
    OTHER_RECEIVABLE,
    /** Customers and members (411). */
    CUSTOMER,
    /** Deferred income (487). */
    DEFERRED,
    /** Dedicated funds on subsidies (194). */
    DEDICATED,
    /** Dedicated funds on other money (191, 195, 196). */
    DEDICATED_OTHER,
    /** Investment subsidies (131). */
    INVESTMENT_SUBSIDY,
    /** Investment subsidies carried to income (139). */
    INVESTMENT_CARRIED,
    /** Operating subsidies (74). */
    SUBSIDY,
    /** The year’s share of investment subsidies (747, or 777). */
    INVESTMENT_SHARE,
    /** Concours publics (73). */
    CONCOURS_PUBLIC,
    /** Charge to dedicated funds on subsidies (6894). */
    DEDICATED_CHARGE,
    /** Charge to other dedicated funds (6891, 6895, 6896). */
    DEDICATED_CHARGE_OTHER,
    /** Release of dedicated funds on subsidies (7894). */
    DEDICATED_RELEASE,
    /** Release of other dedicated funds (7891, 7895, 7896). */
    DEDICATED_RELEASE_OTHER,
    /** Goods and services sold (70). */
    SERVICE,
    /** Membership fees (756). */
    FEE,
    /** Membership fees without counterpart (7561). */
    FEE_WITHOUT_COUNTERPART,
    /** Membership fees with counterpart (7562). */
    FEE_WITH_COUNTERPART,
    /** Gifts and sponsorship (754). */
    SPONSORSHIP,
    /** Contributions of other non-profit bodies (755). */
    FINANCIAL_CONTRIBUTION,
    /** Other operating products (71, 72, 75, 78). */
    OTHER_PRODUCT,
    /** Contributions in kind (87). */
    IN_KIND,
    /** Operating costs (60 to 65, 68). */
    COST,
    /** Cash and bank (50, 51, 53, 54). */
    CASH,
    /** Transfers between banks (58). */
    TRANSFER,
    /** Loans and own funds (10, 16): cash that is not operating. */
    LOAN,
    /** Any other account. */
    OUTSIDE;

    /** {@return the role in words} */
    public Message label() {
        return Message.of("ACC-ROLE-" + name().replace('_', '-'));
    }

    /** {@return whether lines of such accounts are followed grant by grant} */
    public boolean isOfGrants() {
        return switch (this) {
            case RECEIVABLE,
                    DEFERRED,
                    DEDICATED,
                    INVESTMENT_SUBSIDY,
                    INVESTMENT_CARRIED,
                    SUBSIDY,
                    INVESTMENT_SHARE,
                    CONCOURS_PUBLIC,
                    DEDICATED_CHARGE,
                    DEDICATED_RELEASE -> true;
            default -> false;
        };
    }

    /**
     * {@return whether lines of such accounts belong to a grant where something says so: a debtor among others, or a product
     * that may be a contribution, a fee or a contract of a public body}
     */
    public boolean mayBeOfGrants() {
        return switch (this) {
            case OTHER_RECEIVABLE,
                    SERVICE,
                    FEE,
                    FEE_WITHOUT_COUNTERPART,
                    FEE_WITH_COUNTERPART,
                    FINANCIAL_CONTRIBUTION -> true;
            default -> false;
        };
    }

    /** {@return whether a grant of this nature is usually booked on such accounts} */
    boolean fits(GrantNature nature) {
        return switch (this) {
            case SERVICE -> nature == GrantNature.PUBLIC_CONTRACT;
            case FEE, FEE_WITHOUT_COUNTERPART, FEE_WITH_COUNTERPART ->
                nature == GrantNature.MEMBERSHIP_FEE_OF_PUBLIC_BODY;
            case FINANCIAL_CONTRIBUTION -> nature == GrantNature.FINANCIAL_CONTRIBUTION;
            default -> true;
        };
    }

    /** {@return whether entries with such accounts are kept whole, since who stands behind them is read from their lines} */
    public boolean isKept() {
        return isOfGrants() || mayBeOfGrants() || this == CUSTOMER || this == IN_KIND;
    }
}
