/**
 * What the imports of exchange formats share: tables found by their headers, structures matched by number, name and place, and
 * one batch of edits with what became of each record.
 *
 * <p>Start from {@link org.subsidia.io.exchange.Intake}, which every import answers. {@link
 * org.subsidia.io.exchange.HeadedTable} reads rows by the names of their columns; {@link
 * org.subsidia.io.exchange.StructureMatcher} says whose money a record is, or that a person must decide; {@link
 * org.subsidia.io.exchange.IntakeDesk} keeps what an import writes, so that the same file twice changes nothing.
 */
@NullMarked
package org.subsidia.io.exchange;

import org.jspecify.annotations.NullMarked;
