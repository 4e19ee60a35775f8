package org.subsidia.store.file;

import org.subsidia.portfolio.Portfolio;

/**
 * A document as it stood in the file.
 *
 * @param portfolio what it holds
 * @param sha256 the digest that it ends with: names this state of the file
 * @param version the version of the format in which it was written
 */
record Document(Portfolio portfolio, String sha256, int version) {}
