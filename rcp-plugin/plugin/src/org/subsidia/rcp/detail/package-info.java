/**
 * What is known of the record selected.
 *
 * <p>{@link org.subsidia.rcp.detail.RecordSheet} makes a sheet of named values of a record and knows no window; {@link
 * org.subsidia.rcp.detail.DetailView} lays it out.
 */
package org.subsidia.rcp.detail;
