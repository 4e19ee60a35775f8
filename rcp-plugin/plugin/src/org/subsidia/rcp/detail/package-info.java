/**
 * The form of the record selected.
 *
 * <p>{@link org.subsidia.rcp.detail.Field} and {@link org.subsidia.rcp.detail.ItemList} say what stands in a record and what
 * typing in it does, and know no window; {@link org.subsidia.rcp.detail.RecordForm} lays them out, {@link
 * org.subsidia.rcp.detail.DetailView} shows the form of what is selected. {@link org.subsidia.rcp.detail.NewRecord} is what a
 * user can add.
 */
package org.subsidia.rcp.detail;
