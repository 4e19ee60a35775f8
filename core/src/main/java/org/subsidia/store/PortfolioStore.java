package org.subsidia.store;

import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;

/** A place where one portfolio is kept. What goes wrong is a finding, never an exception. */
public interface PortfolioStore {

    /** {@return what a user calls the place: a file’s path, a database’s name} */
    String name();

    /** {@return the portfolio kept here, whole, or why it cannot be read} */
    Reading<Portfolio> open();

    /**
     * Keeps a portfolio in the place of the one kept before, all of it or nothing.
     *
     * @param portfolio what is kept
     * @return what was saved, or why nothing was
     */
    Reading<Saved> save(Portfolio portfolio);
}
