package org.subsidia.io.mapping;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;

/** Funded structures, one a row. */
final class StructureLayout extends Layout<Structure> {

    StructureLayout() {
        super(new LayoutBuilder<Structure>()
                .required("name", FieldType.TEXT, Structure::name, (structure, value) -> structure.toBuilder()
                        .name((String) value)
                        .build())
                .choice(
                        "structureKind",
                        false,
                        StructureKind.class,
                        Structure::kind,
                        (structure, value) -> structure.toBuilder().kind(value).build())
                .field("siren", FieldType.NUMBER, Structure::siren, (structure, value) -> structure.toBuilder()
                        .siren((String) value)
                        .build())
                .field("siret", FieldType.NUMBER, Structure::siret, (structure, value) -> structure.toBuilder()
                        .siret((String) value)
                        .build())
                .field("rna", FieldType.NUMBER, Structure::rna, (structure, value) -> structure.toBuilder()
                        .rna((String) value)
                        .build())
                .field("legalForm", FieldType.TEXT, Structure::legalForm, (structure, value) -> structure.toBuilder()
                        .legalForm((String) value)
                        .build())
                .field("postcode", FieldType.TEXT, Structure::postcode, (structure, value) -> structure.toBuilder()
                        .postcode(postcode((String) value))
                        .build())
                .field("region", FieldType.REGION, StructureLayout::region, StructureLayout::withRegion)
                .field("created", FieldType.DATE, Structure::created, (structure, value) -> structure.toBuilder()
                        .created((LocalDate) value)
                        .build())
                .field(
                        "fiscalYearEnd",
                        FieldType.DAY_OF_YEAR,
                        Structure::fiscalYearEnd,
                        (structure, value) -> structure.toBuilder()
                                .fiscalYearEnd((MonthDay) value)
                                .build())
                .field("note", FieldType.TEXT, Structure::note, (structure, value) -> structure.toBuilder()
                        .note((String) value)
                        .build())
                .silent("id", FieldType.ID, structure -> structure.id().value()));
    }

    /** A spreadsheet that took a postcode for a number dropped its zero. */
    private static String postcode(String text) {
        return text.matches("\\d{4}") ? '0' + text : text;
    }

    /** A table shows one region: the last one. */
    private static @Nullable Object region(Structure structure) {
        List<RegionStay> stays = structure.regions();
        return stays.isEmpty() ? null : stays.get(stays.size() - 1).region();
    }

    private static Structure withRegion(Structure structure, Object code) {
        List<RegionStay> stays = new ArrayList<>(structure.regions());
        DateWindow window = stays.isEmpty()
                ? new DateWindow(null, null)
                : stays.remove(stays.size() - 1).window();
        stays.add(new RegionStay((String) code, window));
        return structure.toBuilder().regions(stays).build();
    }

    @Override
    List<List<String>> keys() {
        return List.of();
    }

    @Override
    List<String> naturalKey() {
        return List.of("siren", "siret", "rna", "name");
    }

    @Override
    List<Structure> records(Portfolio portfolio) {
        return portfolio.structures();
    }

    @Override
    RecordId id(Structure structure) {
        return structure.id();
    }

    @Override
    List<Structure> named(RowValues row, Workspace workspace) {
        return workspace.parties().known(RecordKind.STRUCTURE, PartyName.ofRecord(row)).stream()
                .flatMap(id -> workspace.find(id).stream())
                .map(Structure.class::cast)
                .toList();
    }

    @Override
    @Nullable
    Structure start(String id, RowValues row, Workspace workspace) {
        return row.text("name")
                .map(name -> Structure.builder(new StructureId(id), name)
                        .kind(Parties.kind(PartyName.ofRecord(row)))
                        .build())
                .orElse(null);
    }

    @Override
    Structure current(Structure structure, Workspace workspace) {
        return (Structure) workspace.find(structure.id()).orElse(structure);
    }

    @Override
    void put(Structure structure, RowValues row, Workspace workspace) {
        workspace.put(structure);
    }
}
