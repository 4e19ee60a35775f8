/**
 * Rows out of files that somebody else made.
 *
 * <p>Start from {@link org.subsidia.io.tabular.TabularFile}: it says whether a file is CSV or XLSX, in which charset and with
 * which separator, or in one sentence what it is instead; then it hands out {@link org.subsidia.io.tabular.TabularRow}s,
 * streaming, within {@link org.subsidia.io.tabular.Limits}. Nothing here knows what the columns mean.
 */
@NullMarked
package org.subsidia.io.tabular;

import org.jspecify.annotations.NullMarked;
