/**
 * Grants after the 360Giving data standard 1.4 (JSON and CSV), written and read.
 *
 * <p>Start from {@link org.subsidia.io.threesixtygiving.GivingExport} and {@link
 * org.subsidia.io.threesixtygiving.GivingImport}. Organisations carry the identifiers of org-id.guide: a SIREN behind
 * {@code FR-RCS}, the list in which that of the INSEE was merged.
 */
@NullMarked
package org.subsidia.io.threesixtygiving;

import org.jspecify.annotations.NullMarked;
