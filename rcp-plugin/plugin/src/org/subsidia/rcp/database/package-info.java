/**
 * Portfolios that several people edit in one database, H2 in a file or PostgreSQL.
 *
 * <p>{@link org.subsidia.rcp.database.Databases} brings one to the desk, asking by {@code DatabaseDialog}; {@code DatabaseWatch}
 * looks for the edits of others; {@link org.subsidia.rcp.database.TeamDialogs} asks what becomes of an edit that somebody else
 * overtook. A password is never written anywhere: it is asked for whenever a database is opened.
 */
package org.subsidia.rcp.database;
