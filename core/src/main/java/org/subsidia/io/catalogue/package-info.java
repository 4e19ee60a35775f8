/**
 * Catalogues of programmes and calls that others keep: CSV, XLSX or JSON.
 *
 * <p>{@link org.subsidia.io.catalogue.CatalogueFile} reads them; {@link org.subsidia.catalogue.CatalogueRow} says which columns
 * there are.
 */
@NullMarked
package org.subsidia.io.catalogue;

import org.jspecify.annotations.NullMarked;
