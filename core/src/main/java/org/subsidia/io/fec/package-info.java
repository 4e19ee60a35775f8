/**
 * The FEC (fichier des écritures comptables, livre des procédures fiscales article A47 A-1): reading and judging it.
 *
 * <p>Start from {@link org.subsidia.io.fec.FecFile}, which finds out how a file is written and streams its lines, text or XML;
 * {@link org.subsidia.io.fec.FecVerdict} says whether it is conform by the rules of the tax administration's own test and what
 * else is wrong with the entries; {@link org.subsidia.io.fec.FecBooks} brings the entries to the accounts.
 */
@NullMarked
package org.subsidia.io.fec;

import org.jspecify.annotations.NullMarked;
