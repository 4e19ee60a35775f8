package org.subsidia.io.fec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.io.fec.FecCount.Kind;

/** Counts findings by code and keeps the first few of each, so that a file with a million faults needs no more memory. */
final class FecTally {
    private static final int EXAMPLES = 20;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        private final Kind kind;
        private final Severity severity;
        private final List<Finding> examples = new ArrayList<>();
        private long count;

        Entry(Kind kind, Severity severity) {
            this.kind = kind;
            this.severity = severity;
        }
    }

    void blocking(Place place, String code, Object... arguments) {
        add(Kind.BLOCKING, Severity.ERROR, place, code, arguments);
    }

    void absent(Place place, String code, Object... arguments) {
        add(Kind.ABSENT, Severity.ERROR, place, code, arguments);
    }

    void alert(Place place, String code, Object... arguments) {
        add(Kind.ALERT, Severity.WARNING, place, code, arguments);
    }

    void note(Place place, String code, Object... arguments) {
        add(Kind.ALERT, Severity.INFO, place, code, arguments);
    }

    void own(Severity severity, Place place, String code, Object... arguments) {
        add(Kind.OWN, severity, place, code, arguments);
    }

    void add(Kind kind, Finding finding) {
        count(kind, finding.severity(), finding.code(), 1);
        keep(finding);
    }

    private void add(Kind kind, Severity severity, Place place, String code, Object... arguments) {
        if (count(kind, severity, code, 1)) {
            keep(new Finding(severity, place, Message.of(code, arguments)));
        }
    }

    /** Counts what has no example of its own; says whether an example is still wanted. */
    boolean count(Kind kind, Severity severity, String code, long more) {
        Entry entry = entries.computeIfAbsent(code, key -> new Entry(kind, severity));
        entry.count += more;
        return entry.examples.size() < EXAMPLES;
    }

    void keep(Finding finding) {
        Entry entry = entries.get(finding.code());
        if (entry != null && entry.examples.size() < EXAMPLES) {
            entry.examples.add(finding);
        }
    }

    boolean has(Kind kind) {
        return entries.values().stream().anyMatch(entry -> entry.kind == kind);
    }

    /** By kind, then the most frequent first. */
    List<FecCount> counts() {
        List<FecCount> counts = new ArrayList<>();
        entries.forEach((code, entry) ->
                counts.add(new FecCount(entry.kind, code, entry.severity, entry.count, entry.examples)));
        counts.sort(Comparator.comparing(FecCount::kind)
                .thenComparing(FecCount::severity, Comparator.reverseOrder())
                .thenComparing(FecCount::count, Comparator.reverseOrder())
                .thenComparing(FecCount::code));
        return counts;
    }
}
