/**
 * Changes of single records: each command asks, checks the answer and makes one edit of it.
 *
 * <p>{@link org.subsidia.rcp.edit.RecordEdits} makes the edits and knows no window; the handlers ask.
 */
package org.subsidia.rcp.edit;
