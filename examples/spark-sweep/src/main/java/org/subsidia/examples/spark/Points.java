package org.subsidia.examples.spark;

import java.io.Serializable;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Reading;
import org.subsidia.transfer.sweep.SweepSpace;

/**
 * What a space of parameters is made of: small enough to be sent to every machine, which makes the points there.
 *
 * @param texts values by parameter, as {@link SweepSpace#grid} takes them
 * @param sample how many points are drawn; null: every combination
 * @param seed of what is drawn
 */
record Points(TreeMap<String, String> texts, @Nullable Long sample, long seed) implements Serializable {

    Reading<SweepSpace> space() {
        return sample == null ? SweepSpace.grid(texts) : SweepSpace.sample(texts, sample, seed);
    }
}
