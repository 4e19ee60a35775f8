package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.identity.NameIndex;
import org.subsidia.identity.OrganisationName;
import org.subsidia.identity.Siret;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;

/** Structures and funders by id, number and name. */
final class Parties {
    private final Map<RecordKind, Index> indexes = new HashMap<>();

    /** What a record is found by. */
    private static final class Index {
        private final Map<String, RecordId> ids = new HashMap<>();
        private final Map<String, Set<RecordId>> sirets = new HashMap<>();
        private final Map<String, Set<RecordId>> numbers = new HashMap<>();
        private final NameIndex<RecordId> names = new NameIndex<>();
        private final Map<RecordId, String> sirens = new HashMap<>();
        private final Map<RecordId, String> rnas = new HashMap<>();
    }

    Parties(Portfolio portfolio) {
        indexes.put(RecordKind.STRUCTURE, new Index());
        indexes.put(RecordKind.FUNDER, new Index());
        portfolio.structures().forEach(this::know);
        portfolio.funders().forEach(this::know);
    }

    /** Makes a record known; others are left alone. */
    void know(PortfolioRecord record) {
        if (record instanceof Structure s) {
            know(s.id(), s.siren(), s.siret(), s.rna(), s.name());
        } else if (record instanceof Funder f) {
            know(f.id(), f.siren(), f.siret(), null, f.name());
        }
    }

    private void know(RecordId id, @Nullable String siren, @Nullable String siret, @Nullable String rna, String name) {
        Index index = index(id.kind());
        index.ids.put(id.value(), id);
        String unit = siren != null ? siren : siret != null && Siret.isValid(siret) ? siret.substring(0, 9) : null;
        if (siret != null) {
            add(index.sirets, siret, id);
        }
        if (unit != null) {
            add(index.numbers, unit, id);
            index.sirens.put(id, unit);
        }
        if (rna != null) {
            add(index.numbers, rna, id);
            index.rnas.put(id, rna);
        }
        index.names.put(name, id);
    }

    private static void add(Map<String, Set<RecordId>> map, String key, RecordId id) {
        map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(id);
    }

    private Index index(RecordKind kind) {
        Index index = indexes.get(kind);
        if (index == null) {
            throw new IllegalArgumentException("not a party: " + kind);
        }
        return index;
    }

    /** The records that a name can mean: by id, else by number, else by name unless their numbers say that they differ. */
    List<RecordId> known(RecordKind kind, PartyName party) {
        Index index = index(kind);
        Optional<RecordId> byId = party.id().map(index.ids::get);
        if (byId.isPresent()) {
            return List.of(byId.get());
        }
        List<RecordId> bySiret = all(index.sirets, party.siret());
        if (!bySiret.isEmpty()) {
            return bySiret;
        }
        List<RecordId> byNumber = Stream.of(all(index.numbers, party.siren()), all(index.numbers, party.rna()))
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!byNumber.isEmpty()) {
            return byNumber;
        }
        return party.name().map(index.names::find).orElse(List.of()).stream()
                .filter(id -> agrees(index.sirens.get(id), party.siren()) && agrees(index.rnas.get(id), party.rna()))
                .toList();
    }

    private static List<RecordId> all(Map<String, Set<RecordId>> map, Optional<String> key) {
        return key.map(map::get).<List<RecordId>>map(ArrayList::new).orElse(List.of());
    }

    private static boolean agrees(@Nullable String known, Optional<String> told) {
        return known == null || told.isEmpty() || known.equals(told.get());
    }

    /** A record for a party that is not known; its id is the same whenever the same party is imported. */
    PortfolioRecord make(RecordKind kind, PartyName party, Optional<FunderLevel> level) {
        String id = freeId(kind, party.newId());
        String siren = party.siren().orElse(null);
        String siret = party.siret().orElse(null);
        if (kind == RecordKind.FUNDER) {
            return Funder.builder(
                            new FunderId(id),
                            level.orElseGet(() -> FunderLevels.of(party.siren(), party.name())),
                            party.shown())
                    .siren(siren)
                    .siret(siret)
                    .build();
        }
        return Structure.builder(new StructureId(id), party.shown())
                .kind(kind(party))
                .siren(siren)
                .siret(siret)
                .rna(party.rna().orElse(null))
                .build();
    }

    /** The id, with a number behind it if another record has it. */
    String freeId(RecordKind kind, String wanted) {
        String id = wanted;
        for (int i = 2; index(kind).ids.containsKey(id); i++) {
            id = wanted + '-' + i;
        }
        return id;
    }

    static StructureKind kind(PartyName party) {
        boolean association = party.rna().isPresent()
                || party.name().filter(OrganisationName::isAssociation).isPresent();
        return association ? StructureKind.ASSOCIATION : StructureKind.OTHER;
    }
}
