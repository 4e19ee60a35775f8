package org.subsidia.io.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;

/**
 * A file on its way into a portfolio: one batch of edits, and what became of each record.
 *
 * <p>Nothing is changed here: {@code portfolio.apply(intake.edit())} does that, and not doing it is the dry run. A record that
 * was imported before, bit by bit, changes nothing, whatever the user did to the grant since.
 *
 * @param edit one batch, empty if there is nothing to do
 * @param taken what became of the records, in their order; those of other beneficiaries are only counted
 * @param counts how many records met with each outcome
 * @param strangers the beneficiaries that are none of the portfolio’s structures, the largest sum first
 * @param findings what was found about the file as a whole
 */
public record Intake(
        Edit.Batch edit,
        List<Taken> taken,
        Map<Taken.Kind, Long> counts,
        List<Stranger> strangers,
        List<Finding> findings) {

    /** Copies the lists. */
    public Intake {
        taken = List.copyOf(taken);
        Map<Taken.Kind, Long> copy = new EnumMap<>(Taken.Kind.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        strangers = List.copyOf(strangers);
        findings = List.copyOf(findings);
    }

    /**
     * Several files as one, each prepared for the portfolio that those before it make: what a later one says of a record goes
     * before what an earlier one says.
     *
     * @param intakes in their order, at least one
     * @return the edits of all in one batch, under the label of the first, and what became of the records, file by file
     */
    public static Intake together(List<Intake> intakes) {
        if (intakes.size() == 1) {
            return intakes.get(0);
        }
        List<Edit> edits = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        Map<Taken.Kind, Long> counts = new EnumMap<>(Taken.Kind.class);
        Map<Beneficiary, Stranger> strangers = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Intake one : intakes) {
            edits.addAll(one.edit.edits());
            taken.addAll(one.taken);
            one.counts.forEach((kind, count) -> counts.merge(kind, count, Math::addExact));
            one.strangers.forEach(each -> strangers.merge(each.beneficiary(), each, Stranger::plus));
            findings.addAll(one.findings);
        }
        return new Intake(
                new Edit.Batch(intakes.get(0).edit.label(), edits),
                taken,
                counts,
                Stranger.largestFirst(strangers.values()),
                findings);
    }

    /**
     * How many records met with an outcome.
     *
     * @param kind the outcome
     * @return the number
     */
    public long count(Taken.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /**
     * The edit of some of the records, and of what these records name, near and far.
     *
     * @param chosen the records wanted
     * @return one batch, empty if none of them would be made or changed
     */
    public Edit.Batch editOf(Collection<? extends RecordId> chosen) {
        Map<RecordId, PortfolioRecord> written = new HashMap<>();
        for (Edit one : edit.edits()) {
            if (one instanceof Edit.Put put) {
                written.put(put.record().id(), put.record());
            }
        }
        Set<RecordId> wanted = new HashSet<>();
        Deque<RecordId> next = new ArrayDeque<>(chosen);
        while (!next.isEmpty()) {
            RecordId id = next.pop();
            PortfolioRecord record = written.get(id);
            if (record != null && wanted.add(id)) {
                next.addAll(record.references());
            }
        }
        List<Edit> kept = edit.edits().stream()
                .filter(one -> wanted.containsAll(one.records()))
                .toList();
        return new Edit.Batch(edit.label(), kept);
    }

    /** {@return whether applying the edit would change nothing} */
    public boolean changesNothing() {
        return edit.edits().isEmpty();
    }
}
