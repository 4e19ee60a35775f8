package org.subsidia.io.mapping;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CostBehaviour;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

/** Portfolios by chance that hold what tables can hold, with words that files find hard. */
final class TablePortfolio {
    private static final String[] WORDS = {
        "Pôle Mer",
        "l’Estuaire",
        "a\"b;c,d",
        "ligne\nsuivante",
        "=SUM(A1)",
        "+33 1",
        "-5",
        "@nom",
        "n° 12",
        "1.234",
        "é€𝒜",
        "Total",
        "0012",
        "2024",
        "oui",
        "1,5"
    };

    private final SplittableRandom random;

    TablePortfolio(long seed) {
        random = new SplittableRandom(seed);
    }

    Portfolio portfolio() {
        List<PortfolioRecord> records = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            records.add(structure(i));
            records.add(funder(i));
        }
        int grants = 1 + random.nextInt(12);
        for (int i = 0; i < grants; i++) {
            records.add(grant(i));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            records.add(budgetLine(i, grants));
        }
        return Portfolio.of(records);
    }

    private Structure structure(int i) {
        return Structure.builder(new StructureId("S" + i), word() + i)
                .kind(any(StructureKind.values()))
                .siren(i == 0 ? "732829320" : null)
                .siret(i == 0 ? "73282932000074" : null)
                .rna(i == 1 ? "W291234567" : null)
                .legalForm(maybe() ? word() : null)
                .regions(maybe() ? List.of(new RegionStay("53", new DateWindow(null, null))) : List.of())
                .created(maybe() ? date() : null)
                .fiscalYearEnd(maybe() ? MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28)) : null)
                .note(maybe() ? word() : null)
                .build();
    }

    private Funder funder(int i) {
        return Funder.builder(new FunderId("F" + i), any(FunderLevel.values()), word() + i)
                .siren(i == 0 ? "552100554" : null)
                .nuts(maybe() ? "FRH0" : null)
                .territory(maybe() ? "053" : null)
                .note(maybe() ? word() : null)
                .build();
    }

    private Grant grant(int i) {
        CurrencyUnit currency = random.nextInt(6) == 0 ? CurrencyUnit.CHF : CurrencyUnit.EUR;
        List<StagedAmount> amounts = new ArrayList<>();
        for (AmountStage stage : AmountStage.values()) {
            if (random.nextInt(3) == 0) {
                amounts.add(new StagedAmount(stage, money(currency), maybe() ? date() : null, null));
            }
        }
        List<Receipt> receipts = new ArrayList<>();
        for (int r = random.nextInt(3); r > 0; r--) {
            receipts.add(new Receipt("r" + r, date(), money(currency), maybe() ? "c" : null, maybe() ? word() : null));
        }
        receipts.sort(java.util.Comparator.comparing(Receipt::id));
        return Grant.builder(new GrantId("G" + (100 + i)), new StructureId("S" + random.nextInt(3)))
                .purpose(maybe() ? word() : "")
                .payer(maybe() ? new FunderId("F" + random.nextInt(3)) : null)
                .decisionMaker(maybe() ? new FunderId("F" + random.nextInt(3)) : null)
                .origin(maybe() ? new FunderId("F" + random.nextInt(3)) : null)
                .reference(maybe() ? word() : null)
                .scheme(maybe() ? word() : null)
                .nature(any(GrantNature.values()))
                .spending(maybe() ? any(SpendingKind.values()) : null)
                .form(any(AidForm.values()))
                .state(any(GrantState.values()))
                .regimes(
                        maybe()
                                ? List.of(new Regime(any(RegimeKind.values()), word(), maybe() ? "27" : null, null))
                                : List.of())
                .notifiedToUnion(maybe() ? maybe() : null)
                .amounts(amounts)
                .dates(GrantDates.builder()
                        .request(maybe() ? date() : null)
                        .decision(maybe() ? date() : null)
                        .convention(maybe() ? date() : null)
                        .start(maybe() ? date() : null)
                        .end(maybe() ? date() : null)
                        .lastClaim(maybe() ? date() : null)
                        .build())
                .eligibility(window())
                .fiscalYear(maybe() ? 2019 + random.nextInt(8) : null)
                .rate(maybe() ? Fraction.of(random.nextInt(101), 100) : null)
                .eligibleBase(maybe() ? money(currency) : null)
                .maximum(maybe() ? money(currency) : null)
                .settlement(maybe() ? any(Settlement.values()) : null)
                .incomeSplit(maybe() ? any(IncomeSplit.values()) : null)
                .dedicated(maybe() ? maybe() : null)
                .depreciation(window())
                .condition(
                        maybe()
                                ? new AwardCondition(
                                        any(AwardCondition.Kind.values()),
                                        maybe() ? word() : null,
                                        maybe() ? date() : null)
                                : null)
                .paymentTerms(maybe() ? word() : null)
                .receipts(receipts)
                .yearLines(yearLines(currency))
                .note(maybe() ? word() : null)
                .build();
    }

    private List<YearLine> yearLines(CurrencyUnit currency) {
        List<YearLine> lines = new ArrayList<>();
        for (int year = 2023; year < 2026; year++) {
            for (YearLineKind kind : YearLineKind.values()) {
                if (random.nextInt(8) == 0) {
                    lines.add(new YearLine(kind, year, money(currency)));
                }
            }
        }
        return lines;
    }

    private @Nullable DateWindow window() {
        return maybe() ? new DateWindow(date(), maybe() ? date() : null) : null;
    }

    private BudgetLine budgetLine(int i, int grants) {
        CurrencyUnit currency = random.nextInt(6) == 0 ? CurrencyUnit.CHF : CurrencyUnit.EUR;
        return BudgetLine.builder(
                        new BudgetLineId("B" + i),
                        new StructureId("S" + random.nextInt(3)),
                        2019 + random.nextInt(8),
                        any(BudgetKind.values()),
                        money(currency))
                .basis(any(BudgetBasis.values()))
                .label(maybe() ? word() : null)
                .account(maybe() ? "74" + i : null)
                .funder(maybe() ? new FunderId("F" + random.nextInt(3)) : null)
                .grant(maybe() ? new GrantId("G" + (100 + random.nextInt(grants))) : null)
                .behaviour(maybe() ? any(CostBehaviour.values()) : null)
                .note(maybe() ? word() : null)
                .build();
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private LocalDate date() {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3_000));
    }

    private Money money(CurrencyUnit currency) {
        long cents =
                random.nextInt(4) == 0 ? random.nextLong(-999_99, 9_999_999_999_99L) : random.nextInt(200_000) * 100L;
        return Money.ofMinor(currency, cents);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
