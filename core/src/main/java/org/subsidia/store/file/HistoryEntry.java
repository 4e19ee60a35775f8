package org.subsidia.store.file;

import org.subsidia.portfolio.EditRecord;

/**
 * One edit of a document.
 *
 * @param number counts the edits of the document, from 1
 * @param record what was changed, by whom, when and why
 * @param saved whether the document holds it; else only the journal does
 */
public record HistoryEntry(long number, EditRecord record, boolean saved) {}
