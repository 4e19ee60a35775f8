package org.subsidia.io.euoperations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.cofinancing.Tranche;
import org.subsidia.finding.Finding;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.Beneficiary;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.StructureMatch;
import org.subsidia.io.exchange.StructureMatcher;
import org.subsidia.io.exchange.Taken;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.money.DecimalMark;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Provenance;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;
import org.subsidia.territory.EuPeriod;

/** Makes grants of operations, one row after the other. */
final class OperationDesk {
    private static final String FORMAT = "euop";

    private final IntakeDesk desk;
    private final EuPeriod period;
    private final Portfolio into;
    private final Law law;
    private final StructureMatcher matcher;
    private final OperationProgrammes programmes;
    private final Map<List<String>, Integer> ranks = new HashMap<>();

    OperationDesk(IntakeDesk desk, EuPeriod period, Portfolio into, MatchOptions options, Law law) {
        this.desk = desk;
        this.period = period;
        this.into = into;
        this.law = law;
        this.matcher = new StructureMatcher(desk, into.structures(), options, law.date());
        this.programmes = new OperationProgrammes(desk, into, period);
    }

    void take(CellRow row) {
        String name = row.text(OperationColumns.BENEFICIARY);
        if (OrganisationName.isPerson(name)) {
            desk.skip();
            return;
        }
        if (row.isShifted()) {
            row.add(Finding.error(row.place(), "XCH-ROW-SHIFTED", row.line()));
            desk.note(Taken.refused(row.line(), row.findings()));
            return;
        }
        String postcode = postcode(row.text(OperationColumns.POSTCODE));
        Beneficiary beneficiary = Beneficiary.named(name, postcode);
        StructureMatch match = matcher.match(beneficiary);
        Operation operation = read(row);
        if (match.verdict() == StructureMatch.Verdict.NONE) {
            desk.skip(beneficiary, operation.union());
            return;
        }
        if (row.isRefused()) {
            desk.note(Taken.refused(row.line(), row.findings()));
            return;
        }
        LocalDate deadline = tranche(operation).orElse(null);
        StructureId structure = match.structure();
        if (match.verdict() == StructureMatch.Verdict.REVIEW || structure == null) {
            desk.note(taken(row, Taken.Kind.REVIEW, operation, name, postcode, match, deadline, null));
            return;
        }
        put(row, operation, structure, new Told(name, postcode, match, deadline));
    }

    /** What the outcome of a row repeats. */
    private record Told(
            String name,
            String postcode,
            StructureMatch match,
            @Nullable LocalDate deadline) {}

    /** A postcode that a spreadsheet made a number has lost its zero. */
    private static String postcode(String text) {
        String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return digits.matches("\\d{4}") ? '0' + digits : digits;
    }

    private Operation read(CellRow row) {
        Optional<String> number = row.need(OperationColumns.NUMBER);
        Optional<Money> union = row.money(OperationColumns.UNION, DecimalMark.COMMA);
        Optional<Money> total = row.money(OperationColumns.TOTAL, DecimalMark.COMMA);
        Optional<LocalDate> agreed =
                row.day(period == EuPeriod.P2014_2020 ? OperationColumns.PROGRAMMED : OperationColumns.CONVENTION);
        Operation operation = new Operation(
                number.orElse(""),
                row.text(OperationColumns.TITLE),
                row.text(OperationColumns.CCI),
                row.text(OperationColumns.PROGRAMME),
                row.text(OperationColumns.FUND),
                row.find(OperationColumns.OBJECTIVE),
                union,
                total,
                agreed,
                row.day(OperationColumns.START),
                row.day(OperationColumns.END));
        if (union.isEmpty() && !row.isRefused()) {
            row.add(Finding.warning(row.place(OperationColumns.UNION), "EUOP-AMOUNT-MISSING"));
        }
        OperationRates.check(row, operation);
        dates(row, operation);
        return operation;
    }

    private void dates(CellRow row, Operation operation) {
        LocalDate start = operation.start().orElse(null);
        LocalDate end = operation.end().orElse(null);
        if (start != null && end != null && end.isBefore(start)) {
            row.add(Finding.warning(row.place(OperationColumns.END), "EUOP-DATES", start, end));
        }
        law.find(Kind.DATE, EuProgrammes.rule(period, "eligibility.last-day"))
                .filter(rule -> end != null && end.isAfter(rule.value()))
                .ifPresent(rule -> row.add(Finding.warning(
                        row.place(OperationColumns.END),
                        "EUOP-END-LATE",
                        String.valueOf(end),
                        rule.value(),
                        period.text())));
    }

    /** The day by which the tranche of the year of the commitment must be covered. */
    private Optional<LocalDate> tranche(Operation operation) {
        return operation
                .agreed()
                .flatMap(day -> Tranche.of(period, Math.max(day.getYear(), firstTranche()), law))
                .map(Tranche::date);
    }

    /** What was committed before the first tranche that counts on its own is part of the later ones. */
    private int firstTranche() {
        return law.find(Kind.COUNT, EuProgrammes.rule(period, "decommitment.first-tranche"))
                .map(rule -> Math.toIntExact(rule.value()))
                .orElse(0);
    }

    private void put(CellRow row, Operation operation, StructureId structure, Told told) {
        List<String> key =
                List.of(period.text(), operation.number(), operation.cci(), operation.fund(), structure.value());
        int rank = ranks.merge(key, 1, Integer::sum);
        List<String> ranked = new ArrayList<>(key);
        if (rank > 1) {
            ranked.add(Integer.toString(rank));
        }
        GrantId own = IntakeDesk.id(FORMAT, ranked);
        String hash = IntakeDesk.hash(row.cells(OperationColumns.USED));
        Grant entered = rank > 1 || desk.grant(own).isPresent() ? null : entered(structure, operation.number());
        GrantId id = entered == null ? own : entered.id();
        if (desk.knows(id, hash)) {
            note(row, Taken.Kind.UNCHANGED, operation, told, id);
            return;
        }
        Optional<Grant> before = desk.grant(id);
        Programme programme = programmes.of(operation);
        Provenance provenance =
                desk.provenance(row.line(), hash, operation.union().orElse(null));
        Grant start = before.orElseGet(() -> Grant.builder(id, structure).build());
        Grant after = entered == null
                ? published(start, operation, programme, provenance)
                : completed(row, start, operation, programme, provenance);
        OperationRates.ceiling(row, after, programme, programmes.known(), law);
        desk.put(after);
        note(row, before.isPresent() ? Taken.Kind.UPDATED : Taken.Kind.NEW, operation, told, id);
    }

    /** A grant that a person entered under the number of the operation. */
    private @Nullable Grant entered(StructureId structure, String number) {
        List<Grant> same = into.grantsOf(structure).stream()
                .filter(grant -> {
                    String reference = grant.reference();
                    return reference != null
                            && OrganisationName.of(reference)
                                    .key()
                                    .equals(OrganisationName.of(number).key());
                })
                .toList();
        return same.size() == 1 ? same.get(0) : null;
    }

    /** The grant as the list says; what the list cannot say stays as it was. */
    private Grant published(Grant before, Operation operation, Programme programme, Provenance provenance) {
        GrantDates dates = before.dates().toBuilder()
                .convention(
                        period == EuPeriod.P2014_2020
                                ? before.dates().convention()
                                : operation.agreed().orElse(before.dates().convention()))
                .decision(
                        period == EuPeriod.P2014_2020
                                ? operation.agreed().orElse(before.dates().decision())
                                : before.dates().decision())
                .start(operation.start().orElse(before.dates().start()))
                .end(operation.end().orElse(before.dates().end()))
                .build();
        Grant.Builder grant = before.toBuilder()
                .purpose(operation.title().isEmpty() ? before.purpose() : operation.title())
                .reference(operation.number())
                .programme(programme.id())
                .origin(programmes.origin(operation.fund()))
                .payer(programme.funder() == null ? before.payer() : programme.funder())
                .decisionMaker(programme.funder() == null ? before.decisionMaker() : programme.funder())
                .scheme(operation.objective().orElse(before.scheme()))
                .dates(dates)
                .amounts(amounts(before, operation))
                .eligibleBase(operation.total().orElse(before.eligibleBase()))
                .rate(operation.rate().orElse(before.rate()))
                .maximum(operation.union().orElse(before.maximum()))
                .addProvenance(provenance);
        if (before.provenance().isEmpty()) {
            grant.state(period == EuPeriod.P2014_2020 ? GrantState.AWARDED : GrantState.UNDER_CONVENTION);
        }
        return grant.build();
    }

    private static List<StagedAmount> amounts(Grant before, Operation operation) {
        Money union = operation.union().orElse(null);
        if (union == null) {
            return before.amounts();
        }
        List<StagedAmount> amounts = new ArrayList<>();
        amounts.add(
                new StagedAmount(AmountStage.AWARDED, union, operation.agreed().orElse(null), null));
        before.amounts().stream()
                .filter(amount -> amount.stage() != AmountStage.AWARDED)
                .forEach(amounts::add);
        return amounts;
    }

    /** A grant that a person entered: what is missing is filled in, what differs is told and left alone. */
    private Grant completed(
            CellRow row, Grant before, Operation operation, Programme programme, Provenance provenance) {
        Grant.Builder grant = before.toBuilder().addProvenance(provenance);
        if (before.programme() == null) {
            grant.programme(programme.id());
        }
        Money union = operation.union().orElse(null);
        Money awarded = before.amount(AmountStage.AWARDED).orElse(null);
        if (awarded == null && union != null) {
            grant.amounts(amounts(before, operation));
        } else if (awarded != null && union != null && !awarded.equals(union)) {
            row.add(Finding.warning(
                    row.place(OperationColumns.UNION),
                    "EUOP-DIFFERS",
                    before.id().value(),
                    awarded,
                    union));
        }
        if (before.eligibleBase() == null) {
            grant.eligibleBase(operation.total().orElse(null));
        }
        Fraction rate = before.rate();
        if (rate == null && awarded == null && before.eligibleBase() == null) {
            grant.rate(operation.rate().orElse(null));
        }
        GrantDates dates = before.dates();
        grant.dates(dates.toBuilder()
                .convention(
                        dates.convention() == null && period != EuPeriod.P2014_2020
                                ? operation.agreed().orElse(null)
                                : dates.convention())
                .start(dates.start() == null ? operation.start().orElse(null) : dates.start())
                .end(dates.end() == null ? operation.end().orElse(null) : dates.end())
                .build());
        return grant.build();
    }

    private void note(CellRow row, Taken.Kind kind, Operation operation, Told told, GrantId id) {
        desk.note(taken(row, kind, operation, told.name(), told.postcode(), told.match(), told.deadline(), id));
    }

    private static Taken taken(
            CellRow row,
            Taken.Kind kind,
            Operation operation,
            String name,
            String postcode,
            StructureMatch match,
            @Nullable LocalDate deadline,
            @Nullable GrantId id) {
        return new Taken(
                row.line(),
                kind,
                operation.title(),
                name,
                postcode,
                match.structure(),
                match.score(),
                operation.union().orElse(null),
                deadline,
                id,
                row.findings());
    }
}
