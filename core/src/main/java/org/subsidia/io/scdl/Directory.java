package org.subsidia.io.scdl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;

/** Structures and funders of a portfolio by number and name; those that are missing are made once. */
final class Directory {
    private static final String NAME = "name:";

    private final Map<String, StructureId> structures = new HashMap<>();
    private final Map<String, FunderId> funders = new HashMap<>();
    private final Consumer<Edit> edits;

    Directory(Portfolio portfolio, Consumer<Edit> edits) {
        this.edits = edits;
        for (Structure structure : portfolio.structures()) {
            know(structures, structure.id(), structure.siren(), structure.siret(), structure.rna(), structure.name());
        }
        for (Funder funder : portfolio.funders()) {
            know(funders, funder.id(), funder.siren(), funder.siret(), null, funder.name());
        }
    }

    private static <K> void know(
            Map<String, K> index,
            K id,
            @Nullable String siren,
            @Nullable String siret,
            @Nullable String rna,
            String name) {
        if (siren != null) {
            index.putIfAbsent(siren, id);
        }
        if (siret != null && Siret.isValid(siret)) {
            index.putIfAbsent(siret.substring(0, 9), id);
        }
        if (rna != null) {
            index.putIfAbsent(rna, id);
        }
        index.putIfAbsent(NAME + Spelling.key(name), id);
    }

    StructureId structure(ScdlRow row) {
        ScdlParty party = row.beneficiary();
        StructureId known = find(structures, party);
        if (known != null) {
            return known;
        }
        StructureId id = new StructureId(id(party));
        String name = party.name().orElseGet(() -> party.id().orElseThrow().value());
        boolean association = party.rna().isPresent() || Spelling.key(name).startsWith("association");
        Structure structure = Structure.builder(id, name)
                .kind(association ? StructureKind.ASSOCIATION : StructureKind.OTHER)
                .siren(party.siren().map(Siren::value).orElse(null))
                .siret(siret(party))
                .rna(party.rna().map(Rna::value).orElse(null))
                .build();
        know(structures, id, structure.siren(), structure.siret(), structure.rna(), name);
        edits.accept(Edit.put(structure));
        return id;
    }

    Optional<FunderId> funder(ScdlRow row) {
        ScdlParty party = row.funder();
        if (party.isUnknown()) {
            return Optional.empty();
        }
        FunderId known = find(funders, party);
        if (known != null) {
            return Optional.of(known);
        }
        FunderId id = new FunderId(id(party));
        String name = party.name().orElseGet(() -> party.id().orElseThrow().value());
        Funder funder = Funder.builder(id, FunderLevels.of(party), name)
                .siren(party.siren().map(Siren::value).orElse(null))
                .siret(siret(party))
                .build();
        know(funders, id, funder.siren(), funder.siret(), null, name);
        edits.accept(Edit.put(funder));
        return Optional.of(id);
    }

    private static <K> @Nullable K find(Map<String, K> index, ScdlParty party) {
        Optional<String> siren = party.siren().map(Siren::value);
        Optional<String> rna = party.rna().map(Rna::value);
        K found = siren.map(index::get).or(() -> rna.map(index::get)).orElse(null);
        if (found != null || party.id().isPresent()) {
            return found;
        }
        // only a party without any number is known by its name: two associations can share one
        return index.get(NAME + party.key());
    }

    private static String id(ScdlParty party) {
        return party.siren()
                .map(siren -> "siren-" + siren.value())
                .or(() -> party.rna().map(rna -> "rna-" + rna.value()))
                .orElseGet(() -> "name-" + party.key());
    }

    private static @Nullable String siret(ScdlParty party) {
        Optional<OrganisationId> siret = party.id().filter(Siret.class::isInstance);
        return siret.map(OrganisationId::value).orElse(null);
    }
}
