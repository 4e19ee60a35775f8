/**
 * A portfolio as one file, which is either whole or known to be damaged.
 *
 * <p>{@link org.subsidia.store.file.FileStore} is the store. The file is one JSON document: format and version first, then
 * the portfolio, at last the length and the SHA-256 of all that came before. A save writes beside the file, reads back what
 * it wrote, and takes the file's place in one step.
 */
@NullMarked
package org.subsidia.store.file;

import org.jspecify.annotations.NullMarked;
