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
 * @param columnsBefore the same amounts in the order of the levels
 * @param columnsAfter the same amounts in the order of the levels
 * @param publicBefore all levels together
 * @param publicAfter all levels together
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
        Map<FunderLevel, long[]> after,
        long[][] columnsBefore,
        long[][] columnsAfter,
        long[] publicBefore,
        long[] publicAfter) {

    static YearResult of(Frame frame, @Nullable Compensation base, int year) {
        int size = frame.recipients.size();
        int y = year - frame.scenario.first();
        Map<FunderLevel, long[]> before = new EnumMap<>(FunderLevel.class);
        Map<FunderLevel, long[]> after = new EnumMap<>(FunderLevel.class);
        for (FunderLevel level : frame.levels()) {
            long[][] amounts = frame.ground.before.get(level);
            long[] own = amounts == null ? new long[size] : amounts[y];
            before.put(level, own);
            after.put(level, own.clone());
        }
        Transfer transfer = new Transfer(frame, year, before, after);
        if (year > frame.scenario.reference()) {
            Line line = frame.scenario.line();
            if (line != null && base != null) {
                transfer.run(line, base);
            }
            new OtherFunders(frame, year, before, after).act();
        }
        return transfer.result(frame.ground.publicBefore[y]);
    }

    /** Steps 2 to 5. */
    private static final class Transfer {
        private final Frame frame;
        private final int year;
        private final Map<FunderLevel, long[]> before;
        private final Map<FunderLevel, long[]> after;
        private @Nullable Path path;
        private @Nullable RegionShares regions;
        private Envelope[] envelopes = {};
        private StructureShares[] shares = {};
        private long[] kept;

        Transfer(Frame frame, int year, Map<FunderLevel, long[]> before, Map<FunderLevel, long[]> after) {
            this.frame = frame;
            this.year = year;
            this.before = before;
            this.after = after;
            this.kept = new long[frame.recipients.size()];
        }

        void run(Line line, Compensation base) {
            Path found = Path.of(frame, base, year);
            RegionShares between = RegionShares.of(frame, found, year);
            path = found;
            regions = between;
            int count = frame.regions.size();
            envelopes = new Envelope[count];
            shares = new StructureShares[count];
            kept = Allocation.split(found.kept(), frame.ground.reference);
            if (!frame.of(Model.DELABELLING, year).isEmpty()) {
                for (int p = 0; p < kept.length; p++) {
                    kept[p] = StructureShares.delabelled(frame, p, year).isPresent() ? 0 : kept[p];
                }
            }
            long[] successor = amounts(after, line.successor());
            for (int r = 0; r < count; r++) {
                envelopes[r] = Envelope.of(frame, between, r, year);
                shares[r] = StructureShares.of(frame, envelopes[r], r, year);
                int[] members = shares[r].members();
                long[] paid = shares[r].paid();
                for (int i = 0; i < members.length; i++) {
                    successor[members[i]] = Math.addExact(successor[members[i]], paid[i]);
                }
            }
            System.arraycopy(kept, 0, amounts(after, line.level()), 0, kept.length);
        }

        YearResult result(long[] publicBefore) {
            long[][] columns = after.values().toArray(long[][]::new);
            long[] publicAfter = new long[publicBefore.length];
            for (long[] amounts : columns) {
                for (int p = 0; p < publicAfter.length; p++) {
                    publicAfter[p] = Math.addExact(publicAfter[p], amounts[p]);
                }
            }
            return new YearResult(
                    year,
                    path,
                    regions,
                    envelopes,
                    shares,
                    kept,
                    before,
                    after,
                    before.values().toArray(long[][]::new),
                    columns,
                    publicBefore,
                    publicAfter);
        }
    }

    static long[] amounts(Map<FunderLevel, long[]> byLevel, FunderLevel level) {
        long[] amounts = byLevel.get(level);
        if (amounts == null) {
            throw new IllegalStateException("no amounts of " + level);
        }
        return amounts;
    }

    long publicBefore(int p) {
        return publicBefore[p];
    }

    long publicAfter(int p) {
        return publicAfter[p];
    }
}
