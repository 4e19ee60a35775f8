/**
 * Numbers and names of organisations, numbers of accounts and public files: parsed, checked and, where no guess is needed, repaired.
 *
 * <p>Start from {@link org.subsidia.identity.OrganisationId}, which reads a {@link org.subsidia.identity.Siret}, a {@link
 * org.subsidia.identity.Siren} or an {@link org.subsidia.identity.Rna}. Each type has a strict {@code of}, which throws, and a
 * tolerant {@code read}, which names each repair and says why it refuses. A number that a spreadsheet destroyed is never
 * guessed back, and a number that can be a person's is never repeated ({@link org.subsidia.identity.Nir}).
 *
 * <p>{@link org.subsidia.identity.OrganisationName} makes names comparable, in every import alike; {@link
 * org.subsidia.identity.NameIndex} finds what is known under a name; {@link org.subsidia.identity.Spelling} compares other words.
 */
@NullMarked
package org.subsidia.identity;

import org.jspecify.annotations.NullMarked;
