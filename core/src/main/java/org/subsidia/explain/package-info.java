/**
 * Why a figure is what it is.
 *
 * <p>An {@link org.subsidia.explain.Explanation} is a tree: each node has a label, a value, the way in which its children
 * make it up, the versions of the legal rules and the records that were used. {@link
 * org.subsidia.explain.Explanation#check()} recomputes every node from its children, so that the leaves are proven to add
 * up to the figure. People read it as {@link org.subsidia.explain.ExplanationText} or as a table of {@link
 * org.subsidia.explain.ExplanationRow}s, programs as an {@link org.subsidia.explain.ExplanationTree}.
 */
@NullMarked
package org.subsidia.explain;

import org.jspecify.annotations.NullMarked;
