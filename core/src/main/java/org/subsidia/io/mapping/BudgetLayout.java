package org.subsidia.io.mapping;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CostBehaviour;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;

/** Budget lines, one a row. */
final class BudgetLayout extends Layout<BudgetLine> {

    BudgetLayout() {
        super(new LayoutBuilder<BudgetLine>()
                .structure("structure", BudgetLine::structure, (line, id) -> line.toBuilder()
                        .structure((StructureId) id)
                        .build())
                .required("year", FieldType.YEAR, BudgetLine::year, (line, value) -> line.toBuilder()
                        .year((Integer) value)
                        .build())
                .choice("budgetKind", true, BudgetKind.class, BudgetLine::kind, (line, value) -> line.toBuilder()
                        .kind(value)
                        .build())
                .choice("basis", false, BudgetBasis.class, BudgetLine::basis, (line, value) -> line.toBuilder()
                        .basis(value)
                        .build())
                .required("amount", FieldType.AMOUNT, BudgetLine::amount, (line, value) -> line.toBuilder()
                        .amount((Money) value)
                        .build())
                .field("label", FieldType.TEXT, BudgetLine::label, (line, value) -> line.toBuilder()
                        .label((String) value)
                        .build())
                .field("account", FieldType.TEXT, BudgetLine::account, (line, value) -> line.toBuilder()
                        .account((String) value)
                        .build())
                .funder("funder", BudgetLine::funder, (line, id) -> line.toBuilder()
                        .funder((FunderId) id)
                        .build())
                .grant("grant", BudgetLine::grant, (line, id) -> line.toBuilder()
                        .grant((GrantId) id)
                        .build())
                .choice(
                        "behaviour",
                        false,
                        CostBehaviour.class,
                        BudgetLine::behaviour,
                        (line, value) -> line.toBuilder().behaviour(value).build())
                .field("note", FieldType.TEXT, BudgetLine::note, (line, value) -> line.toBuilder()
                        .note((String) value)
                        .build())
                .silent("currency", FieldType.CURRENCY, line -> Currencies.shown(line.amount()))
                .silent("id", FieldType.ID, line -> line.id().value()));
    }

    @Override
    List<List<String>> keys() {
        return List.of(List.of("id"));
    }

    @Override
    List<String> naturalKey() {
        return List.of("structure", "year", "budgetKind", "basis", "label", "account", "funder", "grant");
    }

    @Override
    List<BudgetLine> records(Portfolio portfolio) {
        return portfolio.budgetLines();
    }

    @Override
    RecordId id(BudgetLine line) {
        return line.id();
    }

    @Override
    @Nullable
    BudgetLine start(String id, RowValues row, Workspace workspace) {
        Optional<StructureId> structure = row.group("structure", StructureId.class);
        Optional<Integer> year = row.value("year", Integer.class);
        Optional<BudgetKind> kind = row.text("budgetKind").map(BudgetKind::valueOf);
        Optional<Money> amount = row.value("amount", Money.class);
        return structure.isEmpty() || year.isEmpty() || kind.isEmpty() || amount.isEmpty()
                ? null
                : BudgetLine.builder(new BudgetLineId(id), structure.get(), year.get(), kind.get(), amount.get())
                        .build();
    }

    @Override
    BudgetLine current(BudgetLine line, Workspace workspace) {
        return (BudgetLine) workspace.find(line.id()).orElse(line);
    }

    @Override
    void put(BudgetLine line, RowValues row, Workspace workspace) {
        workspace.put(line);
    }
}
