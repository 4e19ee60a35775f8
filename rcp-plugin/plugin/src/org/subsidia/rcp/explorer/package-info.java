/**
 * The tree of the open portfolio: structures with their grants and budgets, funders by level with their programmes,
 * calls and grants, projects.
 *
 * <p>{@link org.subsidia.rcp.explorer.Node} is a place in the tree, {@link org.subsidia.rcp.explorer.ExplorerTree} says what
 * is below it; both know no window. {@link org.subsidia.rcp.explorer.ExplorerView} shows them, and its selection decides
 * what the other views show.
 */
package org.subsidia.rcp.explorer;
