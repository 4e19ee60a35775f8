/**
 * Bank statements out of the files that banks give: CAMT.053, OFX, CFONB 120 and CSV.
 *
 * <p>Start from {@link org.subsidia.io.bank.BankFile}, which finds out what a file is and reads it; a table by a {@link
 * org.subsidia.io.mapping.Mapping} that is given or that its headers suggest. What cannot be read is a finding
 * with its place; a movement that is refused is counted with its statement, whose balances then prove nothing.
 */
@NullMarked
package org.subsidia.io.bank;

import org.jspecify.annotations.NullMarked;
