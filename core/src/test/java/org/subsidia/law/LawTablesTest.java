package org.subsidia.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.money.Fraction;
import org.subsidia.time.Span;
import org.subsidia.time.TimeUnit;

/** The figures of the texts, each on the days on which it holds. */
class LawTablesTest {
    private static final LawBase BASE = LawBase.standard();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static Law on(String day) {
        return BASE.at(LocalDate.parse(day));
    }

    private static Money euros(long amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    @ParameterizedTest
    @CsvSource({
        "deminimis.ceiling.general, 2014-01-01, 200000",
        "deminimis.ceiling.general, 2023-12-31, 200000",
        "deminimis.ceiling.general, 2024-01-01, 300000",
        "deminimis.ceiling.general, 2030-12-31, 300000",
        "deminimis.ceiling.road-freight, 2023-12-31, 100000",
        "deminimis.ceiling.sgei, 2023-12-31, 500000",
        "deminimis.ceiling.sgei, 2024-01-01, 750000",
        "deminimis.ceiling.agriculture, 2018-01-01, 15000",
        "deminimis.ceiling.agriculture, 2020-01-01, 20000",
        "deminimis.ceiling.agriculture-register, 2020-01-01, 25000",
        "deminimis.ceiling.agriculture, 2026-06-15, 50000",
        "deminimis.ceiling.fisheries, 2026-06-15, 30000",
        "deminimis.ceiling.fisheries-register, 2026-06-15, 40000",
        "deminimis.loan.principal-ceiling, 2026-06-15, 1500000",
        "gber.27.ceiling, 2023-06-30, 7500000",
        "gber.27.ceiling, 2023-07-01, 10000000",
        "gber.28.support.ceiling, 2020-01-01, 200000",
        "gber.28.support.ceiling, 2026-06-15, 220000",
        "gber.31.ceiling, 2020-01-01, 2000000",
        "gber.31.ceiling, 2026-06-15, 3000000",
        "gber.20.ceiling, 2026-06-15, 2200000",
        "gber.20a.ceiling, 2026-06-15, 22000",
        "state-aid.publication.threshold, 2023-06-30, 500000",
        "state-aid.publication.threshold, 2023-07-01, 100000",
        "state-aid.covid.ceiling, 2020-06-01, 800000",
        "state-aid.covid.ceiling, 2022-06-30, 2300000",
        "state-aid.ukraine.ceiling, 2024-02-01, 2250000",
        "sme.medium.turnover, 2026-06-15, 50000000",
        "sme.medium.balance-sheet, 2026-06-15, 43000000",
        "sme.small.turnover, 2026-06-15, 10000000",
        "sme.micro.balance-sheet, 2026-06-15, 2000000",
        "eu-funds.2021-2027.sco.mandatory-threshold, 2026-06-15, 200000",
        "eu-funds.massif-central.interim.minimum-spending, 2026-06-15, 30000",
        "eu-funds.2021-2027.vat.threshold, 2026-06-15, 5000000",
        "subsidy.audit-chamber.threshold, 2026-06-15, 1500",
        "subsidy.auditor.fine, 2026-06-15, 9000",
        "public-purchase.late-interest.fixed, 2026-06-15, 40",
        "transfer.poles.announced-credits, 2019-12-31, 18000000",
        "transfer.poles.announced-credits, 2020-06-15, 15000000",
        "transfer.poles.announced-credits, 2021-06-15, 12000000",
        "transfer.poles.announced-credits, 2022-06-15, 9000000",
        "transfer.poles.announced-credits, 2026-06-15, 9000000",
    })
    void money_ofTheTexts_holdsOnItsDays(String id, String day, long amount) {
        assertThat(on(day).money(id).value()).isEqualTo(euros(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-funds.2007-2013.rate.less-developed, 0.75",
        "eu-funds.2007-2013.rate.more-developed, 0.5",
        "eu-funds.2007-2013.rate.outermost, 0.85",
        "eu-funds.2007-2013.rate.interreg, 0.75",
        "eu-funds.2014-2020.rate.less-developed, 0.85",
        "eu-funds.2014-2020.rate.less-developed-low, 0.8",
        "eu-funds.2014-2020.rate.transition, 0.6",
        "eu-funds.2014-2020.rate.more-developed, 0.5",
        "eu-funds.2014-2020.rate.interreg, 0.85",
        "eu-funds.2021-2027.rate.less-developed, 0.85",
        "eu-funds.2021-2027.rate.transition, 0.6",
        "eu-funds.2021-2027.rate.transition-formerly-less-developed, 0.7",
        "eu-funds.2021-2027.rate.more-developed, 0.4",
        "eu-funds.2021-2027.rate.more-developed-formerly-transition, 0.5",
        "eu-funds.2021-2027.rate.outermost, 0.85",
        "eu-funds.2021-2027.rate.interreg, 0.8",
        "eu-funds.2021-2027.sco.f7, 0.07",
        "eu-funds.2021-2027.sco.f15, 0.15",
        "eu-funds.2021-2027.sco.f25, 0.25",
        "eu-funds.2021-2027.sco.s20, 0.2",
        "eu-funds.2021-2027.sco.f40, 0.4",
        "eu-funds.2021-2027.sco.t15, 0.15",
        "eu-funds.2021-2027.prefinancing.rate, 0.005",
        "eu-funds.massif-central.interim.ceiling, 0.8",
        "horizon-europe.rate.ia, 0.7",
        "horizon-europe.indirect, 0.25",
        "gber.27.operating.intensity, 0.5",
        "gber.27.investment.bonus-a, 0.15",
        "gber.27.investment.bonus-c, 0.05",
        "gber.25.maximum, 0.8",
        "own-share.minimum, 0.2",
        "own-share.minimum-lead, 0.3",
        "state-investment.advance.ceiling, 0.3",
        "state-investment.advance.ceiling-guaranteed, 0.6",
        "state-investment.interim.ceiling-long, 0.9",
        "transfer.lead-authority.minimum-share, 0.3",
        "public-purchase.late-interest.margin, 0.08",
        "budget.local.before-vote.investment-share, 0.25",
        "dependence.t3.private-share, 0.5",
    })
    void share_ofTheTexts_isExact(String id, String share) {
        assertThat(BASE.at(TODAY).share(id).value()).isEqualTo(Fraction.parse(share));
    }

    @ParameterizedTest
    @CsvSource({
        "transfer.cvae.share.region, 2016-12-31, 0.25",
        "transfer.cvae.share.region, 2017-01-01, 0.5",
        "transfer.cvae.share.departement, 2016-12-31, 0.485",
        "transfer.cvae.share.departement, 2017-01-01, 0.235",
        "transfer.cvae.share.communes, 2017-01-01, 0.265",
        "state-investment.total-aid.ceiling, 2018-09-30, 0.8",
        "state-investment.total-aid.ceiling, 2018-10-01, 1",
        "dependence.t1.public-share, 2008-06-30, 0.8",
        "dependence.t1.public-share, 2009-06-30, 0.6",
        "dependence.t2.public-share, 2009-06-30, 0.75",
        "dependence.t2.public-share, 2012-06-30, 0.5",
    })
    void share_thatChanged_holdsOnItsDays(String id, String day, String share) {
        assertThat(on(day).share(id).value()).isEqualTo(Fraction.parse(share));
    }

    @Test
    void cvae_afterTheTransfer_partsStillAddUpToOne() {
        for (String day : List.of("2016-06-30", "2017-06-30", "2020-12-31")) {
            Law law = on(day);
            Fraction sum = law.share("transfer.cvae.share.region")
                    .value()
                    .plus(law.share("transfer.cvae.share.departement").value())
                    .plus(law.share("transfer.cvae.share.communes").value());
            assertThat(sum).as(day).isEqualTo(Fraction.of(1, 1));
        }
        assertThat(on("2017-01-01")
                        .share("transfer.cvae.share.region")
                        .value()
                        .minus(on("2016-12-31")
                                .share("transfer.cvae.share.region")
                                .value()))
                .isEqualTo(on("2017-01-01").share("transfer.cvae.points").value());
        assertThat(on("2021-01-01").find(Kind.SHARE, "transfer.cvae.share.region"))
                .isEmpty();
    }

    @Test
    void deMinimis_window_isOfFiscalYearsThenRolling() {
        assertThat(on("2023-12-31").text("deminimis.window-basis.general").value())
                .isEqualTo("FISCAL_YEARS");
        assertThat(on("2024-01-01").text("deminimis.window-basis.general").value())
                .isEqualTo("ROLLING");
        assertThat(on("2026-06-15").text("deminimis.window-basis.fisheries").value())
                .isEqualTo("FISCAL_YEARS");
        for (String bucket : List.of("general", "sgei", "agriculture", "fisheries")) {
            assertThat(on("2026-06-15").period("deminimis.window." + bucket).value())
                    .isEqualTo(new Span(3, TimeUnit.YEAR));
        }
        assertThat(on("2024-01-01").find(Kind.MONEY, "deminimis.ceiling.road-freight"))
                .isEmpty();
    }

    @Test
    void simplifiedCosts_ofTheWorkedExample_comeOutToTheCent() {
        Law law = BASE.at(TODAY);
        Money staff = euros(60_000);
        Money direct = euros(100_000);
        assertThat(law.share("eu-funds.2021-2027.sco.f7").value().times(direct, RoundingMode.HALF_UP))
                .isEqualTo(euros(7_000));
        assertThat(law.share("eu-funds.2021-2027.sco.f15").value().times(staff, RoundingMode.HALF_UP))
                .isEqualTo(euros(9_000));
        assertThat(law.share("eu-funds.2021-2027.sco.f40").value().times(staff, RoundingMode.HALF_UP))
                .isEqualTo(euros(24_000));
        long hours = law.count("eu-funds.2021-2027.sco.hours").value();
        assertThat(euros(43_000).dividedBy(hours, RoundingMode.HALF_UP)).isEqualTo(euros(25));
    }

    @Test
    void mixedRegion_blendedRate_isTheWeightedMean() {
        Law law = BASE.at(TODAY);
        Map<String, Fraction> weights =
                law.shares("eu-funds.2021-2027.weights.auvergne-rhone-alpes").value();
        Fraction blended = Fraction.of(0, 1);
        for (Map.Entry<String, Fraction> weight : weights.entrySet()) {
            blended = blended.plus(weight.getValue()
                    .times(law.share("eu-funds.2021-2027.rate." + weight.getKey())
                            .value()));
        }
        assertThat(blended.value(3)).isEqualTo(new BigDecimal("0.486"));
    }

    @Test
    void compensation_meanOfThreeYears_isThatOfTheWorkedExample() {
        long years = BASE.at(TODAY)
                .period("transfer.compensation.operating.years")
                .value()
                .amount();
        assertThat(years).isEqualTo(3);
        assertThat(BASE.at(TODAY)
                        .period("transfer.compensation.investment.years")
                        .value())
                .isEqualTo(new Span(5, TimeUnit.YEAR));
    }

    @Test
    void intensities_bySize_areThoseOfTheArticles() {
        Law law = BASE.at(TODAY);
        assertThat(law.shares("gber.25.intensity.experimental").value())
                .containsExactly(
                        Map.entry("small", Fraction.parse("0.45")),
                        Map.entry("medium", Fraction.parse("0.35")),
                        Map.entry("large", Fraction.parse("0.25")));
        assertThat(law.shares("gber.25.intensity.industrial").value()).containsEntry("large", Fraction.of(1, 2));
        assertThat(law.shares("gber.25.intensity.fundamental").value()).containsEntry("large", Fraction.of(1, 1));
        assertThat(law.shares("gber.29.intensity").value()).containsEntry("large", Fraction.parse("0.15"));
        assertThat(law.shares("gber.31.intensity").value()).containsEntry("small", Fraction.parse("0.7"));
        assertThat(law.shares("gber.17.intensity").value()).doesNotContainKey("large");
        assertThat(law.period("gber.27.operating.duration").value()).isEqualTo(new Span(10, TimeUnit.YEAR));
        assertThat(on("2014-06-30").period("gber.27.operating.duration").value())
                .isEqualTo(new Span(5, TimeUnit.YEAR));
        assertThat(on("2027-01-01").find(Kind.SHARE, "gber.27.operating.intensity"))
                .isEmpty();
    }

    @Test
    void lags_areTriangles() {
        Law law = BASE.at(TODAY);
        assertThat(law.counts("eu-funds.2007-2013.payment.lag-erdf").value()).containsValues(6L, 11L, 18L);
        assertThat(law.counts("eu-funds.2014-2020.payment.lag-erdf").value()).containsValues(4L, 9L, 18L);
        assertThat(law.counts("eu-funds.2021-2027.payment.lag-erdf").value()).containsValues(3L, 6L, 14L);
        assertThat(law.counts("eu-funds.payment.lag-esf").value()).containsValues(4L, 9L, 16L);
        for (String id : BASE.ids().stream().filter(id -> id.contains(".lag-")).toList()) {
            Rule<Map<String, Long>> lag = law.counts(id);
            assertThat(List.copyOf(lag.value().values())).isSorted().hasSize(3);
            assertThat(lag.reference().confidence()).isEqualTo(Confidence.UNVERIFIED);
        }
    }

    @Test
    void curves_neverFall() {
        Law law = BASE.at(TODAY);
        for (String id : List.of("cper.2007-2013.commitment-curve", "cper.2015-2020.payment-curve")) {
            List<Map<String, String>> rows = law.table(id).value();
            for (String column : rows.get(0).keySet()) {
                assertThat(rows.stream().map(row -> new BigDecimal(String.valueOf(row.get(column)))))
                        .as(id + ' ' + column)
                        .isSorted();
            }
        }
        assertThat(on("2014-12-31").text("cper.generation").value()).isEqualTo("2007-2013");
        assertThat(on("2026-06-15").text("cper.generation").value()).isEqualTo("2021-2027");
    }

    @Test
    void norms_leadToRulesThatExist() {
        List<Map<String, String>> norms =
                BASE.at(TODAY).table("dependence.norms").value();
        assertThat(norms).extracting(row -> row.get("norm")).containsExactly("T1", "T2", "T3", "T4", "T5", "T6", "T7");
        assertThat(BASE.ids())
                .containsAll(norms.stream()
                        .map(row -> String.valueOf(row.get("rule")))
                        .toList());
    }

    @Test
    void fec_hasItsEighteenColumns() {
        Law law = BASE.at(TODAY);
        List<String> columns = law.list("accounting.fec.columns").value();
        assertThat(columns).hasSize(18).startsWith("JournalCode").endsWith("Idevise");
        assertThat(columns)
                .containsAll(law.list("accounting.fec.cells-mandatory").value())
                .containsAll(law.list("accounting.fec.cells-expected").value())
                .containsAll(law.list("accounting.fec.columns-stored").value());
        assertThat(on("2024-12-31")
                        .list("accounting.accounts.operating-subsidies")
                        .value())
                .contains("740", "748");
        assertThat(on("2025-01-01")
                        .list("accounting.accounts.operating-subsidies")
                        .value())
                .contains("741", "742", "747")
                .doesNotContain("740");
    }

    @Test
    void standard_isComplete_andSaysWhatIsUnsure() {
        assertThat(BASE.ids()).hasSizeGreaterThan(320);
        assertThat(BASE.unverified()).hasSizeGreaterThan(80);
        for (String id : BASE.ids()) {
            Parameter parameter = BASE.parameter(id).orElseThrow();
            String french = parameter.description().in(Locale.FRENCH);
            String english = parameter.description().in(Locale.ENGLISH);
            assertThat(french).as(id).isNotBlank().doesNotContain("'");
            assertThat(english).as(id).isNotBlank().doesNotContain("'");
            assertThat(parameter.history()).as(id).allSatisfy(LawTablesTest::saysWhereItWasRead);
        }
    }

    private static void saysWhereItWasRead(RuleReference reference) {
        assertThat(reference.source()).isNotBlank();
        assertThat(reference.legalReference()).isNotBlank();
        assertThat(reference.confidence() == Confidence.CONFIRMED
                        && reference.source().startsWith("professional"))
                .as(reference.id() + " is confirmed without a source")
                .isFalse();
    }

    @Test
    void standard_noTwoRules_sayTheSameInTheSameWords() {
        TreeSet<String> seen = new TreeSet<>();
        for (String id : BASE.ids()) {
            if (id.startsWith("holiday.")) {
                continue;
            }
            Parameter parameter = BASE.parameter(id).orElseThrow();
            String period = id.replaceAll("^eu-funds\\.(\\d{4}-\\d{4}).*", "$1");
            String words = parameter.description().in(Locale.ENGLISH) + (period.equals(id) ? "" : period);
            assertThat(seen.add(words)).as(id + ": " + words).isTrue();
        }
    }

    @Test
    void with_aUsersFile_overridesARuleOfTheBase() {
        LawBase own = LawBaseTest.user(LawBaseTest.parameter(
                "deminimis.ceiling.general", "EUR", "value: 400000, validFrom: 2025-01-01, validTo: 2025-12-31"));
        LawBase both = BASE.with(own).get();
        assertThat(both.at(LocalDate.of(2025, 6, 1))
                        .money("deminimis.ceiling.general")
                        .origin())
                .isPresent();
        assertThat(both.at(TODAY).money("deminimis.ceiling.general").value()).isEqualTo(euros(300_000));
        assertThat(BASE.with(own).findings()).extracting(Finding::code).isEmpty();
    }
}
