/**
 * Participations in projects of the Union's research programmes, as CORDIS publishes them, as grants of the portfolio's structures.
 *
 * <p>Start from {@link org.subsidia.io.cordis.CordisImport}. The money of a participant is {@code netEcContribution}: what its
 * linked third parties get is not in it.
 */
@NullMarked
package org.subsidia.io.cordis;

import org.jspecify.annotations.NullMarked;
