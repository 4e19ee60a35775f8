/** What the stores share and nobody else uses: the sealed lines that chain one edit to the next. */
@NullMarked
package org.subsidia.store.internal;

import org.jspecify.annotations.NullMarked;
