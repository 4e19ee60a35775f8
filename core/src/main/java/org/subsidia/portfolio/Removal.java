package org.subsidia.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what has to go, or to be changed, when a record is removed. */
final class Removal {
    private final Set<RecordId> gone = new LinkedHashSet<>();

    private Removal() {}

    static Edit of(String label, RecordId id, Portfolio portfolio) {
        Removal removal = new Removal();
        removal.collect(id, portfolio);
        List<Edit> edits = new ArrayList<>();
        portfolio.stream()
                .filter(record -> !removal.gone.contains(record.id()))
                .filter(record ->
                        References.of(record).stream().anyMatch(reference -> removal.gone.contains(reference.target())))
                .forEach(record -> edits.add(new Edit.Put(removal.without(record))));
        List<RecordId> order = new ArrayList<>(removal.gone);
        order.remove(id);
        order.forEach(other -> edits.add(new Edit.Remove(other)));
        edits.add(new Edit.Remove(id));
        return new Edit.Batch(label, edits);
    }

    private void collect(RecordId id, Portfolio portfolio) {
        gone.add(id);
        if (id instanceof StructureId structure) {
            portfolio.grantsOf(structure).forEach(grant -> gone.add(grant.id()));
            portfolio.budgetLines().stream()
                    .filter(line -> line.structure().equals(structure))
                    .forEach(line -> gone.add(line.id()));
        }
    }

    private PortfolioRecord without(PortfolioRecord record) {
        if (record instanceof Grant grant) {
            return grant.toBuilder()
                    .payer(kept(grant.payer()))
                    .decisionMaker(kept(grant.decisionMaker()))
                    .origin(kept(grant.origin()))
                    .programme(kept(grant.programme()))
                    .call(kept(grant.call()))
                    .project(kept(grant.project()))
                    .build();
        }
        if (record instanceof BudgetLine line) {
            return line.toBuilder()
                    .funder(kept(line.funder()))
                    .grant(kept(line.grant()))
                    .build();
        }
        if (record instanceof Programme programme) {
            return programme.toBuilder()
                    .parent(kept(programme.parent()))
                    .funder(kept(programme.funder()))
                    .build();
        }
        if (record instanceof Call call) {
            return call.toBuilder()
                    .programme(kept(call.programme()))
                    .funder(kept(call.funder()))
                    .build();
        }
        if (record instanceof Project project) {
            return project.toBuilder()
                    .lead(kept(project.lead()))
                    .funding(project.funding().stream().map(this::without).toList())
                    .build();
        }
        if (record instanceof Structure structure) {
            return structure.toBuilder()
                    .successions(structure.successions().stream()
                            .filter(succession -> !gone.contains(succession.from()))
                            .map(this::without)
                            .toList())
                    .build();
        }
        return record;
    }

    private Succession without(Succession succession) {
        return new Succession(
                succession.from(),
                succession.day(),
                succession.share(),
                succession.grants().stream()
                        .filter(grant -> !gone.contains(grant))
                        .toList());
    }

    private FundingLine without(FundingLine line) {
        return new FundingLine(
                line.kind(), line.name(), kept(line.funder()), kept(line.grant()), line.amount(), line.confirmed());
    }

    private <T extends RecordId> @Nullable T kept(@Nullable T id) {
        return id == null || gone.contains(id) ? null : id;
    }
}
