/**
 * Portfolios in a database that several people share: PostgreSQL, or H2 in a file.
 *
 * <p>{@link org.subsidia.store.jdbc.DatabaseAddress} says where. {@link org.subsidia.store.jdbc.DatabaseSession} is for people
 * who edit: one transaction an edit, a conflict where somebody else changed the same record first, and the edits of others as
 * they come. {@link org.subsidia.store.jdbc.DatabaseStore} is for programs that read or write a whole portfolio;
 * {@link org.subsidia.store.jdbc.AuditTrail} lists the chain of edits and verifies it. The schema is made and moved forward by
 * numbered, checksummed migrations when a portfolio is opened.
 */
@NullMarked
package org.subsidia.store.jdbc;

import org.jspecify.annotations.NullMarked;
