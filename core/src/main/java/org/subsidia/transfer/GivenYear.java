package org.subsidia.transfer;

import org.joda.money.Money;
import org.subsidia.portfolio.Grant;

/**
 * What a grant gives for a year.
 *
 * @param grant the grant
 * @param funder whose money; empty: not known
 * @param year the year
 * @param amount how much, in euros
 */
record GivenYear(Grant grant, String funder, int year, Money amount) {
    /** Grants of one series are given under one programme or scheme by one funder, for operating costs. */
    String series() {
        String programme =
                grant.programme() != null ? grant.programme().value() : grant.scheme() == null ? "" : grant.scheme();
        return funder + '|' + programme;
    }
}
