package org.subsidia.transfer;

import java.util.List;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;

/**
 * Step 3: how the total is split between the Regions, by largest remainder.
 *
 * @param weights of each region
 * @param cents of each region; they add up to the total
 * @param measure the key
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record RegionShares(List<Fraction> weights, long[] cents, Measure measure) {

    static RegionShares of(Frame frame, Path path, int year) {
        Measure key = frame.scenario.last(Model.REGION_KEY, year).orElseGet(Keys::regionsByHistory);
        Keys keys = frame.keys;
        List<Fraction> weights = keys.ofRegions(key);
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            key = Keys.regionsByHistory();
            weights = keys.ofRegions(key);
        }
        return new RegionShares(weights, Allocation.split(path.transferred(), weights), key);
    }
}
