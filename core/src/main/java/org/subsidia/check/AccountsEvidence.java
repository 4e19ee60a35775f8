package org.subsidia.check;

import org.joda.money.Money;
import org.subsidia.portfolio.StructureId;

/**
 * What reading the accounts of a structure showed; the guard G-FEC judges it.
 *
 * @param structure whose accounts they are
 * @param file what the accounts are called
 * @param conform whether the tax administration would call the file conform
 * @param unbalanced how many entries do not balance
 * @param unmatched how many lines of subsidies no grant of the portfolio explains
 * @param amount the income on these lines; zero where only balances are concerned
 */
public record AccountsEvidence(
        StructureId structure, String file, boolean conform, long unbalanced, long unmatched, Money amount) {}
