package org.subsidia.rcp.search;

import org.subsidia.portfolio.RecordId;

/**
 * A record that can be found.
 *
 * @param id its id
 * @param kind what it is, in words
 * @param name what it is called
 * @param more whose it is, and its numbers
 */
record Hit(RecordId id, String kind, String name, String more) {}
