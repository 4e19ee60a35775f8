/**
 * Tables of anybody's columns, in and out of a portfolio.
 *
 * <p>A {@link org.subsidia.io.mapping.TableKind} says what a table may hold, field by field. A {@link
 * org.subsidia.io.mapping.Mapping} says which column of one table is which field.
 * {@link org.subsidia.io.mapping.TableImport} then says of every row what it would change, and hands out the edit that does;
 * {@link org.subsidia.io.mapping.PortfolioTable} goes the other way. {@link org.subsidia.io.mapping.MappedTable} reads rows that become
 * no records, such as a bank's movements.
 */
@NullMarked
package org.subsidia.io.mapping;

import org.jspecify.annotations.NullMarked;
