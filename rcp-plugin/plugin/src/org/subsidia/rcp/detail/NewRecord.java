package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.ui.Folding;

/** What a user can add: what is asked, and the record that comes of the answers. The rest is typed in its form. Knows no window. */
enum NewRecord {
    STRUCTURE(RecordKind.STRUCTURE),
    GRANT(RecordKind.GRANT),
    FUNDER(RecordKind.FUNDER),
    PROGRAMME(RecordKind.PROGRAMME),
    CALL(RecordKind.CALL),
    PROJECT(RecordKind.PROJECT),
    BUDGET_LINE(RecordKind.BUDGET_LINE);

    private static final int LONGEST = 40;

    private final RecordKind kind;

    NewRecord(RecordKind kind) {
        this.kind = kind;
    }

    String title() {
        return switch (this) {
            case STRUCTURE -> Texts.newStructure;
            case GRANT -> Texts.newGrant;
            case FUNDER -> Texts.newFunder;
            case PROGRAMME -> Texts.newProgramme;
            case CALL -> Texts.newCall;
            case PROJECT -> Texts.newProject;
            case BUDGET_LINE -> Texts.newBudgetLine;
        };
    }

    /** Why none can be added yet; empty: one can. */
    Optional<String> refusal(Portfolio portfolio) {
        if (!portfolio.structures().isEmpty()) {
            return Optional.empty();
        }
        return switch (this) {
            case GRANT -> Optional.of(Texts.newGrantForWhom);
            case BUDGET_LINE -> Optional.of(Texts.newBudgetForWhom);
            default -> Optional.empty();
        };
    }

    /** Why texts of which none is refused cannot be taken; empty: they can. */
    Optional<String> refusal(List<String> texts, Locale locale) {
        return switch (this) {
            case GRANT -> isNegative(texts.get(7), locale) ? Optional.of(Texts.awardNegative) : Optional.empty();
            case BUDGET_LINE ->
                isNegative(texts.get(5), locale)
                                && !texts.get(2).equals(BudgetLineField.KINDS.label(BudgetKind.DEDICATED_FUNDS.name()))
                        ? Optional.of(Texts.awardNegative)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isNegative(String text, Locale locale) {
        return AmountFormat.read(text, locale, CurrencyUnit.EUR)
                .value()
                .filter(Money::isNegative)
                .isPresent();
    }

    List<ItemList.Entry> entries(Portfolio portfolio, Locale locale) {
        ItemList.Entry name = ItemList.Entry.of(Texts.structureName, FieldKind.TEXT, true);
        ItemList.Entry funder = choice(Texts.columnFunder, false, FunderNames.all(portfolio, locale));
        return switch (this) {
            case STRUCTURE ->
                List.of(
                        name,
                        choice(
                                Texts.detailKind,
                                true,
                                Worded.all(StructureKind.values(), StructureKind::label, locale)));
            case GRANT ->
                List.of(
                        choice(Texts.columnStructure, true, RecordNames.all(RecordKind.STRUCTURE, portfolio)),
                        ItemList.Entry.of(Texts.columnPurpose, FieldKind.TEXT, true),
                        funder,
                        choice(Texts.fieldProgramme, false, RecordNames.all(RecordKind.PROGRAMME, portfolio)),
                        choice(Texts.kindCall, false, RecordNames.all(RecordKind.CALL, portfolio)),
                        choice(Texts.fieldProject, false, RecordNames.all(RecordKind.PROJECT, portfolio)),
                        choice(Texts.columnState, true, Worded.all(GrantState.values(), GrantState::label, locale)),
                        ItemList.Entry.of(Texts.columnRequested, FieldKind.AMOUNT, false));
            case FUNDER ->
                List.of(
                        name,
                        choice(Texts.detailLevel, true, Worded.all(FunderLevel.values(), FunderLevel::label, locale)));
            case PROGRAMME ->
                List.of(
                        name,
                        choice(
                                Texts.detailKind,
                                true,
                                Worded.all(ProgrammeKind.values(), ProgrammeKind::label, locale)),
                        choice(Texts.fieldParent, false, RecordNames.all(RecordKind.PROGRAMME, portfolio)),
                        funder);
            case CALL ->
                List.of(
                        name,
                        choice(Texts.columnState, true, Worded.all(CallState.values(), CallState::label, locale)),
                        choice(Texts.fieldProgramme, false, RecordNames.all(RecordKind.PROGRAMME, portfolio)),
                        funder);
            case PROJECT ->
                List.of(name, choice(Texts.projectLead, false, RecordNames.all(RecordKind.STRUCTURE, portfolio)));
            case BUDGET_LINE ->
                List.of(
                        choice(Texts.columnStructure, true, RecordNames.all(RecordKind.STRUCTURE, portfolio)),
                        ItemList.Entry.of(Texts.listYear, FieldKind.YEAR, true),
                        choice(Texts.listBudgetKind, true, BudgetLineField.KINDS.labels()),
                        choice(Texts.budgetBasis, true, BudgetLineField.BASES.labels()),
                        ItemList.Entry.of(Texts.budgetLabel, FieldKind.TEXT, false),
                        ItemList.Entry.of(Texts.listAmount, FieldKind.AMOUNT, true));
        };
    }

    private static ItemList.Entry choice(String label, boolean required, List<String> choices) {
        return new ItemList.Entry(label, FieldKind.CHOICE, required, choices);
    }

    /** What stands in the fields at first: what follows from the place selected in the explorer. */
    List<String> start(Node place, Portfolio portfolio, Locale locale) {
        Optional<RecordId> record = place.scope().record();
        String structure = name(record, RecordKind.STRUCTURE, portfolio);
        String programme = name(record, RecordKind.PROGRAMME, portfolio);
        String funder = record.flatMap(id -> funder(id, portfolio))
                .map(id -> FunderNames.of(id, portfolio, locale))
                .orElse("");
        return switch (this) {
            case STRUCTURE -> List.of("", "");
            case GRANT ->
                List.of(
                        structure.isEmpty() ? ofProject(record, portfolio) : structure,
                        "",
                        funder,
                        programme.isEmpty() ? ofCall(record, portfolio) : programme,
                        name(record, RecordKind.CALL, portfolio),
                        name(record, RecordKind.PROJECT, portfolio),
                        GrantState.REQUESTED.label().in(locale),
                        "");
            case FUNDER ->
                List.of(
                        "",
                        place instanceof Node.OfLevel level
                                ? level.level().label().in(locale)
                                : "");
            case PROGRAMME -> List.of("", ProgrammeKind.OTHER.label().in(locale), programme, funder);
            case CALL -> List.of("", CallState.ANNOUNCED.label().in(locale), programme, funder);
            case PROJECT -> List.of("", structure);
            case BUDGET_LINE ->
                List.of(
                        structure,
                        year(place, portfolio),
                        "",
                        BudgetLineField.BASES.label(BudgetBasis.PLANNED.name()),
                        "",
                        "");
        };
    }

    /** The name of the record selected where it is of a kind; else empty. */
    private static String name(Optional<RecordId> record, RecordKind kind, Portfolio portfolio) {
        return record.filter(id -> id.kind() == kind)
                .map(id -> RecordNames.of(id, portfolio))
                .orElse("");
    }

    /** Who leads the project selected. */
    private static String ofProject(Optional<RecordId> record, Portfolio portfolio) {
        return record.filter(ProjectId.class::isInstance)
                .flatMap(id -> portfolio.project((ProjectId) id))
                .map(project -> RecordNames.of(project.lead(), portfolio))
                .orElse("");
    }

    /** The programme of the call selected. */
    private static String ofCall(Optional<RecordId> record, Portfolio portfolio) {
        return record.filter(CallId.class::isInstance)
                .flatMap(id -> portfolio.call((CallId) id))
                .map(call -> RecordNames.of(call.programme(), portfolio))
                .orElse("");
    }

    /** The year of the budget selected, else the latest one of the structure. */
    private static String year(Node place, Portfolio portfolio) {
        if (place instanceof Node.OfBudget budget) {
            return String.valueOf(budget.year());
        }
        if (place instanceof Node.OfBudgetLine line) {
            return String.valueOf(line.budget().year());
        }
        return place instanceof Node.OfStructure structure
                ? portfolio.budgetOf(structure.id()).stream()
                        .map(BudgetLine::year)
                        .max(Comparator.naturalOrder())
                        .map(String::valueOf)
                        .orElse("")
                : "";
    }

    private static Optional<FunderId> funder(RecordId id, Portfolio portfolio) {
        return switch (id.kind()) {
            case FUNDER -> Optional.of((FunderId) id);
            case PROGRAMME -> portfolio.programme((ProgrammeId) id).map(Programme::funder);
            case CALL -> portfolio.call((CallId) id).flatMap(call -> funder(call, portfolio));
            default -> Optional.empty();
        };
    }

    /** Who pays in answer to a call: its funder, else that of its programme. */
    private static Optional<FunderId> funder(Call call, Portfolio portfolio) {
        return Optional.ofNullable(call.funder())
                .or(() -> Optional.ofNullable(call.programme()).flatMap(programme -> funder(programme, portfolio)));
    }

    /** The record of texts of which none is refused, with an id that no other has. */
    PortfolioRecord of(List<String> texts, Portfolio portfolio, Locale locale) {
        return switch (this) {
            case STRUCTURE ->
                Structure.builder(
                                (StructureId) freeId(texts.get(0), portfolio),
                                texts.get(0).strip())
                        .kind(Worded.find(StructureKind.values(), StructureKind::label, texts.get(1), locale))
                        .build();
            case GRANT -> grant(texts, portfolio, locale);
            case FUNDER ->
                Funder.builder(
                                (FunderId) freeId(texts.get(0), portfolio),
                                Worded.find(FunderLevel.values(), FunderLevel::label, texts.get(1), locale),
                                texts.get(0).strip())
                        .build();
            case PROGRAMME ->
                Programme.builder(
                                (ProgrammeId) freeId(texts.get(0), portfolio),
                                Worded.find(ProgrammeKind.values(), ProgrammeKind::label, texts.get(1), locale),
                                texts.get(0).strip())
                        .parent(programme(texts.get(2), portfolio))
                        .funder(FunderNames.find(texts.get(3), portfolio, locale)
                                .orElse(null))
                        .build();
            case CALL ->
                Call.builder(
                                (CallId) freeId(texts.get(0), portfolio),
                                texts.get(0).strip())
                        .state(Worded.find(CallState.values(), CallState::label, texts.get(1), locale))
                        .programme(programme(texts.get(2), portfolio))
                        .funder(FunderNames.find(texts.get(3), portfolio, locale)
                                .orElse(null))
                        .build();
            case PROJECT ->
                Project.builder(
                                (ProjectId) freeId(texts.get(0), portfolio),
                                texts.get(0).strip())
                        .lead((StructureId) RecordNames.find(RecordKind.STRUCTURE, texts.get(1), portfolio)
                                .orElse(null))
                        .build();
            case BUDGET_LINE -> budgetLine(texts, portfolio, locale);
        };
    }

    private BudgetLine budgetLine(List<String> texts, Portfolio portfolio, Locale locale) {
        StructureId structure = (StructureId)
                RecordNames.find(RecordKind.STRUCTURE, texts.get(0), portfolio).orElseThrow();
        int year = Integer.parseInt(texts.get(1).strip());
        String words = texts.get(4).isBlank() ? texts.get(2) : texts.get(4);
        return BudgetLine.builder(
                        (BudgetLineId) freeId(structure.value() + ' ' + year + ' ' + words, portfolio),
                        structure,
                        year,
                        BudgetKind.valueOf(BudgetLineField.KINDS.code(texts.get(2))),
                        AmountFormat.read(texts.get(5), locale, CurrencyUnit.EUR)
                                .get())
                .basis(BudgetBasis.valueOf(BudgetLineField.BASES.code(texts.get(3))))
                .label(texts.get(4).strip())
                .build();
    }

    private Grant grant(List<String> texts, Portfolio portfolio, Locale locale) {
        StructureId structure = (StructureId)
                RecordNames.find(RecordKind.STRUCTURE, texts.get(0), portfolio).orElseThrow();
        List<StagedAmount> amounts = new ArrayList<>();
        if (!texts.get(7).isBlank()) {
            Money requested =
                    AmountFormat.read(texts.get(7), locale, CurrencyUnit.EUR).get();
            amounts.add(new StagedAmount(AmountStage.REQUESTED, requested, null, null));
        }
        return Grant.builder((GrantId) freeId(texts.get(1), portfolio), structure)
                .purpose(texts.get(1).strip())
                .payer(FunderNames.find(texts.get(2), portfolio, locale).orElse(null))
                .programme(programme(texts.get(3), portfolio))
                .call((CallId) RecordNames.find(RecordKind.CALL, texts.get(4), portfolio)
                        .orElse(null))
                .project((ProjectId) RecordNames.find(RecordKind.PROJECT, texts.get(5), portfolio)
                        .orElse(null))
                .state(Worded.find(GrantState.values(), GrantState::label, texts.get(6), locale))
                .amounts(amounts)
                .build();
    }

    private static ProgrammeId programme(String name, Portfolio portfolio) {
        return (ProgrammeId)
                RecordNames.find(RecordKind.PROGRAMME, name, portfolio).orElse(null);
    }

    /** The letters and digits of a name, with a number where they are taken. */
    private RecordId freeId(String name, Portfolio portfolio) {
        String plain = Folding.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String start = plain.isEmpty() ? kind.name().toLowerCase(Locale.ROOT) : plain;
        start = start.substring(0, Math.min(LONGEST, start.length()));
        String free = start;
        for (int number = 2; portfolio.contains(kind.id(free)); number++) {
            free = start + "-" + number;
        }
        return kind.id(free);
    }
}
