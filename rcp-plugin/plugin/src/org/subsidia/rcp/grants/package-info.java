/**
 * The table of grants.
 *
 * <p>{@link org.subsidia.rcp.grants.GrantRow} is a grant as the table shows it, {@link
 * org.subsidia.rcp.grants.GrantColumn} a column, {@link org.subsidia.rcp.grants.GrantRows} the rows that a filter leaves in
 * the order of a column; none of them knows a window. {@link org.subsidia.rcp.grants.GrantsView} shows them in a virtual
 * table, which asks only for the rows on screen.
 */
package org.subsidia.rcp.grants;
