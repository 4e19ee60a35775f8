/**
 * What is wrong, where, and what to do about it.
 *
 * <p>Start from {@link org.subsidia.finding.Finding}: a code, a severity, a {@link org.subsidia.finding.Place} and the
 * values that its sentence names. Sentences are {@link org.subsidia.finding.Message}s, kept in French and English, one
 * file a room. {@link org.subsidia.finding.Reading} is the answer of every tolerant reader: the value, or why there is
 * none, and what had to be repaired on the way.
 */
@NullMarked
package org.subsidia.finding;

import org.jspecify.annotations.NullMarked;
