package org.subsidia.transfer;

/**
 * Step 3: how the total is split between the Regions, by largest remainder. A Region to which a charge comes from a département
 * receives what the attribution leaves it of the tax instead of its part.
 *
 * @param weights of each region
 * @param cents of each region
 * @param neutral which regions receive tax instead
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record RegionShares(Weights weights, long[] cents, boolean[] neutral) {

    static RegionShares of(Frame frame, Path path, int year) {
        Weights weights =
                frame.keys.ofRegions(frame.last(Model.REGION_KEY, year).orElseGet(Keys::regionsByHistory));
        long[] cents = weights.split(path.transferred());
        boolean[] neutral = new boolean[cents.length];
        frame.neutrality.resources(year).forEach((code, resource) -> {
            int region = frame.regions.indexOf(code);
            if (region >= 0) {
                cents[region] = resource;
                neutral[region] = true;
            }
        });
        return new RegionShares(weights, cents, neutral);
    }

    /** What passes to all Regions together. */
    long total() {
        return Cents.sum(cents);
    }
}
