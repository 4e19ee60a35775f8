package org.subsidia.io.threesixtygiving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.Beneficiary;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.io.exchange.FunderFinder;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.StructureMatch;
import org.subsidia.io.exchange.StructureMatcher;
import org.subsidia.io.exchange.Taken;
import org.subsidia.money.AmountReader;
import org.subsidia.money.DecimalMark;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;

/** Makes grants of 360Giving rows, one after the other. */
final class GivingDesk {
    private final IntakeDesk desk;
    private final StructureMatcher matcher;
    private final FunderFinder funders;
    private final Map<String, String> hashes = new HashMap<>();

    GivingDesk(IntakeDesk desk, Portfolio into, MatchOptions options, LocalDate day) {
        this.desk = desk;
        this.matcher = new StructureMatcher(desk, into.structures(), options, day);
        this.funders = new FunderFinder(desk, into);
    }

    /** What could be read of a row. */
    private record Read(
            String id,
            @Nullable Money awarded,
            @Nullable Money requested,
            @Nullable LocalDate day) {}

    void take(GivingRow row) {
        String name = row.find(GivingColumn.RECIPIENT_NAME).orElse("");
        if (row.person() || OrganisationName.isPerson(name)) {
            desk.skip();
            return;
        }
        String organisation = row.find(GivingColumn.RECIPIENT_ID).orElse("");
        String postcode = row.find(GivingColumn.RECIPIENT_POSTCODE).orElse("");
        List<OrganisationId> numbers = OrganisationRef.read(organisation);
        Beneficiary beneficiary = new Beneficiary(name, postcode, numbers);
        StructureMatch match = matcher.match(beneficiary);
        List<Finding> findings = new ArrayList<>();
        Read read = read(row, findings);
        if (match.verdict() == StructureMatch.Verdict.NONE) {
            desk.skip(beneficiary, Optional.ofNullable(read.awarded()));
            return;
        }
        String hash = IntakeDesk.hash(Arrays.stream(GivingColumn.values())
                .map(column -> row.find(column).orElse(""))
                .toList());
        String earlier = hashes.putIfAbsent(read.id(), hash);
        if (earlier != null) {
            findings.add(Finding.error(row.place(GivingColumn.ID), "GIVE-ID-TWICE", read.id()));
        }
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            desk.note(Taken.refused(row.line(), findings));
            return;
        }
        StructureId structure = match.structure();
        GrantId id = IntakeDesk.id("360g", List.of(read.id()));
        Taken.Kind kind;
        if (match.verdict() == StructureMatch.Verdict.REVIEW || structure == null) {
            kind = Taken.Kind.REVIEW;
        } else if (desk.knows(id, hash)) {
            kind = Taken.Kind.UNCHANGED;
        } else {
            kind = desk.grant(id).isPresent() ? Taken.Kind.UPDATED : Taken.Kind.NEW;
            put(row, read, structure, id, hash);
        }
        desk.note(new Taken(
                row.line(),
                kind,
                row.find(GivingColumn.TITLE).orElse(""),
                name,
                postcode,
                structure,
                match.score(),
                read.awarded(),
                null,
                kind == Taken.Kind.REVIEW ? null : id,
                findings));
    }

    private static Read read(GivingRow row, List<Finding> findings) {
        for (GivingColumn column : List.of(
                GivingColumn.ID,
                GivingColumn.TITLE,
                GivingColumn.CURRENCY,
                GivingColumn.AWARDED,
                GivingColumn.AWARD_DATE,
                GivingColumn.FUNDER_NAME)) {
            if (row.find(column).isEmpty()) {
                findings.add(Finding.error(row.place(column), "XCH-CELL-EMPTY", column.title()));
            }
        }
        Optional<CurrencyUnit> currency = row.find(GivingColumn.CURRENCY).flatMap(GivingDesk::currency);
        if (currency.isEmpty() && row.find(GivingColumn.CURRENCY).isPresent()) {
            findings.add(Finding.error(
                    row.place(GivingColumn.CURRENCY),
                    "GIVE-CURRENCY",
                    row.find(GivingColumn.CURRENCY).orElse("")));
        }
        Money awarded = money(row, GivingColumn.AWARDED, currency, findings);
        Money requested = money(row, GivingColumn.APPLIED_FOR, currency, findings);
        LocalDate day = day(row, GivingColumn.AWARD_DATE, findings);
        return new Read(row.find(GivingColumn.ID).orElse(""), awarded, requested, day);
    }

    private static Optional<CurrencyUnit> currency(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code));
        } catch (IllegalCurrencyException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Money money(
            GivingRow row, GivingColumn column, Optional<CurrencyUnit> currency, List<Finding> findings) {
        Optional<String> text = row.find(column);
        if (text.isEmpty() || currency.isEmpty()) {
            return null;
        }
        Reading<Money> reading = AmountReader.read(text.get(), DecimalMark.POINT, currency.get());
        findings.addAll(reading.at(row.place(column)).findings());
        return reading.value().orElse(null);
    }

    private static @Nullable LocalDate day(GivingRow row, GivingColumn column, List<Finding> findings) {
        String text = row.find(column).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = CellRow.read(text);
        if (day.isEmpty()) {
            findings.add(Finding.error(row.place(column), "XCH-DATE", column.title(), text));
        } else if (text.indexOf('-') != 4) {
            findings.add(Finding.info(row.place(column), "GIVE-DATE-FORM", text, day.get()));
        }
        return day.orElse(null);
    }

    private void put(GivingRow row, Read read, StructureId structure, GrantId id, String hash) {
        Grant before =
                desk.grant(id).orElseGet(() -> Grant.builder(id, structure).build());
        FunderId funder = funders.of(
                row.find(GivingColumn.FUNDER_NAME).orElse(""),
                OrganisationRef.read(row.find(GivingColumn.FUNDER_ID).orElse("")).stream()
                        .findFirst(),
                FunderLevel.UNKNOWN);
        List<StagedAmount> amounts = new ArrayList<>();
        Money requested = read.requested();
        Money awarded = read.awarded();
        if (requested != null) {
            amounts.add(new StagedAmount(AmountStage.REQUESTED, requested, null, null));
        }
        if (awarded != null) {
            amounts.add(new StagedAmount(AmountStage.AWARDED, awarded, read.day(), null));
        }
        before.amounts().stream()
                .filter(one -> one.stage() != AmountStage.AWARDED
                        && (one.stage() != AmountStage.REQUESTED || requested == null))
                .forEach(amounts::add);
        Grant.Builder grant = before.toBuilder()
                .purpose(row.find(GivingColumn.TITLE).orElse(before.purpose()))
                .reference(read.id())
                .scheme(row.find(GivingColumn.PROGRAMME_TITLE).orElse(before.scheme()))
                .payer(funder)
                .decisionMaker(funder)
                .amounts(amounts)
                .dates(before.dates().toBuilder()
                        .decision(read.day())
                        .start(planned(row, GivingColumn.START, before.dates().start()))
                        .end(planned(row, GivingColumn.END, before.dates().end()))
                        .build())
                .addProvenance(desk.provenance(row.line(), hash, awarded));
        if (before.provenance().isEmpty()) {
            grant.state(GrantState.AWARDED);
        }
        desk.put(grant.build());
    }

    private static @Nullable LocalDate planned(GivingRow row, GivingColumn column, @Nullable LocalDate before) {
        return row.find(column).flatMap(CellRow::read).orElse(before);
    }
}
