package org.subsidia.dependence;

import java.util.EnumSet;
import java.util.Set;
import org.subsidia.finding.Message;

/** The items of a year from which the ratios of dependence are made; each counts in one place only. */
public enum OperatingItem {
    /** Operating subsidies (accounts 74 but 747). S74 in formulas. */
    SUBSIDIES("S74"),
    /** Concours publics (account 73). C73 in formulas. */
    CONCOURS_PUBLICS("C73"),
    /** The year’s share of investment subsidies (account 747, or 777 before 2020). Q747 in formulas. */
    INVESTMENT_SHARES("Q747"),
    /** Services sold to public buyers. P in formulas. */
    SERVICES_TO_PUBLIC("P"),
    /** Membership fees of public members who get a service for them. */
    FEES_PUBLIC_WITH_COUNTERPART("Fpub+"),
    /** Membership fees of public members who get nothing particular for them. */
    FEES_PUBLIC_WITHOUT_COUNTERPART("Fpub0"),
    /** Membership fees of private members. */
    FEES_PRIVATE("Fpriv"),
    /** Services sold to private customers, subsidies that complete a price included. V in formulas. */
    SERVICES_TO_PRIVATE("V"),
    /** Sponsorship and gifts. M in formulas. */
    SPONSORSHIP("M"),
    /** All other operating products, and provisions taken back (78 but 789). O in formulas. */
    OTHER_PRODUCTS("O"),
    /** Dedicated funds released less set aside, on subsidies (789 less 689); may be negative, and is no product. D. */
    DEDICATED_FUNDS("D"),
    /** Contributions in kind of public bodies (account 87). */
    IN_KIND_PUBLIC("Kpub"),
    /** Contributions in kind of private bodies and volunteers (account 87). */
    IN_KIND_PRIVATE("Kpriv"),
    /** Costs that stay when activity falls. */
    FIXED_COSTS("CF"),
    /** All operating costs but dedicated funds set aside. */
    TOTAL_COSTS("CT"),
    /** State aid of the year to the running of the structure, in gross grant equivalent. */
    PUBLIC_AID("ESB"),
    /** Costs of the year that operating aid to a cluster may pay for. */
    ELIGIBLE_COSTS("CE"),
    /** Public money that came in during the year, whatever year it is for. */
    PUBLIC_RECEIPTS("EP"),
    /** All operating money that came in during the year. */
    ALL_RECEIPTS("ET"),
    /** Cash at the end of the year. */
    TREASURY("TR");

    /** The operating products: together they are TP. */
    public static final Set<OperatingItem> PRODUCTS = Set.copyOf(EnumSet.range(SUBSIDIES, OTHER_PRODUCTS));

    private final String symbol;

    OperatingItem(String symbol) {
        this.symbol = symbol;
    }

    /** {@return how formulas write it, such as {@code S74}} */
    public String symbol() {
        return symbol;
    }

    /** {@return the item in words} */
    public Message label() {
        return Message.of("DEP-ITEM-" + name().replace('_', '-'));
    }
}
