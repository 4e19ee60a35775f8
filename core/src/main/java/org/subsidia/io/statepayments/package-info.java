/**
 * What the State's systems say was paid: Chorus and FONJEP workbooks, and the payments of data.subvention.
 *
 * <p>Start from {@link org.subsidia.io.statepayments.StatePayments}: it tells the three apart by their headers. What the State says
 * it paid is the stage {@code PAID} of a grant, never a receipt: only the bank tells what came in.
 */
@NullMarked
package org.subsidia.io.statepayments;

import org.jspecify.annotations.NullMarked;
