package org.subsidia.transfer;

import java.util.Optional;
import org.subsidia.money.Fraction;

/**
 * Step 4: what a Region makes of what it receives.
 *
 * @param received its part of the transfer
 * @param topUp what it adds of its own
 * @param cut what it holds back because of its cap
 * @param cents what it has for the structures
 */
record Envelope(long received, long topUp, long cut, long cents) {

    static Envelope of(Frame frame, RegionShares shares, int region, int year) {
        String code = frame.regions.get(region);
        long received = shares.cents()[region];
        long topUp = 0;
        for (Measure measure : frame.of(Model.TOP_UP, year)) {
            if (measure.concernsRegion(code)) {
                long loss = Math.max(0, frame.ground.historicTotal[region] - received);
                long added = Math.addExact(
                        Cents.share(measure.number("rate", year, Fraction.ZERO), received),
                        Cents.share(measure.number("fill", year, Fraction.ZERO), loss));
                Optional<Long> cap = measure.cents("cap", year);
                topUp = Math.addExact(topUp, cap.isPresent() ? Math.min(cap.get(), added) : added);
            }
        }
        long sum = Math.addExact(received, topUp);
        long envelope = sum;
        for (Measure measure : frame.of(Model.CAP, year)) {
            if (measure.concernsRegion(code)) {
                envelope = Math.min(envelope, measure.cents("amount", year).orElse(envelope));
            }
        }
        return new Envelope(received, topUp, sum - envelope, envelope);
    }
}
