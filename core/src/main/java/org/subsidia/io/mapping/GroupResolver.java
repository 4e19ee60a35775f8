package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.identity.OrganisationName;
import org.subsidia.identity.Spelling;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;

/** Finds the records that a row names, and makes structures and funders that are missing. */
final class GroupResolver {
    private final Workspace workspace;
    private final Place file;
    private final Map<String, List<Grant>> references = new HashMap<>();

    GroupResolver(Workspace workspace, Place file) {
        this.workspace = workspace;
        this.file = file;
    }

    /** Whether the row names a private person where a structure should be. */
    static boolean namesPerson(RowValues row, Layout<?> layout) {
        return layout.groups().stream()
                .filter(group -> group.kind() == RecordKind.STRUCTURE)
                .map(group -> PartyName.ofGroup(row, group.name()))
                .anyMatch(party -> !party.hasNumber()
                        && party.id().isEmpty()
                        && party.name().filter(OrganisationName::isPerson).isPresent());
    }

    /** Puts the ids of all groups into the row; what was made for it is answered, and not yet in the workspace. */
    List<PortfolioRecord> resolve(RowValues row, Layout<?> layout, List<Finding> findings) {
        List<PortfolioRecord> made = new ArrayList<>();
        List<Group<?>> last = new ArrayList<>();
        for (Group<?> group : layout.groups()) {
            if (group.kind() == RecordKind.GRANT) {
                last.add(group);
            } else {
                resolve(row, group, made, findings);
            }
        }
        // the structure and the payer help to find the grant
        last.forEach(group -> resolve(row, group, made, findings));
        return made;
    }

    private void resolve(RowValues row, Group<?> group, List<PortfolioRecord> made, List<Finding> findings) {
        switch (group.kind()) {
            case STRUCTURE, FUNDER -> party(row, group, made, findings);
            case GRANT -> grant(row, group, findings);
            default -> named(row, group, findings);
        }
    }

    private void party(RowValues row, Group<?> group, List<PortfolioRecord> made, List<Finding> findings) {
        PartyName party = PartyName.ofGroup(row, group.name());
        if (party.isEmpty()) {
            return;
        }
        List<RecordId> known = workspace.parties().known(group.kind(), party);
        if (known.size() > 1) {
            findings.add(error(row, group, "MAP-REF-AMBIGUOUS", party.shown(), kind(group), known.size()));
        } else if (known.size() == 1) {
            row.put(group.name(), known.get(0));
        } else if (group.set() == null || (party.name().isEmpty() && !party.hasNumber())) {
            findings.add(error(row, group, "MAP-REF-UNKNOWN", party.shown(), kind(group)));
        } else {
            Optional<FunderLevel> level = row.text(group.name() + ".level").map(FunderLevel::valueOf);
            PortfolioRecord record = workspace.parties().make(group.kind(), party, level);
            made.add(record);
            row.put(group.name(), record.id());
        }
    }

    private void grant(RowValues row, Group<?> group, List<Finding> findings) {
        Optional<String> id = row.text(group.name() + ".id");
        Optional<String> reference = row.text(group.name() + ".reference");
        Optional<RecordId> byId =
                id.map(RecordKind.GRANT::id).filter(i -> workspace.find(i).isPresent());
        if (byId.isPresent()) {
            row.put(group.name(), byId.get());
            return;
        }
        if (reference.isEmpty()) {
            id.ifPresent(i -> findings.add(error(row, group, "MAP-REF-UNKNOWN", i, kind(group))));
            return;
        }
        List<Grant> grants = byReference(reference.get()).stream()
                .filter(grant -> row.group("structure")
                        .map(s -> s.equals(grant.structure()))
                        .orElse(true))
                .filter(grant ->
                        row.group("payer").map(p -> grant.funders().contains(p)).orElse(true))
                .toList();
        if (grants.size() == 1) {
            row.put(group.name(), grants.get(0).id());
        } else {
            findings.add(
                    grants.isEmpty()
                            ? error(row, group, "MAP-REF-UNKNOWN", reference.get(), kind(group))
                            : error(row, group, "MAP-REF-AMBIGUOUS", reference.get(), kind(group), grants.size()));
        }
    }

    private List<Grant> byReference(String reference) {
        if (references.isEmpty()) {
            for (Grant grant : workspace.portfolio().grants()) {
                String known = grant.reference();
                if (known != null) {
                    references
                            .computeIfAbsent(Spelling.key(known), key -> new ArrayList<>())
                            .add(grant);
                }
            }
        }
        return references.getOrDefault(Spelling.key(reference), List.of());
    }

    /** Programmes, calls and projects are never made by a table: it says too little about them. */
    private void named(RowValues row, Group<?> group, List<Finding> findings) {
        Optional<String> id = row.text(group.name() + ".id");
        Optional<String> name = row.text(group.name() + ".name");
        Optional<RecordId> byId =
                id.map(group.kind()::id).filter(i -> workspace.find(i).isPresent());
        Optional<RecordId> found = byId.or(() -> name.flatMap(this::programme));
        if (found.isPresent()) {
            row.put(group.name(), found.get());
        } else {
            id.or(() -> name)
                    .ifPresent(shown -> findings.add(error(row, group, "MAP-REF-UNKNOWN", shown, kind(group))));
        }
    }

    private Optional<RecordId> programme(String name) {
        String key = Spelling.key(name);
        List<Programme> programmes = workspace.portfolio().programmes().stream()
                .filter(programme -> Spelling.key(programme.name()).equals(key))
                .toList();
        return programmes.size() == 1 ? Optional.of(programmes.get(0).id()) : Optional.empty();
    }

    private Finding error(RowValues row, Group<?> group, String code, Object... arguments) {
        return Finding.error(file.line(row.line()).field(group.name()), code, arguments);
    }

    static Message kind(Group<?> group) {
        return Message.of("PORT-KIND-" + group.kind().name().replace('_', '-'));
    }
}
