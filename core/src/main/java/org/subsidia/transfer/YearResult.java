package org.subsidia.transfer;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Allocation;
import org.subsidia.portfolio.FunderLevel;

/**
 * Steps 2 to 6 of one year.
 *
 * @param year the year
 * @param path step 2; null up to the reference year and where no line moves
 * @param regions step 3
 * @param envelopes step 4, one a region
 * @param shares step 5, one a region
 * @param kept what each structure still receives from the former payer
 * @param before by level and structure
 * @param after by level and structure
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record YearResult(
        int year,
        @Nullable Path path,
        @Nullable RegionShares regions,
        Envelope[] envelopes,
        StructureShares[] shares,
        long[] kept,
        Map<FunderLevel, long[]> before,
        Map<FunderLevel, long[]> after) {

    static YearResult of(Frame frame, @Nullable Compensation base, int year) {
        int size = frame.recipients.size();
        Map<FunderLevel, long[]> before = new EnumMap<>(FunderLevel.class);
        Map<FunderLevel, long[]> after = new EnumMap<>(FunderLevel.class);
        for (FunderLevel level : frame.levels()) {
            long[] amounts = new long[size];
            for (int p = 0; p < size; p++) {
                amounts[p] = frame.before(p, level, year);
            }
            before.put(level, amounts);
            after.put(level, amounts.clone());
        }
        if (year <= frame.scenario.reference()) {
            return new YearResult(
                    year, null, null, new Envelope[0], new StructureShares[0], new long[size], before, after);
        }
        Line line = frame.scenario.line();
        YearResult result;
        if (line == null || base == null) {
            result = new YearResult(
                    year, null, null, new Envelope[0], new StructureShares[0], new long[size], before, after);
        } else {
            result = transfer(frame, line, base, year, before, after);
        }
        new OtherFunders(frame, year, before, after).act();
        return result;
    }

    private static YearResult transfer(
            Frame frame,
            Line line,
            Compensation base,
            int year,
            Map<FunderLevel, long[]> before,
            Map<FunderLevel, long[]> after) {
        Path path = Path.of(frame, base, year);
        RegionShares regions = RegionShares.of(frame, path, year);
        int count = frame.regions.size();
        Envelope[] envelopes = new Envelope[count];
        StructureShares[] shares = new StructureShares[count];
        long[] kept = Allocation.split(path.kept(), frame.reference);
        long[] successor = amounts(after, line.successor());
        for (int p = 0; p < kept.length; p++) {
            kept[p] = StructureShares.delabelled(frame, p, year).isPresent() ? 0 : kept[p];
        }
        for (int r = 0; r < count; r++) {
            envelopes[r] = Envelope.of(frame, regions, r, year);
            shares[r] = StructureShares.of(frame, envelopes[r], r, year);
            for (int p = 0; p < successor.length; p++) {
                successor[p] = Math.addExact(successor[p], shares[r].paid()[p]);
            }
        }
        System.arraycopy(kept, 0, amounts(after, line.level()), 0, kept.length);
        return new YearResult(year, path, regions, envelopes, shares, kept, before, after);
    }

    static long[] amounts(Map<FunderLevel, long[]> byLevel, FunderLevel level) {
        long[] amounts = byLevel.get(level);
        if (amounts == null) {
            throw new IllegalStateException("no amounts of " + level);
        }
        return amounts;
    }

    long publicBefore(int p) {
        return before.values().stream().mapToLong(each -> each[p]).reduce(0, Math::addExact);
    }

    long publicAfter(int p) {
        return after.values().stream().mapToLong(each -> each[p]).reduce(0, Math::addExact);
    }
}
