/**
 * Finding: in the active list, and in everything.
 *
 * <p>{@link org.subsidia.rcp.search.Hits} finds records by words and knows no window; {@link
 * org.subsidia.rcp.search.SearchDialog} shows them while the user types.
 */
package org.subsidia.rcp.search;
