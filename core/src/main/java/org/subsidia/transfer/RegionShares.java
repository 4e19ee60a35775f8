package org.subsidia.transfer;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;

/**
 * Step 3: how the total is split between the Regions, by largest remainder. A Region to which a charge comes from a département
 * receives what the attribution leaves it of the tax instead of its part.
 *
 * @param weights of each region
 * @param cents of each region
 * @param resources what Regions receive of tax, by region
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record RegionShares(List<Fraction> weights, long[] cents, SortedMap<Integer, Explanation> resources) {

    static RegionShares of(Frame frame, Path path, int year) {
        Measure key = frame.scenario.last(Model.REGION_KEY, year).orElseGet(Keys::regionsByHistory);
        Keys keys = frame.keys;
        List<Fraction> weights = keys.ofRegions(key);
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            weights = keys.ofRegions(Keys.regionsByHistory());
        }
        long[] cents = Allocation.split(path.transferred(), weights);
        SortedMap<Integer, Explanation> resources = new TreeMap<>();
        for (Map.Entry<String, Explanation> each : frame.neutrality.resources(year).entrySet()) {
            int region = frame.regions.indexOf(each.getKey());
            if (region >= 0) {
                cents[region] = Cents.of(Amounts.of(each.getValue()).orElseThrow());
                resources.put(region, each.getValue());
            }
        }
        return new RegionShares(weights, cents, resources);
    }

    /** What passes to all Regions together. */
    long total() {
        return Cents.sum(cents);
    }
}
