package org.subsidia.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.subsidia.finding.Finding;

/** Whether the versions of a parameter follow each other without overlap and without unmarked gap. */
final class Timeline {

    private Timeline() {}

    static List<Finding> check(String id, List<Version> versions) {
        List<Version> inOrder = versions.stream()
                .sorted(Comparator.comparing(Version::validity, Validity.BY_START))
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < inOrder.size(); i++) {
            Validity before = inOrder.get(i - 1).validity();
            Version next = inOrder.get(i);
            Validity days = next.validity();
            if (before.overlaps(days)) {
                findings.add(
                        Finding.error(next.place(), "LAW-VERSION-OVERLAP", id, before.toString(), days.toString()));
            } else if (!before.touches(days) && !next.afterGap()) {
                findings.add(Finding.error(next.place(), "LAW-VERSION-GAP", id, before.toString(), days.toString()));
            }
        }
        return findings;
    }
}
