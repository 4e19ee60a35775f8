/**
 * The dated law base: every legal number, list and date with its validity, its article, its source and how sure it is.
 *
 * <p>Start from {@link org.subsidia.law.LawBase#standard()}, choose a day with {@code at(date)}, and ask the {@link
 * org.subsidia.law.Law} of that day for a {@link org.subsidia.law.Rule}: the value and the reference that a result carries.
 * The base is YAML ({@code org/subsidia/law/*.yaml}); a user's own file of the same form overrides or adds.
 */
@NullMarked
package org.subsidia.law;

import org.jspecify.annotations.NullMarked;
