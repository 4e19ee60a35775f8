/** The steps of undo and redo as a list, to go back and forth in. */
package org.subsidia.rcp.history;
