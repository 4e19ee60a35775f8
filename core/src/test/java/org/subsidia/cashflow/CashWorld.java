package org.subsidia.cashflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;

/** A small world for the tests of the forecast: one structure with 10 000 € on 31 January 2026, and what each test adds. */
final class CashWorld {
    static final LocalDate AT = LocalDate.of(2026, 1, 31);
    static final StructureId ID = new StructureId("cluster");
    static final FunderId REGION = new FunderId("region");
    static final FunderId STATE = new FunderId("state");
    static final FunderId EU = new FunderId("eu");
    static final ProgrammeId FEDER = new ProgrammeId("feder");

    private final List<PortfolioRecord> records = new ArrayList<>();

    CashWorld() {
        records.add(Funder.builder(REGION, FunderLevel.REGION, "Région").build());
        records.add(Funder.builder(STATE, FunderLevel.STATE, "État").build());
        records.add(Funder.builder(EU, FunderLevel.EU_SHARED, "FEDER").build());
        records.add(Programme.builder(FEDER, ProgrammeKind.EU_FUND, "FEDER 2021-2027")
                .code("2021FR16FFPR001")
                .build());
    }

    static CashWorld of() {
        return new CashWorld().structure(s -> s.addCashBalance(new CashBalance(AT, euros(10_000), null)));
    }

    CashWorld structure(UnaryOperator<Structure.Builder> more) {
        return with(more.apply(Structure.builder(ID, "Pôle").fiscalYearEnd(MonthDay.of(12, 31)))
                .build());
    }

    CashWorld with(PortfolioRecord record) {
        records.add(record);
        return this;
    }

    CashWorld grant(String id, FunderId payer, int euros, UnaryOperator<Grant.Builder> more) {
        return with(more.apply(Grant.builder(new GrantId(id), ID)
                        .purpose(id)
                        .payer(payer)
                        .decisionMaker(payer)
                        .state(GrantState.AWARDED)
                        .addAmount(new StagedAmount(AmountStage.AWARDED, euros(euros), null, null)))
                .build());
    }

    CashWorld cost(int year, BudgetKind kind, int euros) {
        return with(BudgetLine.builder(new BudgetLineId(year + "-" + kind), ID, year, kind, euros(euros))
                .build());
    }

    Portfolio portfolio() {
        return Portfolio.of(records);
    }

    CashForecast forecast() {
        return forecast(ForecastOptions.of(AT));
    }

    CashForecast forecast(ForecastOptions options) {
        return CashForecast.of(portfolio(), ID, LawBase.standard(), options);
    }

    static Money euros(long amount) {
        return Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(amount));
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static GrantDates.Builder dates() {
        return GrantDates.builder();
    }

    static ScheduleStep onConvention(String name, int percent) {
        return step(name, new Trigger.OnEvent(GrantEvent.CONVENTION, Period.ZERO), percent);
    }

    static ScheduleStep on(String name, String day, int percent) {
        return step(name, new Trigger.OnDate(day(day)), percent);
    }

    static ScheduleStep step(String name, Trigger trigger, int percent) {
        return new ScheduleStep(
                name,
                StepRole.INTERIM,
                trigger,
                new Portion.OfAward(Fraction.percent(percent)),
                null,
                false,
                null,
                null);
    }
}
