package org.subsidia.transfer.sweep;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What one point comes to. Gaps are what a structure receives over all years less what it would have received had its amount of
 * the reference year gone on.
 *
 * @param point what was supposed
 * @param base the base of the compensation, a year
 * @param transferred to the Regions, over all years
 * @param paid by the Regions to the structures, over all years; the rest was held back by the cap
 * @param gap of all structures, over all years
 * @param losers structures that receive less than before
 * @param same structures that receive the same
 * @param winners structures that receive more
 * @param quantiles the gap at or below which so many hundredths of the structures lie, the nearest rank
 */
public record SweepResult(
        SweepPoint point,
        Money base,
        Money transferred,
        Money paid,
        Money gap,
        int losers,
        int same,
        int winners,
        SortedMap<Integer, Money> quantiles) {

    /** Copies the quantiles. */
    public SweepResult {
        quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
    }

    /** {@return what the caps held back, over all years} */
    public Money withheld() {
        return transferred.minus(paid);
    }
}
