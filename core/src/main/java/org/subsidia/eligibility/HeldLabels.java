package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;

/** Labels in columns. A label without a first or last day is held without that bound. */
final class HeldLabels {
    private final LabelKind[] kinds;
    private final @Nullable String[] phases;
    private final long[] first;
    private final long[] last;

    private HeldLabels(int size) {
        kinds = new LabelKind[size];
        phases = new String[size];
        first = new long[size];
        last = new long[size];
    }

    static HeldLabels of(List<Label> labels) {
        HeldLabels held = new HeldLabels(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            held.kinds[i] = label.kind();
            held.phases[i] = label.phase();
            held.first[i] = day(label.start(), Long.MIN_VALUE);
            held.last[i] = day(label.decidedEnd(), Long.MAX_VALUE);
        }
        return held;
    }

    private static long day(@Nullable LocalDate date, long open) {
        return date == null ? open : date.toEpochDay();
    }

    /** Whether a label of this kind, and phase if one is named, is held; a label of unknown phase may be of any. */
    int holds(LabelKind kind, @Nullable String phase, long day) {
        int best = Kleene.FALSE;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == kind && day >= first[i] && day <= last[i]) {
                String known = phases[i];
                if (phase == null || phase.equals(known)) {
                    return Kleene.TRUE;
                }
                best = known == null ? Kleene.UNKNOWN : best;
            }
        }
        return best;
    }

    /** First days of labels of this kind after a day: on these a verdict may change. */
    long[] startsAfter(LabelKind kind, long day) {
        return IntStream.range(0, kinds.length)
                .filter(i -> kinds[i] == kind && first[i] > day)
                .mapToLong(i -> first[i])
                .sorted()
                .toArray();
    }
}
