package org.subsidia.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;

/** Which record names which, and which names nothing. */
final class References {

    /** A field of a record that names another record. */
    record Reference(String field, RecordId target) {}

    private References() {}

    /** The references of a record, in the order of its fields. */
    static List<Reference> of(PortfolioRecord record) {
        Collector found = new Collector();
        if (record instanceof Grant grant) {
            found.add("structure", grant.structure());
            found.add("payer", grant.payer());
            found.add("decisionMaker", grant.decisionMaker());
            found.add("origin", grant.origin());
            found.add("programme", grant.programme());
            found.add("call", grant.call());
            found.add("project", grant.project());
        } else if (record instanceof BudgetLine line) {
            found.add("structure", line.structure());
            found.add("funder", line.funder());
            found.add("grant", line.grant());
        } else if (record instanceof Programme programme) {
            found.add("parent", programme.parent());
            found.add("funder", programme.funder());
        } else if (record instanceof Call call) {
            found.add("programme", call.programme());
            found.add("funder", call.funder());
        } else if (record instanceof Project project) {
            found.add("lead", project.lead());
            for (FundingLine line : project.funding()) {
                found.add("funding", line.funder());
                found.add("funding", line.grant());
            }
        } else if (record instanceof Structure structure) {
            for (Succession succession : structure.successions()) {
                found.add("successions", succession.from());
                succession.grants().forEach(grant -> found.add("successions", grant));
            }
        }
        return found.references;
    }

    static List<Finding> broken(Portfolio portfolio) {
        List<Finding> findings = new ArrayList<>();
        portfolio.stream().forEach(record -> addMissing(record, portfolio, findings));
        return findings;
    }

    static List<Finding> brokenBy(Edit edit, Portfolio before) {
        Set<RecordId> touched = edit.records();
        Portfolio after = before.apply(edit);
        List<Finding> findings = new ArrayList<>();
        Set<RecordId> removed = new LinkedHashSet<>();
        for (RecordId id : touched) {
            after.find(id).ifPresentOrElse(record -> addMissing(record, after, findings), () -> removed.add(id));
        }
        if (!removed.isEmpty()) {
            addOrphans(removed, touched, before, after, findings);
        }
        return findings;
    }

    private static void addMissing(PortfolioRecord record, Portfolio portfolio, List<Finding> findings) {
        for (Reference reference : of(record)) {
            if (!portfolio.contains(reference.target())) {
                findings.add(Finding.error(
                        Place.record(record.id().value()).field(reference.field()),
                        "PORT-REF-MISSING",
                        kind(record.id()),
                        record.id().value(),
                        kind(reference.target()),
                        reference.target().value()));
            }
        }
    }

    /** One finding for each removed record that others still name, with how many there are. */
    private static void addOrphans(
            Set<RecordId> removed, Set<RecordId> touched, Portfolio before, Portfolio after, List<Finding> findings) {
        List<RecordId> named = after.stream()
                .filter(record -> !touched.contains(record.id()))
                .flatMap(record -> of(record).stream().map(Reference::target).distinct())
                .filter(removed::contains)
                .toList();
        for (RecordId id : removed) {
            long users = named.stream().filter(id::equals).count();
            if (users > 0 && before.contains(id)) {
                findings.add(Finding.error(Place.record(id.value()), "PORT-REF-USED", kind(id), id.value(), users));
            }
        }
    }

    /** The kind's name in the reader's language. */
    private static Message kind(RecordId id) {
        return Message.of("PORT-KIND-" + id.kind().name().replace('_', '-'));
    }

    private static final class Collector {
        private final List<Reference> references = new ArrayList<>();

        void add(String field, @Nullable RecordId target) {
            if (target != null) {
                references.add(new Reference(field, target));
            }
        }
    }
}
