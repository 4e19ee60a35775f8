package org.subsidia.calendar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** A small world for the tests: one cluster, one authority of each kind, and what each test adds. */
final class World {
    static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    static final StructureId CLUSTER = new StructureId("cluster");
    static final FunderId REGION = new FunderId("region");
    static final FunderId STATE = new FunderId("state");
    static final FunderId EU = new FunderId("eu");
    static final FunderId MOSELLE = new FunderId("moselle");
    static final ProgrammeId FEDER = new ProgrammeId("feder");
    static final GrantId GRANT = new GrantId("g1");

    private final List<PortfolioRecord> records = new ArrayList<>();
    private LocalDate asOf = AS_OF;
    private CalendarOptions options = CalendarOptions.STANDARD.withoutBudgetSeason();

    World() {
        records.add(Funder.builder(REGION, FunderLevel.REGION, "Région Auvergne-Rhône-Alpes")
                .territory("84")
                .build());
        records.add(Funder.builder(STATE, FunderLevel.STATE, "DREETS").build());
        records.add(
                Funder.builder(EU, FunderLevel.EU_SHARED, "Autorité de gestion").build());
        records.add(Funder.builder(MOSELLE, FunderLevel.DEPARTEMENT, "Département de la Moselle")
                .siren("225700012")
                .build());
        records.add(Programme.builder(FEDER, ProgrammeKind.EU_FUND, "Programme FEDER 2021-2027")
                .code("2021FR16FFPR001")
                .build());
    }

    static World of() {
        return new World().with(cluster(MonthDay.of(12, 31)));
    }

    static Structure cluster(MonthDay yearEnd) {
        return Structure.builder(CLUSTER, "Pôle Alpha").fiscalYearEnd(yearEnd).build();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Money euros(long amount) {
        return Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(amount));
    }

    static GrantDates.Builder dates() {
        return GrantDates.builder();
    }

    /** A grant of 60 000 € of the Region, awarded, with no dates. */
    static Grant grant(UnaryOperator<Grant.Builder> more) {
        return more.apply(Grant.builder(GRANT, CLUSTER)
                        .purpose("Animation 2026")
                        .decisionMaker(REGION)
                        .payer(REGION)
                        .state(GrantState.AWARDED)
                        .addAmount(new StagedAmount(AmountStage.AWARDED, euros(60_000), null, null)))
                .build();
    }

    World with(PortfolioRecord record) {
        records.add(record);
        return this;
    }

    World grants(UnaryOperator<Grant.Builder> more) {
        return with(grant(more));
    }

    World on(String day) {
        asOf = day(day);
        return this;
    }

    World options(UnaryOperator<CalendarOptions> change) {
        options = change.apply(options);
        return this;
    }

    Portfolio portfolio() {
        return Portfolio.of(records);
    }

    GrantCalendar calendar() {
        return GrantCalendar.of(portfolio(), LawBase.standard(), asOf, options);
    }

    List<CalendarEvent> all(EventKind kind) {
        return calendar().events().stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    /** The only event of a kind. */
    CalendarEvent the(EventKind kind) {
        List<CalendarEvent> all = all(kind);
        if (all.size() != 1) {
            throw new AssertionError("one event " + kind + " expected: " + all);
        }
        return all.get(0);
    }

    /** The only event of a kind whose id ends so. */
    CalendarEvent the(EventKind kind, String part) {
        Optional<CalendarEvent> found = all(kind).stream()
                .filter(event -> event.id().endsWith('/' + part))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError("no event " + kind + " " + part + ": " + all(kind)));
    }
}
