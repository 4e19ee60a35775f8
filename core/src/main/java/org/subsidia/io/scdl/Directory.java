package org.subsidia.io.scdl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.identity.NameIndex;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.io.mapping.FunderLevels;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;

/** Structures and funders of a portfolio by number and name; those that are missing are made once. */
final class Directory {
    private final Index<StructureId> structures = new Index<>();
    private final Index<FunderId> funders = new Index<>();
    private final Consumer<Edit> edits;

    /** What a record is found by. */
    private static final class Index<K> {
        private final Set<K> ids = new HashSet<>();
        private final Map<String, K> numbers = new HashMap<>();
        private final NameIndex<K> names = new NameIndex<>();

        void know(K id, @Nullable String siren, @Nullable String siret, @Nullable String rna, String name) {
            ids.add(id);
            if (siren != null) {
                numbers.putIfAbsent(siren, id);
            }
            if (siret != null && Siret.isValid(siret)) {
                numbers.putIfAbsent(siret.substring(0, 9), id);
            }
            if (rna != null) {
                numbers.putIfAbsent(rna, id);
            }
            names.put(name, id);
        }

        Optional<K> find(ScdlParty party) {
            Optional<String> siren = party.siren().map(Siren::value);
            Optional<String> rna = party.rna().map(Rna::value);
            Optional<K> found = siren.map(numbers::get).or(() -> rna.map(numbers::get));
            if (found.isPresent() || party.id().isPresent()) {
                return found;
            }
            // only a party without any number is known by its name: two associations can share one
            return party.name().flatMap(name -> names.find(name).stream().findFirst());
        }
    }

    Directory(Portfolio portfolio, Consumer<Edit> edits) {
        this.edits = edits;
        for (Structure structure : portfolio.structures()) {
            know(structure);
        }
        for (Funder funder : portfolio.funders()) {
            know(funder);
        }
    }

    private void know(Structure one) {
        structures.know(one.id(), one.siren(), one.siret(), one.rna(), one.name());
    }

    private void know(Funder one) {
        funders.know(one.id(), one.siren(), one.siret(), null, one.name());
    }

    StructureId structure(ScdlRow row) {
        ScdlParty party = row.beneficiary();
        Optional<StructureId> known = structures.find(party);
        if (known.isPresent()) {
            return known.get();
        }
        StructureId id = new StructureId(id(party));
        if (structures.ids.contains(id)) {
            // made for this party by an import, and called otherwise since
            return id;
        }
        String name = name(party);
        boolean association = party.rna().isPresent() || OrganisationName.isAssociation(name);
        Structure structure = Structure.builder(id, name)
                .kind(association ? StructureKind.ASSOCIATION : StructureKind.OTHER)
                .siren(party.siren().map(Siren::value).orElse(null))
                .siret(siret(party))
                .rna(party.rna().map(Rna::value).orElse(null))
                .build();
        know(structure);
        edits.accept(Edit.put(structure));
        return id;
    }

    Optional<FunderId> funder(ScdlRow row) {
        ScdlParty party = row.funder();
        if (party.isUnknown()) {
            return Optional.empty();
        }
        Optional<FunderId> known = funders.find(party);
        if (known.isPresent()) {
            return known;
        }
        FunderId id = new FunderId(id(party));
        if (!funders.ids.contains(id)) {
            Funder funder = Funder.builder(
                            id, FunderLevels.of(party.siren().map(Siren::value), party.name()), name(party))
                    .siren(party.siren().map(Siren::value).orElse(null))
                    .siret(siret(party))
                    .build();
            know(funder);
            edits.accept(Edit.put(funder));
        }
        return Optional.of(id);
    }

    private static String name(ScdlParty party) {
        return party.name().orElseGet(() -> party.id().orElseThrow().value());
    }

    private static String id(ScdlParty party) {
        return party.siren()
                .map(siren -> "siren-" + siren.value())
                .or(() -> party.rna().map(rna -> "rna-" + rna.value()))
                .orElseGet(() -> OrganisationName.of(name(party)).id());
    }

    private static @Nullable String siret(ScdlParty party) {
        Optional<OrganisationId> siret = party.id().filter(Siret.class::isInstance);
        return siret.map(OrganisationId::value).orElse(null);
    }
}
