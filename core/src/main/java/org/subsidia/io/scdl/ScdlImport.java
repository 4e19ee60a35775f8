package org.subsidia.io.scdl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Provenance;
import org.subsidia.portfolio.RecordId;

/**
 * A published file on its way into a portfolio: one batch of edits, and what became of each row.
 *
 * <p>Nothing is changed here: {@code portfolio.apply(result.edit())} does that, and not doing it is the dry run.
 *
 * <p>A grant is recognised by funder, beneficiary, reference, dates and purpose (in the extended profile by the identifier of
 * the subsidy), and by its rank among rows that agree in all of them. A record that was imported before, bit by bit, changes
 * nothing, whatever the user did to the grant since; a record of the same grant with other content updates what the file
 * says and leaves the rest. Rows of natural persons are never imported.
 *
 * @param edit one batch, empty if there is nothing to do
 * @param outcomes what became of the rows, in their order; rows of other beneficiaries are only counted, and refused rows
 *     only up to {@link #MAX_REFUSED}
 * @param counts how many rows met with each outcome
 * @param summary counts and totals of the whole file, other beneficiaries included
 * @param findings what was found about the import as a whole
 */
public record ScdlImport(
        Edit.Batch edit,
        List<ScdlOutcome> outcomes,
        Map<ScdlOutcome.Kind, Long> counts,
        ScdlSummary summary,
        List<Finding> findings) {

    /** So many refused rows are listed; all are counted. */
    public static final int MAX_REFUSED = 10_000;

    /** Copies the lists. */
    public ScdlImport {
        outcomes = List.copyOf(outcomes);
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
    }

    /**
     * Prepares an import.
     *
     * @param file the published file
     * @param into the portfolio that would receive it
     * @param choice whose grants are wanted
     * @return the edits and what became of each row
     */
    public static ScdlImport prepare(ScdlFile file, Portfolio into, ScdlChoice choice) {
        return new Preparation(file, into, choice).run();
    }

    /**
     * The edit of some of the rows: their grants, and of the structures and funders only those that these grants name.
     *
     * @param chosen the grants wanted
     * @return one batch, empty if none of them would be made or changed
     */
    public Edit.Batch editOf(Set<GrantId> chosen) {
        return chosen(edit.label(), edit.edits(), chosen);
    }

    static Edit.Batch chosen(String label, List<Edit> edits, Set<GrantId> chosen) {
        Set<RecordId> wanted = new HashSet<>(chosen);
        for (Edit one : edits) {
            if (one instanceof Edit.Put put && put.record() instanceof Grant grant && chosen.contains(grant.id())) {
                wanted.add(grant.structure());
                wanted.addAll(grant.funders());
            }
        }
        List<Edit> kept = edits.stream()
                .filter(one -> !(one instanceof Edit.Put put)
                        || wanted.contains(put.record().id()))
                .toList();
        return new Edit.Batch(label, kept);
    }

    /** {@return whether applying the edit would change nothing} */
    public boolean changesNothing() {
        return edit.edits().isEmpty();
    }

    /**
     * How many rows met with an outcome.
     *
     * @param kind the outcome
     * @return the number
     */
    public long count(ScdlOutcome.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** One pass over the file. */
    private static final class Preparation {
        private final ScdlFile file;
        private final Portfolio into;
        private final ScdlChoice choice;
        private final Directory directory;
        private final List<Edit> edits = new ArrayList<>();
        private final List<ScdlOutcome> outcomes = new ArrayList<>();
        private final Map<ScdlOutcome.Kind, Long> counts = new HashMap<>();
        private final Map<String, Integer> ranks = new HashMap<>();
        private int refusedListed;

        Preparation(ScdlFile file, Portfolio into, ScdlChoice choice) {
            this.file = file;
            this.into = into;
            this.choice = choice;
            this.directory = new Directory(into, edits::add);
        }

        ScdlImport run() {
            ScdlSummary summary = file.interpret(this::met, finding -> {});
            List<Finding> findings = new ArrayList<>();
            if (count(ScdlOutcome.Kind.NEW) + count(ScdlOutcome.Kind.UPDATED) + count(ScdlOutcome.Kind.UNCHANGED)
                    == 0) {
                findings.add(Finding.warning(file.place(), "SCDL-IMP-NONE", summary.rows()));
            } else if (edits.isEmpty()) {
                findings.add(Finding.info(file.place(), "SCDL-IMP-NOTHING", count(ScdlOutcome.Kind.UNCHANGED)));
            }
            String label = file.place().toString();
            return new ScdlImport(new Edit.Batch(label, edits), outcomes, counts, summary, findings);
        }

        private long count(ScdlOutcome.Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }

        private void met(List<String> record, long line, Reading<ScdlRow> reading) {
            if (!reading.isRead()) {
                counted(ScdlOutcome.Kind.REFUSED);
                if (refusedListed++ < MAX_REFUSED) {
                    outcomes.add(outcome(line, ScdlOutcome.Kind.REFUSED, null, null, reading.findings()));
                }
                return;
            }
            ScdlRow row = reading.get();
            if (!choice.wants(row.beneficiary())) {
                counted(ScdlOutcome.Kind.SKIPPED);
                return;
            }
            if (row.beneficiary().person()) {
                counted(ScdlOutcome.Kind.SKIPPED);
                List<Finding> why = new ArrayList<>(reading.findings());
                why.add(Finding.info(file.place().line(line), "SCDL-IMP-PERSON", line));
                outcomes.add(outcome(line, ScdlOutcome.Kind.SKIPPED, row, null, why));
                return;
            }
            put(record, row, reading.findings());
        }

        private void put(List<String> record, ScdlRow row, List<Finding> findings) {
            String key = GrantMaker.key(row);
            int rank = ranks.merge(key, 1, Integer::sum);
            GrantId id = GrantMaker.id(key, rank);
            List<String> impersonal = RecordCells.withoutPersons(
                    file.header(), file.place().line(row.line()), record, new ArrayList<>(), new boolean[1]);
            String hash = GrantMaker.hash(impersonal);
            Optional<Grant> before = into.grant(id);
            boolean known =
                    before.isPresent() && before.get().provenance().stream().anyMatch(p -> hash.equals(p.sha256()));
            ScdlOutcome.Kind kind = known
                    ? ScdlOutcome.Kind.UNCHANGED
                    : before.isPresent() ? ScdlOutcome.Kind.UPDATED : ScdlOutcome.Kind.NEW;
            if (!known) {
                String name = file.place().toString();
                Provenance provenance = new Provenance(
                        name, row.line(), hash, row.publishedAmount(), row.share(), row.attributedAmount());
                Grant start = before.orElseGet(
                        () -> Grant.builder(id, directory.structure(row)).build());
                edits.add(Edit.put(GrantMaker.grant(start, row, directory.funder(row), provenance)));
            }
            counted(kind);
            outcomes.add(outcome(row.line(), kind, row, id, findings));
        }

        private void counted(ScdlOutcome.Kind kind) {
            counts.merge(kind, 1L, Long::sum);
        }

        private static ScdlOutcome outcome(
                long line,
                ScdlOutcome.Kind kind,
                @Nullable ScdlRow row,
                @Nullable GrantId grant,
                List<Finding> findings) {
            List<Finding> told = findings.stream()
                    .filter(f -> kind != ScdlOutcome.Kind.REFUSED || f.severity() == Severity.ERROR)
                    .toList();
            return new ScdlOutcome(line, kind, Optional.ofNullable(row), Optional.ofNullable(grant), told);
        }
    }
}
