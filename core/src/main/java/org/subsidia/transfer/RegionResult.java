package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What the line does in one region and year.
 *
 * @param region its code, empty for structures whose region is not known
 * @param year the year
 * @param before what its structures would receive of the line
 * @param received what the Region receives of the transfer
 * @param topUp what it adds
 * @param cut what it holds back by its cap
 * @param unspent what it does not pay out otherwise
 * @param kept what the former payer still pays to its structures
 * @param paid what its structures receive of its envelope
 */
public record RegionResult(
        String region,
        int year,
        Money before,
        Money received,
        Money topUp,
        Money cut,
        Money unspent,
        Money kept,
        Money paid) {

    /** {@return what the Region would have to add so that its structures lose nothing} */
    public Money toVote() {
        Money missing = before.minus(paid).minus(kept);
        return missing.isNegative() ? Population.zero() : missing;
    }

    static List<RegionResult> of(Simulation simulation) {
        List<RegionResult> results = new ArrayList<>();
        Frame frame = simulation.frame();
        for (int r = 0; r < frame.regions.size(); r++) {
            for (int year : simulation.scenario().years()) {
                YearResult result = simulation.result(year);
                if (result.path() != null) {
                    results.add(of(frame, result, r));
                }
            }
        }
        return results;
    }

    private static RegionResult of(Frame frame, YearResult result, int r) {
        long kept = 0;
        for (int p : frame.ground.members[r]) {
            kept = Math.addExact(kept, frame.ground.byRegion(p, result.kept()[p])[r]);
        }
        Envelope envelope = result.envelopes()[r];
        StructureShares shares = result.shares()[r];
        return new RegionResult(
                frame.regions.get(r),
                result.year(),
                Cents.money(frame.ground.historicTotal[r]),
                Cents.money(envelope.received()),
                Cents.money(envelope.topUp()),
                Cents.money(envelope.cut()),
                Cents.money(shares.unspent()),
                Cents.money(kept),
                Cents.money(Cents.sum(shares.paid())));
    }
}
