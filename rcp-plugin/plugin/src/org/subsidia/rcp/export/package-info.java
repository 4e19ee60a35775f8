/**
 * What leaves the workbench: lists and reports as files.
 *
 * <p>{@link org.subsidia.rcp.export.Exports} writes what the library renders and knows no window; {@link
 * org.subsidia.rcp.export.ExportHandler} asks what and where.
 */
package org.subsidia.rcp.export;
