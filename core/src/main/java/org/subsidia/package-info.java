/**
 * Subsidia: the public money of French business clusters.
 *
 * <p>Floors, lowest first: money, finding, explain; time, identity, territory, law; portfolio, ledger; the analyses; io and
 * store; report; cli. Nothing knows anything above it.
 */
@NullMarked
package org.subsidia;

import org.jspecify.annotations.NullMarked;
