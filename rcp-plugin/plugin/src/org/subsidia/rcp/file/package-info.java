/**
 * New, open, save, save as, recent files.
 *
 * <p>{@link org.subsidia.rcp.file.Documents} does it all; the handlers of the menu only call it. Files are chosen through
 * {@link org.subsidia.rcp.file.FileChooser}, because the dialog of the window system answers to nobody but a person.
 */
package org.subsidia.rcp.file;
