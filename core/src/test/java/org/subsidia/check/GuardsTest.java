package org.subsidia.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.check.Case.day;
import static org.subsidia.check.Case.eur;
import static org.subsidia.check.Case.grant;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.portfolio.schedule.ScheduleTemplate;
import org.subsidia.portfolio.schedule.ScheduleTemplates;

class GuardsTest {

    /** An embedder's guard: it finds every structure. */
    public static final class EveryStructure implements Guard {
        @Override
        public String id() {
            return "X-ALL";
        }

        @Override
        public Message title() {
            return Message.of("CHECK-TITLE-ID");
        }

        @Override
        public List<Checked> check(GuardContext context) {
            return context.structures().stream()
                    .map(structure -> Checked.of(
                            id(),
                            Finding.info(Place.record(structure.id().value()), "CHECK-LVL-UNKNOWN", "x", 1),
                            Explanation.leaf(title(), new Value.Statement(title()))))
                    .toList();
        }
    }

    @Test
    void standard_ids_areUniqueAndTitled() {
        List<Guard> guards = Guards.standard().all();
        assertThat(guards.stream().map(Guard::id)).doesNotHaveDuplicates().hasSize(32);
        assertThat(guards.stream().map(Guard::id))
                .contains(
                        "G-CONV", "G-CRF", "G-60J", "G-CAC", "G-75K", "G-CA", "G-INC", "G-ELIG", "G-LBL", "G-ID",
                        "G-PUB", "G-N3", "G-UNV");
        guards.forEach(guard -> {
            assertThat(guard.title().in(Locale.FRENCH)).isNotBlank();
            assertThat(guard.title().in(Locale.ENGLISH)).isNotBlank();
        });
    }

    @Test
    void check_emptyOrBlamelessPortfolio_findsNothing() {
        GuardContext empty = GuardContext.of(Portfolio.empty(), LawBase.standard(), day("2026-06-01"));
        assertThat(Guards.standard().check(empty)).isEmpty();
        Case good = new Case()
                .add(grant("a", "20000")
                        .dates(GrantDates.builder()
                                .request(day("2025-10-01"))
                                .decision(day("2026-01-15"))
                                .notification(day("2026-01-20"))
                                .build())
                        .addReceipt(new Receipt("r", day("2026-03-01"), eur("20000"), null, null)));
        assertThat(Guards.standard().check(good.context())).isEmpty();
    }

    @Test
    void check_results_comeMostSevereFirst() {
        Case portfolio = new Case()
                .add(grant("a", "153000"))
                .add(grant("b", "1").addAmount(new StagedAmount(AmountStage.REQUESTED, eur("0.50"), null, null)));
        List<Checked> found = Guards.standard().check(portfolio.context());
        assertThat(found.stream().map(Checked::severity).toList())
                .isSortedAccordingTo((x, y) -> y.compareTo(x))
                .contains(Severity.ERROR, Severity.WARNING);
        assertThat(found.stream().map(Checked::guard)).contains("G-CONV", "G-CAC", "G-75K", "G-GROW");
    }

    @Test
    void check_danglingReference_isNamed() {
        Case portfolio = new Case().add(Grant.builder(new GrantId("x"), new StructureId("gone")));
        List<Checked> found = Guards.standard().check(portfolio.context());
        assertThat(found.stream().map(checked -> checked.finding().code())).contains("PORT-REF-MISSING");
    }

    @Test
    void check_unverifiedRule_isSaidOnceForAllResults() {
        Grant.Builder early = grant("a", "10")
                .addRegime(new Regime(RegimeKind.GBER, null, "27", null))
                .dates(GrantDates.builder()
                        .request(day("2026-01-02"))
                        .worksStart(day("2026-01-01"))
                        .build());
        Case portfolio = new Case().add(early).add(early.id(new GrantId("b")));
        List<Checked> notes = Guards.standard().check(portfolio.context()).stream()
                .filter(checked -> checked.guard().equals("G-UNV"))
                .toList();
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).severity()).isEqualTo(Severity.INFO);
        assertThat(notes.get(0).finding().message().in(Locale.ENGLISH))
                .startsWith("2 results depend on the rule incentive-effect.request-before-start");
    }

    @Test
    void plusAndWithout_changeTheList() {
        Guards guards = Guards.of(List.of(new IdentifierGuard())).plus(new EveryStructure());
        assertThat(guards.all().stream().map(Guard::id)).containsExactly("G-ID", "X-ALL");
        assertThat(guards.plus(new EveryStructure()).all()).hasSize(2);
        assertThat(guards.without(Set.of("G-ID")).check(new Case().context())).hasSize(1);
    }

    @Test
    void withServices_findsTheEmbeddersGuards(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Guard.class.getName()), EveryStructure.class.getName(), StandardCharsets.UTF_8);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, GuardsTest.class.getClassLoader())) {
            Guards guards = Guards.withServices(loader);
            assertThat(guards.all()).hasSize(Guards.standard().all().size() + 1);
            assertThat(guards.check(new Case().context()).stream().map(Checked::guard))
                    .contains("X-ALL");
        }
        assertThat(Guards.withServices(GuardsTest.class.getClassLoader()).all())
                .hasSameSizeAs(Guards.standard().all());
    }

    @Test
    void only_oneStructure_leavesTheOthersOut() {
        StructureId other = new StructureId("t");
        Case portfolio = new Case()
                .add(Structure.builder(other, "Autre").siren("1").build())
                .add(grant("a", "50000"));
        GuardContext context = portfolio.context();
        assertThat(context.isWhole()).isTrue();
        assertThat(Guards.standard().check(context.only(other)).stream().map(Checked::guard))
                .containsExactly("G-ID");
        assertThat(Guards.standard().check(context.only(Case.S)).stream().map(Checked::guard))
                .containsOnly("G-CONV");
    }

    /** Whatever is in a portfolio: no guard fails, and every explanation adds up and can be written. */
    @Test
    void check_randomPortfolios_neverFailAndAddUp() {
        long seed = 20260802;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            Case portfolio = new Case();
            for (int g = 0; g < 12; g++) {
                portfolio.add(random("g" + g, random));
            }
            for (Checked checked : Guards.standard().check(portfolio.context())) {
                String where = "seed " + seed + ", round " + round + ": " + checked.finding();
                assertThat(checked.explanation().check()).as(where).isEmpty();
                assertThat(checked.finding().message().in(Locale.FRENCH))
                        .as(where)
                        .isNotBlank();
                checked.quickFix()
                        .ifPresent(fix -> assertThat(portfolio.portfolio().check(fix.edit()))
                                .as(where)
                                .isEmpty());
            }
        }
    }

    private static PortfolioRecord random(String id, SplittableRandom random) {
        GrantState[] states = GrantState.values();
        FunderLevel[] levels = FunderLevel.values();
        Money award = Money.ofMinor(CurrencyUnit.EUR, random.nextLong(20_000_000));
        Grant.Builder grant = Grant.builder(new GrantId(id), Case.S)
                .state(states[random.nextInt(states.length)])
                .payer(Case.funder(levels[random.nextInt(levels.length)]))
                .decisionMaker(random.nextBoolean() ? Case.funder(levels[random.nextInt(levels.length)]) : null)
                .fiscalYear(random.nextBoolean() ? 2024 + random.nextInt(4) : null)
                .rate(random.nextBoolean() ? Fraction.of(random.nextInt(13), 10) : null)
                .eligibleBase(
                        random.nextBoolean() ? Money.ofMinor(CurrencyUnit.EUR, random.nextLong(40_000_000)) : null)
                .maximum(random.nextBoolean() ? award.plus(1) : null)
                .dates(GrantDates.builder()
                        .request(date(random))
                        .decision(date(random))
                        .notification(date(random))
                        .convention(date(random))
                        .start(date(random))
                        .end(date(random))
                        .reported(date(random))
                        .worksStart(date(random))
                        .build())
                .eligibility(new DateWindow(date(random), date(random)));
        for (AmountStage stage : AmountStage.values()) {
            if (random.nextInt(3) == 0) {
                grant.addAmount(new StagedAmount(stage, award.plus(random.nextInt(3) - 1), date(random), null));
            }
        }
        List<ScheduleTemplate> templates = new ArrayList<>(ScheduleTemplates.all());
        templates
                .get(random.nextInt(templates.size()))
                .steps(grant.build(), Locale.FRENCH)
                .value()
                .filter(steps -> random.nextBoolean())
                .ifPresent(grant::schedule);
        for (int i = random.nextInt(3); i > 0; i--) {
            Money cost = Money.ofMinor(CurrencyUnit.EUR, random.nextLong(10_000_000));
            ExpenditureLine line = new ExpenditureLine("x", date(random), cost, null, null, null);
            grant.addClaim(new Claim(
                    "c" + i,
                    i == 1 ? ClaimKind.FINAL : ClaimKind.INTERIM,
                    date(random),
                    cost,
                    date(random),
                    random.nextBoolean() ? cost.plus(random.nextInt(2)) : null,
                    List.of(line),
                    null));
            grant.addReceipt(new Receipt("r" + i, day("2026-01-01").plusDays(random.nextInt(300)), cost, null, null));
            grant.addYearLine(new YearLine(YearLineKind.values()[random.nextInt(3)], 2025 + i, cost));
        }
        return grant.build();
    }

    private static @Nullable LocalDate date(SplittableRandom random) {
        return random.nextInt(3) == 0 ? null : day("2024-06-01").plusDays(random.nextInt(900));
    }
}
