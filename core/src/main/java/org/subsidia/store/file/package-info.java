/**
 * A portfolio as one file, which is either whole or known to be damaged, and never loses an edit.
 *
 * <p>{@link org.subsidia.store.file.FileSession} is for people who edit: each edit is safe before it is acknowledged, each
 * save keeps a backup, and one process writes at a time. {@link org.subsidia.store.file.FileStore} is for programs that read
 * or write a whole portfolio. {@link org.subsidia.store.file.History} tells who changed what, when and why;
 * {@link org.subsidia.store.file.Restore} brings former states back. The file is one JSON document: format and version first,
 * then the portfolio, at last the length and the SHA-256 of all that came before. All else lives in a hidden folder beside it.
 */
@NullMarked
package org.subsidia.store.file;

import org.jspecify.annotations.NullMarked;
