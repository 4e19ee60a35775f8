package org.subsidia.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.ExplanationText;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Reading;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Evidence;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;

class ConditionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{territory: project.territory, within: [REG-84]} | DEP-69 | ELIGIBLE",
                "{territory: project.territory, within: [REG-84]} | REG-82 | ELIGIBLE",
                "{territory: project.territory, within: [REG-84]} | COM-69266 | ELIGIBLE",
                "{territory: project.territory, within: [REG-84]} | NUTS-FRK2 | ELIGIBLE",
                "{territory: project.territory, within: [REG-84]} | REG-11 | NOT_ELIGIBLE",
                "{territory: project.territory, within: [REG-84], except: [DEP-69]} | DEP-69 | NOT_ELIGIBLE",
                "{territory: project.territory, within: [REG-84], except: [DEP-69]} | REG-84 | UNKNOWN",
                "{territory: project.territory, within: [DEP-69]} | REG-84 | UNKNOWN",
                "{territory: project.territory, within: [REG-84]} | EPCI-200046977 | UNKNOWN",
                "{territory: project.territory, within: [REG-84]} | DEP-69, DEP-75 | NOT_ELIGIBLE",
                "{territory: project.territory, within: [REG-84], somewhere: true} | DEP-69, DEP-75 | ELIGIBLE",
                "{territory: project.territory, except: [DEP-75]} | DEP-69 | ELIGIBLE",
                "{territory: project.territory, within: [REG-84]} | absent | NOT_ELIGIBLE"
            })
    void territory_containedOrNotKnown(String condition, String place, Answer expected) {
        assertThat(Sets.answer(condition, "project.territory", place)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{label-held: POLE} | POLE V 2023-01-01/2026-12-31 | ELIGIBLE",
                "{label-held: POLE, phase: V} | POLE V 2023-01-01/2026-12-31 | ELIGIBLE",
                "{label-held: POLE, phase: IV} | POLE V 2023-01-01/2026-12-31 | NOT_ELIGIBLE",
                "{label-held: POLE, phase: V} | POLE 2023-01-01/2026-12-31 | UNKNOWN",
                "{label-held: POLE, at: 2027-01-01} | POLE V 2023-01-01/2026-12-31 | NOT_ELIGIBLE",
                "{label-held: POLE} | none | NOT_ELIGIBLE",
                "{label-held: POLE} | absent | NOT_ELIGIBLE",
                "{label-held: REGIONAL} | POLE; REGIONAL ../2030-01-01 | ELIGIBLE"
            })
    void label_heldOrNot(String condition, String labels, Answer expected) {
        assertThat(Sets.answer(condition, "structure.labels", labels)).isEqualTo(expected);
    }

    @Test
    void label_thatBeginsLater_isWaitedFor() {
        Verdict verdict = Sets.verdict("{label-held: POLE}", "structure.labels", "POLE VI 2027-01-01/..");
        assertThat(verdict.changes().get(0).words().in(Locale.ENGLISH)).isEqualTo("wait until 1 Jan 2027");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300 | | | NOT_ELIGIBLE",
                "40 | 9000000 EUR | | ELIGIBLE",
                "40 | 60000000 EUR | 50000000 EUR | NOT_ELIGIBLE",
                "40 | 60000000 EUR | 9000000 EUR | ELIGIBLE",
                "40 | | | UNKNOWN",
                "49 | 10000000 EUR | 99000000 EUR | ELIGIBLE",
                "50 | 10000000 EUR | 99000000 EUR | NOT_ELIGIBLE"
            })
    void size_isDecidedAsSoonAsItCanBe(String staff, String turnover, String balance, Answer expected) {
        Facts facts = Sets.facts("structure.staff", staff);
        facts = turnover == null ? facts : facts.with(Sets.facts("structure.turnover", turnover));
        facts = balance == null ? facts : facts.with(Sets.facts("structure.balance-sheet", balance));
        RuleSet rules = Sets.rules("{size: [MICRO, SMALL]}");
        Verdict verdict = Evaluator.of(rules, LawBase.standard().at(Sets.DAY)).verdict(facts);
        assertThat(verdict.answer()).isEqualTo(expected);
        assertThat(ExplanationText.indented(verdict.explanation(), Locale.FRENCH))
                .contains("sme.small.staff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{value: own.share, atLeast: 50 %} | own.share | 1/2 | ELIGIBLE",
                "{value: own.share, atLeast: 50 %} | own.share | 49.99 % | NOT_ELIGIBLE",
                "{value: own.share * request.amount, atMost: 5 EUR} | own.share | 0.5 | UNKNOWN",
                "{value: own.months, atMost: 12 months} | own.months | 12 months | ELIGIBLE",
                "{value: 2 * own.a - 3, equals: 7} | own.a | 5 | ELIGIBLE",
                "{value: own.a, lessThan: 5} | own.a | absent | NOT_ELIGIBLE",
                "{code: own.word, oneOf: [X, Y]} | own.word | Z | NOT_ELIGIBLE",
                "{absent: project.works-start} | project.works-start | absent | ELIGIBLE",
                "{absent: project.works-start} | project.works-start | 2026-01-01 | NOT_ELIGIBLE",
                "{given: own.a} | own.a | absent | NOT_ELIGIBLE",
                "{value: 2028-02-29 - 3 years, equals: project.start} | project.start | 2025-02-28 | ELIGIBLE",
                "{value: project.start + 2 weeks, equals: 2026-01-15} | project.start | 2026-01-01 | ELIGIBLE",
                "{value: project.start, atLeast: date - law:subsidy.report.delay} | project.start | 2025-12-15 | ELIGIBLE",
                "{value: request.amount, atMost: 'law:cper.usual-shares[state] * 100 EUR'} | request.amount | 50 EUR | ELIGIBLE",
                "{value: date, lessThan: law:gber.last-day} | own.a | 1 | ELIGIBLE"
            })
    void comparison_isExact(String condition, String fact, String value, Answer expected) {
        assertThat(Sets.answer(condition, fact, value)).isEqualTo(expected);
    }

    @Test
    void comparison_ofHugeNumbers_isExactToo() {
        String condition = "{value: 999999999999999 * own.a, atMost: 999999999999999 * own.b}";
        assertThat(Sets.answer(condition, "own.a", "999999999999998", "own.b", "999999999999999"))
                .isEqualTo(Answer.ELIGIBLE);
        assertThat(Sets.answer(condition, "own.a", "999999999999999", "own.b", "999999999999998"))
                .isEqualTo(Answer.NOT_ELIGIBLE);
    }

    @Test
    void plusMonths_isThatOfTheCalendar() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextInt(-900_000, 900_000));
            int months = random.nextInt(-600, 600);
            assertThat(DayForm.plusMonths(day.toEpochDay(), months))
                    .isEqualTo(day.plusMonths(months).toEpochDay());
        }
    }

    @Test
    void law_withoutValueOnTheDay_leavesTheAnswerOpenAndSaysWhy() {
        RuleSet rules = Sets.rules("{value: request.amount, atMost: law:horizon-europe.rate.csa * project.cost}");
        Facts facts =
                Sets.facts("request.amount", "5 EUR", "project.cost", "10 EUR").at(LocalDate.of(1990, 1, 1));
        Verdict verdict =
                Evaluator.of(rules, LawBase.standard().at(facts.date())).verdict(facts);
        if (LawBase.standard()
                .at(facts.date())
                .find(Kind.SHARE, "horizon-europe.rate.csa")
                .isEmpty()) {
            assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
            assertThat(verdict.missing().deciding()).isEmpty();
            assertThat(ExplanationText.indented(verdict.explanation(), Locale.ENGLISH))
                    .contains("horizon-europe.rate.csa");
        }
    }

    @Test
    void changes_ofSeveralConditions_areNamedTogether() {
        Verdict verdict = Sets.verdict(
                "{all: [{value: request.amount, atMost: 50 EUR}, {given: structure.republican-commitment}, {value: project.start, atLeast: 2026-09-01}, {yes: project.simplified-costs}, {value: own.b, atLeast: 3}]}",
                "request.amount",
                "80 EUR",
                "project.start",
                "2026-01-01",
                "project.simplified-costs",
                "false",
                "own.b",
                "1");
        assertThat(verdict.changes()).hasSize(1);
        assertThat(Sets.plain(verdict.changes().get(0).words().in(Locale.ENGLISH)))
                .isEqualTo(
                        "ask for at most 50.00 €; give the date of the republican-commitment contract; the start of the project: at least 1 Sep 2026;"
                                + " confirm or choose – a simplified cost option is used: yes; B: at least 3 ");
    }

    @Test
    void waiting_pastTheEndOfTheRuleSet_isNoRemedy() {
        String head =
                "id: x\nversion: 1\ntitle: {fr: a, en: a}\nvalidTo: 2026-12-31\nreferences: [x]\nsource: x\nconfidence: PARTIAL\n";
        RuleSet rules = RuleSet.parse(head + "conditions: {value: date, atLeast: 2027-01-01}", LawBase.standard())
                .get();
        Verdict verdict = Evaluator.of(rules, LawBase.standard().at(Sets.DAY)).verdict(Facts.on(Sets.DAY));
        assertThat(verdict.isInForce()).isTrue();
        assertThat(verdict.changes()).isEmpty();
        Verdict late = Evaluator.of(rules, LawBase.standard().at(LocalDate.of(2027, 1, 1)))
                .verdict(Facts.on(LocalDate.of(2027, 1, 1)));
        assertThat(late.isInForce()).isFalse();
        assertThat(late.answer()).isEqualTo(Answer.ELIGIBLE);
    }

    @Test
    void fixedFacts_areNotAdvisedToChange() {
        assertThat(Sets.verdict("{no: own.c}", "own.c", "true").changes()).isEmpty();
        assertThat(Sets.verdict("{value: structure.staff, atMost: 5}", "structure.staff", "6")
                        .changes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request.amount | 80000.50 EUR",
                "structure.staff | 12",
                "own.share | 1/3",
                "date | 2026-01-31",
                "own.c | true",
                "own.word | Y",
                "project.territory | REG-84, DEP-01",
                "structure.labels | POLE V 2023-01-01/2026-12-31; REGIONAL",
                "structure.labels | none",
                "structure.aid.deminimis | 2023-07-01 100000.00 EUR; 2024-05-10 120000.00 EUR",
                "structure.aid.deminimis | none",
                "own.a | absent"
            })
    void value_writtenAndRead_isTheSame(String id, String text) {
        Fact fact = Sets.rules("{given: own.a}").catalogue().find(id).orElseThrow();
        FactValue value = FactText.read(fact, text).get();
        assertThat(FactText.write(value)).isEqualTo(text);
        assertThat(FactText.read(fact, FactText.write(value)).get()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request.amount | much",
                "structure.staff | 12 months",
                "own.share | half",
                "date | 2026-13-01",
                "own.c | maybe",
                "own.word | Q",
                "project.territory | REG-99",
                "structure.labels | NOTHING",
                "structure.aid.deminimis | yesterday 5 EUR",
                "own.share | 1/0"
            })
    void value_thatIsNone_isRefused(String id, String text) {
        Fact fact = Sets.rules("{given: own.a}").catalogue().find(id).orElseThrow();
        assertThat(FactText.read(fact, text).findings().get(0).code()).isEqualTo("ELIG-VALUE-BAD");
    }

    @Test
    void decision_isReplayedAsItWasMade() {
        RuleSet rules = Sets.rules("{value: request.amount, atMost: law:deminimis.ceiling.general}");
        Facts facts = Sets.facts("request.amount", "400000 EUR", "structure.labels", "none");
        Decision decision = Evaluator.of(rules, LawBase.standard().at(facts.date()))
                .verdict(facts)
                .decision();
        Reading<Verdict> replay = decision.replay(rules, LawBase.standard());
        assertThat(replay.findings()).isEmpty();
        assertThat(replay.get().answer()).isEqualTo(Answer.NOT_ELIGIBLE);
        assertThat(replay.get().decision()).isEqualTo(decision);
        RuleSet other = Sets.rules("{value: request.amount, atMost: 1 EUR}");
        assertThat(decision.replay(other, LawBase.standard()).findings().get(0).code())
                .isEqualTo("ELIG-REPLAY-DOCUMENT");
        Decision wrong = new Decision(
                decision.rules(),
                decision.version(),
                decision.sha256(),
                decision.facts(),
                decision.law(),
                Answer.ELIGIBLE);
        assertThat(wrong.replay(rules, LawBase.standard()).findings().get(0).code())
                .isEqualTo("ELIG-REPLAY-ANSWER");
        Map<String, RuleReference> law = new TreeMap<>();
        law.put("law:gone", decision.law().values().iterator().next());
        Decision old = new Decision(
                decision.rules(), decision.version(), decision.sha256(), decision.facts(), law, decision.answer());
        assertThat(old.replay(rules, LawBase.standard()).findings().get(0).code())
                .isEqualTo("ELIG-REPLAY-LAW");
    }

    @Test
    void diff_saysWhatChangedInWords() {
        RuleSet old = Sets.rules(
                "{all: [{id: a, value: request.amount, atMost: 80 % * project.cost}, {id: b, given: own.a}, {id: c, given: own.b}]}");
        RuleSet now = Sets.rules(
                "{all: [{id: a, value: request.amount, atMost: 60 % * project.cost}, {id: c, given: own.b, label: {fr: x, en: x}}, {id: d, yes: own.c}]}");
        RuleSetDiff diff = RuleSetDiff.of(old, now);
        assertThat(diff.changes())
                .extracting(RuleSetDiff.Change::kind)
                .containsExactly(
                        RuleSetDiff.Kind.CHANGED,
                        RuleSetDiff.Kind.REWORDED,
                        RuleSetDiff.Kind.ADDED,
                        RuleSetDiff.Kind.REMOVED);
        assertThat(diff.changes().get(0).words().in(Locale.ENGLISH))
                .contains("at most 80% × the total cost", "at most 60% ×");
        assertThat(RuleSetDiff.of(old, old).changes()).isEmpty();
    }

    @Test
    void cases_thatDiffer_areFindingsWithTheirPlace() throws Exception {
        String text =
                "cases:\n- {name: one, date: 2026-01-01, facts: {own.a: 9}, expect: ELIGIBLE, failing: [x], missing: [own.b]}\n"
                        + "- {name: two, date: 2026-01-01, facts: {own.q: 9, own.a: no}, expect: ELIGIBLE}\n";
        RuleCases cases = RuleCases.read("c", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .get();
        List<RuleCases.Outcome> outcomes =
                cases.run(Sets.rules("{id: low, value: own.a, atMost: 5}"), LawBase.standard());
        assertThat(outcomes.get(0).findings())
                .extracting(f -> f.code())
                .containsExactly("ELIG-CASE-ANSWER", "ELIG-CASE-FAILING", "ELIG-CASE-MISSING");
        assertThat(outcomes.get(0).findings().get(0).place().line()).isEqualTo(2);
        assertThat(outcomes.get(1).findings())
                .extracting(f -> f.code())
                .containsExactlyInAnyOrder("ELIG-FACT-UNKNOWN", "ELIG-VALUE-BAD");
        assertThat(RuleCases.read(
                                "c",
                                new ByteArrayInputStream("cases: [{name: x}]\nodd: 1".getBytes(StandardCharsets.UTF_8)))
                        .isRead())
                .isFalse();
    }

    private static Money euros(long amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static Portfolio portfolio() {
        StructureId id = new StructureId("s");
        Structure structure = Structure.builder(id, "S")
                .kind(StructureKind.ASSOCIATION)
                .created(LocalDate.of(2010, 1, 1))
                .addRegion(new RegionStay("84", new DateWindow(null, null)))
                .build();
        Grant aid = Grant.builder(new GrantId("g1"), id)
                .state(GrantState.AWARDED)
                .regimes(List.of(new Regime(RegimeKind.DE_MINIMIS, null, null, null)))
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, euros(100_000), null, null)))
                .dates(GrantDates.builder().decision(LocalDate.of(2024, 5, 10)).build())
                .evidence(List.of(new Evidence("Contrat d’engagement républicain", LocalDate.of(2024, 1, 1), null)))
                .build();
        Grant request = Grant.builder(new GrantId("g2"), id)
                .state(GrantState.REQUESTED)
                .regimes(List.of(new Regime(RegimeKind.DE_MINIMIS, null, null, null)))
                .amounts(List.of(new StagedAmount(AmountStage.REQUESTED, euros(60_000), null, null)))
                .build();
        Project project = Project.builder(new ProjectId("p"), "P")
                .window(DateWindow.of(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31)))
                .costs(List.of(new ProjectCost("staff", euros(100_000), euros(100_000), null)))
                .funding(List.of(
                        new FundingLine(FundingKind.PUBLIC, "Region", null, null, euros(50_000), true),
                        new FundingLine(FundingKind.PUBLIC, "this", null, new GrantId("g2"), euros(60_000), false),
                        new FundingLine(FundingKind.OWN, "own", null, null, euros(10_000), true)))
                .build();
        Call open = Call.builder(new CallId("open"), "Open")
                .state(CallState.OPEN)
                .closes(LocalDate.of(2026, 9, 30))
                .rate(Fraction.percent(80))
                .maximum(euros(70_000))
                .build();
        Call closed = Call.builder(new CallId("closed"), "Closed")
                .state(CallState.CLOSED)
                .build();
        Call plain =
                Call.builder(new CallId("plain"), "Plain").state(CallState.OPEN).build();
        return Portfolio.of(List.of(structure, aid, request, project, open, closed, plain));
    }

    @Test
    void portfolioFacts_areWhatIsWrittenDown_withTheirRecords() {
        Portfolio portfolio = portfolio();
        Facts facts = PortfolioFacts.of(
                portfolio.structures().get(0),
                portfolio.projects().get(0),
                portfolio.grant(new GrantId("g2")).orElseThrow(),
                portfolio.call(new CallId("open")).orElseThrow(),
                portfolio,
                Sets.DAY);
        assertThat(text(facts, "structure.aid.deminimis")).isEqualTo("2024-05-10 100000.00 EUR");
        assertThat(text(facts, "request.amount")).isEqualTo("60000.00 EUR");
        assertThat(text(facts, "project.public-funding")).isEqualTo("50000.00 EUR");
        assertThat(text(facts, "project.eligible-cost")).isEqualTo("100000.00 EUR");
        assertThat(text(facts, "structure.republican-commitment")).isEqualTo("2024-01-01");
        assertThat(text(facts, "structure.seat")).isEqualTo("REG-84");
        assertThat(text(facts, "call.rate")).isEqualTo("4/5");
        assertThat(facts.find("structure.labels")).isEmpty();
        assertThat(facts.find("project.territory")).isEmpty();
        assertThat(facts.find("request.amount").orElseThrow().source()).isEqualTo("g2");
        Facts lyon = facts.with(
                "project.territory",
                FactText.read(FactCatalogue.standard().find("project.territory").orElseThrow(), "DEP-69")
                        .get(),
                "");
        assertThat(text(PortfolioFacts.derived(lyon), "project.region-category"))
                .isEqualTo("MORE_DEVELOPED");
        Facts mixed = facts.with(
                "project.territory",
                FactText.read(FactCatalogue.standard().find("project.territory").orElseThrow(), "REG-84")
                        .get(),
                "");
        assertThat(PortfolioFacts.derived(mixed).find("project.region-category"))
                .isEmpty();
    }

    private static String text(Facts facts, String id) {
        return FactText.write(facts.find(id).orElseThrow().value());
    }

    @Test
    void matching_ranksCalls_andSaysWhatStackingBreaks() {
        Portfolio portfolio = portfolio();
        String head =
                "version: 1\ntitle: {fr: a, en: a}\nreferences: [x]\nsource: x\nconfidence: PARTIAL\nconditions: ";
        LawBase laws = LawBase.standard();
        RuleSet yes = RuleSet.parse(
                        "id: yes\ncalls: [open, closed]\n" + head + "{value: request.amount, atMost: 60000 EUR}", laws)
                .get();
        RuleSet unknown = RuleSet.parse("id: unknown\n" + head + "{given: structure.staff}", laws)
                .get();
        RuleSet no = RuleSet.parse("id: no\n" + head + "{value: request.amount, atMost: 1 EUR}", laws)
                .get();
        Matching matching = Matching.of(
                new Matching.Question(portfolio, portfolio.structures().get(0))
                        .project(portfolio.projects().get(0))
                        .grant(portfolio.grant(new GrantId("g2")).orElseThrow())
                        .facts(Facts.on(Sets.DAY)),
                new RuleLibrary(List.of(no, unknown, yes)),
                laws,
                Sets.DAY);
        assertThat(matching.matches())
                .extracting(m -> m.call()
                        .map(c -> c.id().value())
                        .orElse(m.verdict().map(v -> v.rules().id()).orElse("")))
                .containsExactly("open", "unknown", "no", "closed", "plain");
        assertThat(matching.stacking().broken()).hasSize(1);
        assertThat(Sets.plain(matching.stacking().broken().get(0).in(Locale.ENGLISH)))
                .startsWith("110,000.00 € of public money exceed the ceiling of 100,000.00 €");
        assertThat(matching.stacking().total().check()).isEmpty();
    }

    @Test
    void facts_refuseWhatCannotBe() {
        assertThatThrownBy(() -> Facts.on(Sets.DAY).without(Facts.DATE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Facts.on(Sets.DAY).with(Facts.DATE, new FactValue.Absent(), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FactRow.of(
                        FactCatalogue.standard(),
                        Facts.on(Sets.DAY).with("request.amount", new FactValue.Count(1), "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FactCatalogue.standard().position("nothing"))
                .isInstanceOf(IllegalArgumentException.class);
        FactRow row = FactRow.of(FactCatalogue.standard(), Sets.facts("request.amount", "5 EUR"));
        row.forget(FactCatalogue.standard().position("request.amount"));
        RuleSet rules = Sets.rules("{value: request.amount, atMost: 5 EUR}");
        assertThat(Evaluator.of(rules, LawBase.standard().at(Sets.DAY)).evaluate(row))
                .isEqualTo(Truth.UNKNOWN);
        row.clear();
        assertThat(Sets.facts("own.a", "1").without("own.a")).isEqualTo(Sets.facts());
    }
}
