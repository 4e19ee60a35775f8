package org.subsidia.transfer.sweep;

import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * One point of a sweep: what is supposed of the transfer.
 *
 * @param number its place in the space, from 0
 * @param baseYears the base is the mean of the line over so many years up to the reference year, at least 1
 * @param rate the share of the base that the Regions receive, not negative
 * @param growth by how much the compensation grows each year after the first; 0: frozen
 * @param cap the most that a Region hands on in a year; null: all that it receives
 * @param regionKey by what the line is split between Regions
 * @param key by what each Region splits between its structures
 */
public record SweepPoint(
        long number,
        int baseYears,
        Fraction rate,
        Fraction growth,
        @Nullable Money cap,
        String regionKey,
        String key) {

    /** {@return the most that a Region hands on in a year, if there is a limit} */
    public Optional<Money> limit() {
        return Optional.ofNullable(cap);
    }
}
