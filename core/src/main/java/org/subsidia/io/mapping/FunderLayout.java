package org.subsidia.io.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;

/** Funders, one a row. */
final class FunderLayout extends Layout<Funder> {

    FunderLayout() {
        super(new LayoutBuilder<Funder>()
                .required("name", FieldType.TEXT, Funder::name, (funder, value) -> funder.toBuilder()
                        .name((String) value)
                        .build())
                .choice("level", false, FunderLevel.class, Funder::level, (funder, value) -> funder.toBuilder()
                        .level(value)
                        .build())
                .field("siren", FieldType.NUMBER, Funder::siren, (funder, value) -> funder.toBuilder()
                        .siren((String) value)
                        .build())
                .field("siret", FieldType.NUMBER, Funder::siret, (funder, value) -> funder.toBuilder()
                        .siret((String) value)
                        .build())
                .field("nuts", FieldType.TEXT, Funder::nuts, (funder, value) -> funder.toBuilder()
                        .nuts((String) value)
                        .build())
                .field("territory", FieldType.TEXT, Funder::territory, (funder, value) -> funder.toBuilder()
                        .territory((String) value)
                        .build())
                .field("note", FieldType.TEXT, Funder::note, (funder, value) -> funder.toBuilder()
                        .note((String) value)
                        .build())
                .silent("id", FieldType.ID, funder -> funder.id().value()));
    }

    @Override
    List<List<String>> keys() {
        return List.of();
    }

    @Override
    List<String> naturalKey() {
        return List.of("siren", "siret", "name");
    }

    @Override
    List<Funder> records(Portfolio portfolio) {
        return portfolio.funders();
    }

    @Override
    RecordId id(Funder funder) {
        return funder.id();
    }

    @Override
    List<Funder> named(RowValues row, Workspace workspace) {
        return workspace.parties().known(RecordKind.FUNDER, PartyName.ofRecord(row)).stream()
                .flatMap(id -> workspace.find(id).stream())
                .map(Funder.class::cast)
                .toList();
    }

    @Override
    @Nullable
    Funder start(String id, RowValues row, Workspace workspace) {
        PartyName party = PartyName.ofRecord(row);
        FunderLevel level = row.text("level")
                .map(FunderLevel::valueOf)
                .orElseGet(() -> FunderLevels.of(party.siren(), party.name()));
        return row.text("name")
                .map(name -> Funder.builder(new FunderId(id), level, name).build())
                .orElse(null);
    }

    @Override
    Funder current(Funder funder, Workspace workspace) {
        return (Funder) workspace.find(funder.id()).orElse(funder);
    }

    @Override
    void put(Funder funder, RowValues row, Workspace workspace) {
        workspace.put(funder);
    }
}
