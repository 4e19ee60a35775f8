package org.subsidia.examples;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.CashRhythm;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.CostBehaviour;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.store.Saved;
import org.subsidia.store.file.FileStore;

/**
 * Builds the sample portfolio, six clusters of a fictitious région from 2019 to 2026, and saves it.
 *
 * <p>It shows how a program that embeds the library makes records, puts them into a portfolio with one edit, and keeps
 * them in a file. The figures follow the real course of such money: the State's line for the pôles shrinks and passes
 * through the Region from 2020, European money comes late.
 */
public final class SamplePortfolio {
    /** The day as of which the sample is told: later receipts have not come yet. */
    public static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    private static final FunderId STATE = new FunderId("etat");
    /** The région of the sample does not exist; tables by region show it under the name of a real one. */
    private static final String REGION_CODE = "84";

    private static final FunderId REGION = new FunderId("region-rives-arvenne");
    private static final FunderId DEPARTEMENT = new FunderId("departement-lys-brune");
    private static final FunderId AGGLOMERATION = new FunderId("ormeval-agglomeration");
    private static final FunderId ERDF = new FunderId("union-feder");
    private static final FunderId COMMISSION = new FunderId("union-commission");
    private static final FunderId OPERATOR = new FunderId("operateur-transition");

    private static final ProgrammeId POLES = new ProgrammeId("etat-poles-gouvernance");
    private static final ProgrammeId CPER = new ProgrammeId("cper-2021-2027-innovation");
    private static final ProgrammeId FEDER = new ProgrammeId("feder-2021-2027");

    /** The State's line for all pôles of France, in tenths of a million, 2019 to 2026: the course that the sample follows. */
    private static final int[] STATE_PATH = {180, 150, 120, 90, 90, 90, 90, 0};

    private final List<Edit> edits = new ArrayList<>();

    private SamplePortfolio() {}

    /**
     * Writes the sample to the file that the first argument names.
     *
     * @param args the file
     */
    public static void main(String[] args) {
        Reading<Saved> saved = FileStore.at(Path.of(args[0])).save(portfolio());
        saved.findings().forEach(System.err::println);
        if (!saved.isRead()) {
            System.exit(1);
        }
    }

    /** {@return the sample portfolio, the same at every call} */
    public static Portfolio portfolio() {
        SamplePortfolio sample = new SamplePortfolio();
        sample.funders();
        sample.programmes();
        sample.pole("pole-materiaux", "Pôle Matériaux d'Arvenne", "99990011100017", "W991000011", 420_000, 185_000);
        sample.pole(
                "pole-agri-saveurs", "Pôle Agri-Saveurs des Rives", "99990022800019", "W991000022", 310_000, 160_000);
        sample.cluster(
                "cluster-bois",
                StructureKind.CLUSTER,
                "Cluster Bois Durable d'Arvenne",
                "99990033500012",
                "W991000033",
                90_000,
                22_000);
        sample.accounts(new StructureId("cluster-bois"));
        StructureId full = sample.cluster(
                "cluster-numerique",
                StructureKind.CLUSTER,
                "Cluster Num'Arvenne",
                "99990044200016",
                "W992000044",
                120_000,
                30_000);
        sample.fullFigures(full);
        sample.cybersecurity(full);
        sample.cluster(
                "grappe-mecanique",
                StructureKind.GRAPPE,
                "Grappe Mécanique de la Lys-Brune",
                "99990055800019",
                "W992000055",
                45_000,
                12_000);
        sample.cluster(
                "ptce-etabli",
                StructureKind.PTCE,
                "PTCE L'Établi coopératif",
                "99990066500012",
                "W992000066",
                30_000,
                15_000);
        sample.deMinimis(new StructureId("cluster-numerique"));
        return Portfolio.empty().apply(Edit.batch("Échantillon", sample.edits));
    }

    /** Two de minimis awards, and the request for a third that does not fit until the first leaves the period of three years. */
    private void deMinimis(StructureId structure) {
        put(small(
                structure,
                "diagnostics-2023",
                "Diagnostics numériques des PME",
                OPERATOR,
                LocalDate.of(2023, 7, 1),
                100_000));
        put(small(
                structure,
                "plateforme-2024",
                "Plateforme d'entraide des PME",
                REGION,
                LocalDate.of(2024, 5, 10),
                120_000));
        put(Grant.builder(new GrantId(structure.value() + "-cybersecurite-2026"), structure)
                .purpose("Parcours cybersécurité des PME")
                .payer(OPERATOR)
                .decisionMaker(OPERATOR)
                .origin(OPERATOR)
                .spending(SpendingKind.OPERATING)
                .state(GrantState.REQUESTED)
                .regimes(regime(RegimeKind.DE_MINIMIS))
                .dates(GrantDates.builder().request(LocalDate.of(2026, 4, 2)).build())
                .amounts(
                        List.of(new StagedAmount(AmountStage.REQUESTED, euros(90_000), LocalDate.of(2026, 4, 2), null)))
                .build());
    }

    private static Grant small(
            StructureId structure, String name, String purpose, FunderId funder, LocalDate decided, long amount) {
        List<Receipt> receipts = new ArrayList<>();
        received(receipts, decided.plusMonths(3), euros(amount));
        return Grant.builder(new GrantId(structure.value() + "-" + name), structure)
                .purpose(purpose)
                .payer(funder)
                .decisionMaker(funder)
                .origin(funder)
                .spending(SpendingKind.OPERATING)
                .state(GrantState.CLOSED)
                .regimes(regime(RegimeKind.DE_MINIMIS))
                .maximum(euros(amount))
                .dates(GrantDates.builder()
                        .request(decided.minusMonths(4))
                        .decision(decided)
                        .notification(decided.plusWeeks(2))
                        .convention(decided.plusMonths(1))
                        .build())
                .amounts(List.of(
                        new StagedAmount(AmountStage.REQUESTED, euros(amount), decided.minusMonths(4), null),
                        new StagedAmount(AmountStage.AWARDED, euros(amount), decided, null),
                        new StagedAmount(AmountStage.CONVENTION, euros(amount), decided.plusMonths(1), null)))
                .receipts(receipts)
                .build();
    }

    private static List<Regime> regime(RegimeKind kind) {
        return List.of(new Regime(kind, null, null, null));
    }

    /** The Region's operating aid to clusters, under article 27, by the framework scheme of the year. */
    private static List<Regime> cluster(int year) {
        String scheme = year <= 2020 ? "SA.40391" : year <= 2023 ? "SA.58995" : "SA.111723";
        return List.of(new Regime(RegimeKind.GBER, scheme, "27", null));
    }

    private void put(PortfolioRecord record) {
        edits.add(Edit.put(record));
    }

    private void funders() {
        put(Funder.builder(STATE, FunderLevel.STATE, "État, ministère chargé de l'économie")
                .build());
        put(Funder.builder(REGION, FunderLevel.REGION, "Région Rives-d'Arvenne")
                .siret("23999901400016")
                .build());
        put(Funder.builder(DEPARTEMENT, FunderLevel.DEPARTEMENT, "Département de la Lys-Brune")
                .siret("22999902400016")
                .build());
        put(Funder.builder(AGGLOMERATION, FunderLevel.EPCI, "Ormeval Agglomération")
                .siret("24999913700014")
                .build());
        put(Funder.builder(ERDF, FunderLevel.EU_SHARED, "Union européenne, FEDER")
                .build());
        put(Funder.builder(COMMISSION, FunderLevel.EU_DIRECT, "Union européenne, Horizon Europe")
                .build());
        put(Funder.builder(OPERATOR, FunderLevel.STATE_OPERATOR, "Agence de la transition")
                .build());
    }

    private void programmes() {
        put(Programme.builder(POLES, ProgrammeKind.STATE_LINE, "Gouvernance des pôles de compétitivité")
                .funder(STATE)
                .build());
        put(Programme.builder(CPER, ProgrammeKind.CPER_VOLET, "CPER 2021-2027, volet innovation")
                .period(DateWindow.of(LocalDate.of(2021, 1, 1), LocalDate.of(2027, 12, 31)))
                .build());
        put(Programme.builder(FEDER, ProgrammeKind.EU_FUND, "FEDER 2021-2027")
                .funder(ERDF)
                .fund("FEDER")
                .period(DateWindow.of(LocalDate.of(2021, 1, 1), LocalDate.of(2029, 12, 31)))
                .build());
    }

    /** A pôle: as any cluster, and the State's line, paid by the Region from 2020 on, and European projects. */
    private void pole(String id, String name, String siret, String rna, int stateIn2019, int regionIn2019) {
        StructureId structure = cluster(id, StructureKind.POLE_COMPETITIVITE, name, siret, rna, regionIn2019, 40_000);
        for (int year = 2019; year <= 2026; year++) {
            Money amount = euros((long) stateIn2019 * STATE_PATH[year - 2019] / STATE_PATH[0]);
            if (amount.isPositive()) {
                put(yearly(structure, "gouvernance", year, amount, "Gouvernance et animation du pôle " + year)
                        .payer(year < 2020 ? STATE : REGION)
                        .decisionMaker(year < 2020 ? STATE : REGION)
                        .origin(STATE)
                        .programme(POLES)
                        .regimes(regime(RegimeKind.NO_AID))
                        .build());
            }
        }
        put(european(structure));
        long region = regionIn2019 * 13L / 10;
        put(application(structure, "region", 2027, euros(region), GrantState.REQUESTED));
        put(application(structure, "region", 2028, euros(region), GrantState.PLANNED));
        put(application(structure, "agglomeration", 2027, euros(40_000), GrantState.PLANNED));
        put(yearly(structure, "horizon", 2024, euros(210_000), "Réseau européen de pôles, action de coordination")
                .payer(COMMISSION)
                .decisionMaker(COMMISSION)
                .origin(COMMISSION)
                .regimes(regime(RegimeKind.NO_AID))
                .fiscalYear(null)
                .build());
        put(yearly(structure, "transition", 2023, euros(64_500), "Décarbonation des PME adhérentes")
                .payer(OPERATOR)
                .decisionMaker(OPERATOR)
                .origin(OPERATOR)
                .regimes(regime(RegimeKind.DE_MINIMIS))
                .build());
    }

    /** A cluster: the Region each year, its agglomération, the département until 2023, and its budget. */
    private StructureId cluster(
            String id, StructureKind kind, String name, String siret, String rna, int regionIn2019, int epci) {
        StructureId structure = new StructureId(id);
        Structure.Builder record = Structure.builder(structure, name)
                .kind(kind)
                .siret(siret)
                .siren(siret.substring(0, 9))
                .rna(rna)
                .legalForm("association loi 1901")
                .addRegion(new RegionStay(REGION_CODE, new DateWindow(null, null)))
                .activity("94.99Z")
                .fiscalYearEnd(MonthDay.of(12, 31))
                .addCashBalance(new CashBalance(LocalDate.of(2026, 9, 25), euros(regionIn2019 * 4L / 5), "relevé"))
                .addCashRhythm(new CashRhythm(BudgetKind.STAFF, 27, List.of()))
                .addCashRhythm(new CashRhythm(BudgetKind.FEE_PRIVATE, 15, List.of(0, 3, 4, 1, 0, 0, 0, 0, 1, 1, 0, 0)));
        if (kind == StructureKind.POLE_COMPETITIVITE) {
            record.addLabel(
                    new Label(LabelKind.POLE, "IV", LocalDate.of(2019, 1, 1), LocalDate.of(2022, 12, 31), null, null));
            record.addLabel(
                    new Label(LabelKind.POLE, "V", LocalDate.of(2023, 1, 1), LocalDate.of(2026, 12, 31), null, null));
        } else if (kind == StructureKind.GRAPPE || kind == StructureKind.PTCE) {
            record.addLabel(new Label(
                    kind == StructureKind.GRAPPE ? LabelKind.GRAPPE : LabelKind.PTCE,
                    null,
                    LocalDate.of(2013, 9, 1),
                    null,
                    null,
                    null));
        }
        put(record.build());
        for (int year = 2019; year <= 2026; year++) {
            Money region = euros(regionIn2019 + (year - 2019) * (long) regionIn2019 / 25);
            Grant.Builder grant = yearly(structure, "region", year, region, "Programme d'actions " + year)
                    .payer(REGION)
                    .decisionMaker(REGION)
                    .origin(REGION)
                    .regimes(cluster(year));
            put((year >= 2021 ? grant.programme(CPER) : grant).build());
            put(yearly(structure, "agglomeration", year, euros(epci), "Soutien à l'animation locale " + year)
                    .payer(AGGLOMERATION)
                    .decisionMaker(AGGLOMERATION)
                    .origin(AGGLOMERATION)
                    .regimes(regime(RegimeKind.NO_AID))
                    .build());
            if (year <= 2023 && kind != StructureKind.POLE_COMPETITIVITE) {
                put(yearly(structure, "departement", year, euros(8_000), "Actions d'insertion " + year)
                        .payer(DEPARTEMENT)
                        .decisionMaker(DEPARTEMENT)
                        .origin(DEPARTEMENT)
                        .regimes(regime(RegimeKind.NO_AID))
                        .build());
            }
            budget(structure, year, regionIn2019);
        }
        return structure;
    }

    /** A grant for one year, paid 50 % at signature, 30 % on an interim report, 20 % on the final report. */
    private static Grant.Builder yearly(StructureId structure, String line, int year, Money amount, String purpose) {
        LocalDate decided = LocalDate.of(year, 3, 20);
        LocalDate signed = LocalDate.of(year, 5, 11);
        Grant.Builder grant = Grant.builder(new GrantId(structure.value() + "-" + line + "-" + year), structure)
                .purpose(purpose)
                .spending(SpendingKind.OPERATING)
                .reference(year + "-CP-" + line)
                .fiscalYear(year)
                .maximum(amount)
                .dates(GrantDates.builder()
                        .request(LocalDate.of(year - 1, 10, 15))
                        .decision(decided)
                        .notification(LocalDate.of(year, 4, 8))
                        .convention(signed)
                        .start(LocalDate.of(year, 1, 1))
                        .end(LocalDate.of(year, 12, 31))
                        .build())
                .amounts(List.of(
                        new StagedAmount(
                                AmountStage.REQUESTED,
                                amount.multipliedBy(6).dividedBy(5, RoundingMode.HALF_UP),
                                LocalDate.of(year - 1, 10, 15),
                                null),
                        new StagedAmount(AmountStage.AWARDED, amount, decided, null),
                        new StagedAmount(AmountStage.CONVENTION, amount, signed, null)))
                .schedule(List.of(
                        step(
                                "50 % à la signature",
                                StepRole.ADVANCE, new Trigger.OnEvent(GrantEvent.CONVENTION, Period.ZERO), 50),
                        step(
                                "30 % sur bilan intermédiaire",
                                StepRole.INTERIM, new Trigger.OnReport(ReportKind.INTERIM, Period.ZERO), 30),
                        step(
                                "20 % sur bilan final",
                                StepRole.BALANCE, new Trigger.OnReport(ReportKind.FINAL, Period.ZERO), 20)));
        List<Receipt> receipts = new ArrayList<>();
        // within the sixty days of the law, sooner or later
        int days = 15 + (year * 17 + line.length() * 5 + structure.value().length() * 7) % 44;
        received(receipts, signed.plusDays(days), percent(amount, 50));
        received(receipts, LocalDate.of(year, 11, 5), percent(amount, 30));
        received(receipts, LocalDate.of(year + 1, 7, 9), percent(amount, 20));
        return grant.receipts(receipts).state(receipts.size() == 3 ? GrantState.CLOSED : GrantState.UNDER_CONVENTION);
    }

    /** A request for a coming year: nobody has answered yet. */
    private static Grant application(StructureId structure, String line, int year, Money amount, GrantState state) {
        FunderId funder = line.equals("region") ? REGION : AGGLOMERATION;
        LocalDate request = LocalDate.of(year - 1, 9, 15);
        return yearly(structure, line, year, amount, "Programme d'actions " + year)
                .payer(funder)
                .decisionMaker(funder)
                .origin(funder)
                .reference(null)
                .state(state)
                .dates(GrantDates.builder()
                        .request(request)
                        .start(LocalDate.of(year, 1, 1))
                        .end(LocalDate.of(year, 12, 31))
                        .build())
                .amounts(List.of(new StagedAmount(AmountStage.REQUESTED, amount, null, null)))
                .build();
    }

    /** A European project of three years: 60 % of the cost, an advance, interim claims, and money that comes a year late. */
    private static Grant european(StructureId structure) {
        Money amount = euros(540_000);
        List<Receipt> receipts = new ArrayList<>();
        received(receipts, LocalDate.of(2023, 12, 14), percent(amount, 20));
        received(receipts, LocalDate.of(2025, 4, 3), percent(amount, 22));
        received(receipts, LocalDate.of(2026, 6, 25), percent(amount, 26));
        return Grant.builder(new GrantId(structure.value() + "-feder-2023"), structure)
                .purpose("Plateforme d'essais mutualisée, fonctionnement et accompagnement")
                .payer(REGION)
                .decisionMaker(REGION)
                .origin(ERDF)
                .regimes(regime(RegimeKind.NO_AID))
                .programme(FEDER)
                .reference("FEDER-" + structure.value())
                .spending(SpendingKind.OPERATING)
                .state(GrantState.UNDER_CONVENTION)
                .rate(Fraction.of(3, 5))
                .eligibleBase(euros(900_000))
                .maximum(amount)
                .eligibility(DateWindow.of(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 6, 30)))
                .dates(GrantDates.builder()
                        .request(LocalDate.of(2022, 11, 3))
                        .decision(LocalDate.of(2023, 6, 27))
                        .notification(LocalDate.of(2023, 7, 18))
                        .convention(LocalDate.of(2023, 10, 2))
                        .start(LocalDate.of(2023, 1, 1))
                        .end(LocalDate.of(2026, 6, 30))
                        .lastClaim(LocalDate.of(2026, 12, 31))
                        .build())
                .amounts(List.of(
                        new StagedAmount(AmountStage.REQUESTED, euros(600_000), LocalDate.of(2022, 11, 3), null),
                        new StagedAmount(
                                AmountStage.AWARDED, amount, LocalDate.of(2023, 6, 27), "assiette éligible réduite"),
                        new StagedAmount(AmountStage.CONVENTION, amount, LocalDate.of(2023, 10, 2), null)))
                .receipts(receipts)
                .build();
    }

    /** What a careful finance officer adds to a budget: every ratio of dependence can be computed for 2023 to 2026. */
    private void fullFigures(StructureId structure) {
        for (int year = 2023; year <= 2026; year++) {
            boolean past = year < TODAY.getYear();
            long growth = (year - 2023) * 1_000L;
            for (BudgetBasis basis : past ? BudgetBasis.values() : new BudgetBasis[] {BudgetBasis.PLANNED}) {
                if (basis == BudgetBasis.REVISED) {
                    continue;
                }
                boolean again = past && basis != BudgetBasis.ACTUAL;
                if (again) {
                    line(structure, year, BudgetKind.FEE_PRIVATE, basis, 86_000 + growth, null);
                    line(structure, year, BudgetKind.SERVICE_TO_PRIVATE, basis, 64_000 + growth, null);
                }
                line(structure, year, BudgetKind.SERVICE_TO_PUBLIC, basis, 18_000 + growth, null);
                line(structure, year, BudgetKind.SPONSORSHIP, basis, 9_000, null);
                line(structure, year, BudgetKind.OTHER_PRODUCT, basis, 3_500, null);
                line(structure, year, BudgetKind.FEE_PUBLIC_WITH_COUNTERPART, basis, 6_000, null);
                line(structure, year, BudgetKind.FEE_PUBLIC_WITHOUT_COUNTERPART, basis, 4_000, null);
                if (basis != BudgetBasis.CASH) {
                    line(structure, year, BudgetKind.INVESTMENT_SUBSIDY_SHARE, basis, 5_000, null);
                    line(structure, year, BudgetKind.DEDICATED_FUNDS, basis, year % 2 == 0 ? 4_000 : -4_000, null);
                    line(structure, year, BudgetKind.IN_KIND_PUBLIC, basis, 12_000, null);
                    line(structure, year, BudgetKind.IN_KIND_PRIVATE, basis, 15_000, null);
                    line(structure, year, BudgetKind.TAXES, basis, 7_000, CostBehaviour.FIXED);
                    line(structure, year, BudgetKind.TRAVEL_AND_EVENTS, basis, 78_000, CostBehaviour.VARIABLE);
                    line(structure, year, BudgetKind.DEPRECIATION, basis, 6_000, CostBehaviour.FIXED);
                }
            }
        }
        Structure known = Portfolio.empty()
                .apply(Edit.batch("", edits))
                .structure(structure)
                .orElseThrow();
        put(known.toBuilder()
                .addCashBalance(new CashBalance(LocalDate.of(2024, 12, 31), euros(58_000), "relevé"))
                .addCashBalance(new CashBalance(LocalDate.of(2025, 12, 31), euros(46_500), "relevé"))
                .addCashBalance(new CashBalance(LocalDate.of(2026, 8, 31), euros(71_200), "relevé"))
                .build());
    }

    /** What the accounts of the cluster need: what was spent of its dedicated funds, and a machine and its depreciation. */
    private void accounts(StructureId structure) {
        Portfolio known = Portfolio.empty().apply(Edit.batch("", edits));
        put(dedicated(known, structure, 2024)
                .addYearLine(new YearLine(YearLineKind.SPENT, 2024, euros(103_000)))
                .addYearLine(new YearLine(YearLineKind.SPENT, 2025, euros(5_000)))
                .build());
        put(dedicated(known, structure, 2025)
                .addYearLine(new YearLine(YearLineKind.SPENT, 2025, euros(102_100)))
                .build());
        put(yearly(structure, "equipement", 2025, euros(12_000), "Machine de l'atelier partagé")
                .payer(REGION)
                .decisionMaker(REGION)
                .origin(REGION)
                .regimes(regime(RegimeKind.NO_AID))
                .spending(SpendingKind.INVESTMENT)
                .fiscalYear(null)
                .depreciation(DateWindow.of(LocalDate.of(2025, 7, 1), LocalDate.of(2030, 6, 30)))
                .schedule(List.of())
                .receipts(List.of(new Receipt("r1", LocalDate.of(2026, 2, 20), euros(12_000), null, null)))
                .state(GrantState.CLOSED)
                .build());
    }

    private static Grant.Builder dedicated(Portfolio known, StructureId structure, int year) {
        return known.grant(new GrantId(structure.value() + "-region-" + year)).orElseThrow().toBuilder()
                .dedicated(true);
    }

    /** A European project whose expenses lag behind its time, with its cost plan, claims and yearly tranches. */
    private void cybersecurity(StructureId structure) {
        ProjectId project = new ProjectId("projet-cybersecurite");
        put(Project.builder(project, "Cybersécurité des PME adhérentes")
                .lead(structure)
                .window(DateWindow.of(LocalDate.of(2024, 7, 1), LocalDate.of(2027, 6, 30)))
                .addCost(new ProjectCost("Personnel", euros(240_000), null, null))
                .addCost(new ProjectCost("Prestations", euros(110_000), null, null))
                .addCost(new ProjectCost("Coûts indirects", euros(50_000), null, null))
                .build());
        List<ExpenditureLine> first = List.of(
                new ExpenditureLine(
                        "Personnel", LocalDate.of(2025, 8, 31), euros(50_000), euros(50_000), null, "bulletins"),
                new ExpenditureLine(
                        "Prestations",
                        LocalDate.of(2025, 6, 12),
                        euros(20_000),
                        euros(16_000),
                        "une facture sans mise en concurrence",
                        "factures 12 à 15"));
        List<ExpenditureLine> second = List.of(
                new ExpenditureLine("Personnel", LocalDate.of(2026, 6, 30), euros(62_000), null, null, "bulletins"),
                new ExpenditureLine("Prestations", LocalDate.of(2026, 5, 4), euros(8_000), null, null, "facture 21"),
                new ExpenditureLine("Coûts indirects", LocalDate.of(2026, 6, 30), euros(15_000), null, null, null));
        Grant.Builder grant = european(structure).toBuilder()
                .id(new GrantId(structure.value() + "-feder-2024"))
                .purpose("Cybersécurité des PME adhérentes")
                .project(project)
                .settlement(Settlement.PRO_RATA)
                .eligibleBase(euros(400_000))
                .maximum(euros(240_000))
                .amounts(List.of(
                        new StagedAmount(AmountStage.REQUESTED, euros(270_000), LocalDate.of(2024, 1, 18), null),
                        new StagedAmount(AmountStage.AWARDED, euros(240_000), LocalDate.of(2024, 6, 11), null),
                        new StagedAmount(AmountStage.CONVENTION, euros(240_000), LocalDate.of(2024, 9, 3), null)))
                .eligibility(DateWindow.of(LocalDate.of(2024, 7, 1), LocalDate.of(2027, 6, 30)))
                .dates(GrantDates.builder()
                        .request(LocalDate.of(2024, 1, 18))
                        .decision(LocalDate.of(2024, 6, 11))
                        .notification(LocalDate.of(2024, 6, 28))
                        .convention(LocalDate.of(2024, 9, 3))
                        .start(LocalDate.of(2024, 7, 1))
                        .end(LocalDate.of(2027, 6, 30))
                        .lastClaim(LocalDate.of(2027, 12, 31))
                        .build())
                .claims(List.of(
                        new Claim(
                                "d1",
                                ClaimKind.INTERIM,
                                LocalDate.of(2025, 9, 15),
                                euros(70_000),
                                LocalDate.of(2026, 2, 10),
                                euros(66_000),
                                first,
                                null),
                        new Claim(
                                "d2",
                                ClaimKind.INTERIM,
                                LocalDate.of(2026, 7, 20),
                                euros(85_000),
                                null,
                                null,
                                second,
                                null)))
                .receipts(List.of(new Receipt("r1", LocalDate.of(2026, 4, 22), euros(39_600), "d1", null)));
        for (int year = 2024; year <= 2026; year++) {
            grant.addYearLine(new YearLine(YearLineKind.AE, year, euros(80_000)));
        }
        put(grant.build());
    }

    private void budget(StructureId structure, int year, int size) {
        BudgetBasis basis = year < TODAY.getYear() ? BudgetBasis.ACTUAL : BudgetBasis.PLANNED;
        line(structure, year, BudgetKind.FEE_PRIVATE, basis, size * 7L / 10 + (year - 2019) * 1_500L, null);
        line(structure, year, BudgetKind.SERVICE_TO_PRIVATE, basis, size / 2L + (year - 2019) * 2_500L, null);
        line(structure, year, BudgetKind.STAFF, basis, size * 2L, CostBehaviour.FIXED);
        line(structure, year, BudgetKind.EXTERNAL, basis, size * 3L / 5, CostBehaviour.VARIABLE);
        line(structure, year, BudgetKind.PREMISES, basis, size / 5L, CostBehaviour.FIXED);
    }

    private void line(
            StructureId structure, int year, BudgetKind kind, BudgetBasis basis, long euros, CostBehaviour behaviour) {
        BudgetLineId id = new BudgetLineId(structure.value() + "-" + year + "-"
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (year == TODAY.getYear() || basis == BudgetBasis.ACTUAL
                        ? ""
                        : basis == BudgetBasis.PLANNED ? "-prevu" : "-encaisse"));
        put(BudgetLine.builder(id, structure, year, kind, euros(euros))
                .basis(basis)
                .behaviour(behaviour)
                .build());
    }

    private static ScheduleStep step(String name, StepRole role, Trigger trigger, int percent) {
        return new ScheduleStep(
                name, role, trigger, new Portion.OfAward(Fraction.percent(percent)), null, false, null, null);
    }

    private static void received(List<Receipt> receipts, LocalDate date, Money amount) {
        if (!date.isAfter(TODAY)) {
            receipts.add(new Receipt("r" + (receipts.size() + 1), date, amount, null, null));
        }
    }

    private static Money percent(Money amount, int percent) {
        return Fraction.of(percent, 100).times(amount, RoundingMode.HALF_UP);
    }

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }
}
