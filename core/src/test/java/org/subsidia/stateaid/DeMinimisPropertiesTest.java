package org.subsidia.stateaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GroupMembership;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Succession;

/** What holds for any aid. Replay a failure with {@code -Dsubsidia.seed=…}, which the failing test prints. */
class DeMinimisPropertiesTest {
    private static final List<RegimeKind> KINDS = List.of(
            RegimeKind.DE_MINIMIS,
            RegimeKind.DE_MINIMIS,
            RegimeKind.DE_MINIMIS,
            RegimeKind.DE_MINIMIS_SGEI,
            RegimeKind.DE_MINIMIS_AGRICULTURE,
            RegimeKind.DE_MINIMIS_FISHERY,
            RegimeKind.GBER,
            RegimeKind.NO_AID,
            RegimeKind.OTHER);
    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 2200;

    private static void each(int times, BiConsumer<World, Random> property) {
        long seed = Long.getLong("subsidia.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            try {
                property.accept(new World(random), random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
    }

    /** Three structures, groups that come and go, a merger or division, random aid. */
    private static final class World {
        private final List<PortfolioRecord> structures = new ArrayList<>();
        private final List<Grant> grants = new ArrayList<>();
        private final Random random;

        World(Random random) {
            this.random = random;
            for (int i = 0; i < 3; i++) {
                Structure.Builder structure = Structure.builder(id(i), "Structure " + i);
                if (random.nextInt(4) > 0) {
                    structure.fiscalYearEnd(random.nextBoolean() ? MonthDay.of(12, 31) : MonthDay.of(8, 31));
                }
                if (random.nextBoolean()) {
                    LocalDate first = day();
                    structure.addGroup(new GroupMembership(
                            "G",
                            new DateWindow(first, random.nextBoolean() ? null : first.plusDays(random.nextInt(900)))));
                }
                if (i > 0 && random.nextInt(3) == 0) {
                    structure.addSuccession(Succession.division(id(0), day(), Fraction.of(1 + random.nextInt(3), 3)));
                }
                structures.add(structure.build());
            }
            int count = random.nextInt(8);
            for (int i = 0; i < count; i++) {
                grants.add(grant("g" + i));
            }
        }

        static StructureId id(int i) {
            return new StructureId("s" + i);
        }

        LocalDate day() {
            // many days at the ends of February and of years
            LocalDate day = START.plusDays(random.nextInt(DAYS));
            return switch (random.nextInt(4)) {
                case 0 -> LocalDate.of(day.getYear(), 2, 28).plusDays(random.nextInt(2));
                case 1 -> LocalDate.of(day.getYear(), 12, 31).plusDays(random.nextInt(2));
                default -> day;
            };
        }

        Grant grant(String id) {
            Grant.Builder grant = AidCase.grant(
                    id, id(random.nextInt(3)), day().toString(), Integer.toString(1 + random.nextInt(120_000)));
            RegimeKind kind = KINDS.get(random.nextInt(KINDS.size()));
            if (random.nextInt(12) > 0) {
                grant.regimes(List.of(AidCase.regime(kind)));
            }
            return random.nextInt(25) == 0 ? grant.dates(GrantDates.NONE).build() : grant.build();
        }

        DeMinimis aid(List<Grant> given) {
            List<PortfolioRecord> all = new ArrayList<>(structures);
            all.addAll(given);
            Portfolio portfolio = Portfolio.of(all);
            return DeMinimis.of(portfolio, portfolio.structure(id(0)).orElseThrow(), LawBase.standard());
        }

        DeMinimisRule rule() {
            return DeMinimisRule.values()[random.nextInt(4)];
        }
    }

    private static Money least(Explanation figure) {
        return Amounts.of(figure).orElse(Money.of(CurrencyUnit.EUR, -1_000_000_000));
    }

    @Test
    void addingAid_neverRaisesHeadroom() {
        each(600, (world, random) -> {
            List<Grant> more = new ArrayList<>(world.grants);
            more.add(world.grant("new"));
            DeMinimisRule rule = world.rule();
            LocalDate day = world.day();
            Headroom before = world.aid(world.grants).headroom(rule, day);
            Headroom after = world.aid(more).headroom(rule, day);
            assertThat(least(after.most()).isGreaterThan(least(before.most()))).isFalse();
            assertThat(least(after.prudent()).isGreaterThan(least(before.prudent())))
                    .isFalse();
            assertThat(after.prudent().check()).isEmpty();
            assertThat(after.most().check()).isEmpty();
        });
    }

    @Test
    void orderOfAwards_doesNotMatter() {
        each(300, (world, random) -> {
            List<Grant> other = new ArrayList<>(world.grants);
            Collections.shuffle(other, random);
            DeMinimisRule rule = world.rule();
            LocalDate day = world.day();
            assertThat(world.aid(other).headroom(rule, day))
                    .isEqualTo(world.aid(world.grants).headroom(rule, day));
        });
    }

    @Test
    void splittingAnAward_changesNothing() {
        each(300, (world, random) -> {
            List<Grant> split = new ArrayList<>();
            for (Grant grant : world.grants) {
                Money whole = grant.amounts().get(0).amount();
                Money part = whole.dividedBy(3, RoundingMode.DOWN);
                split.add(with(grant, grant.id().value(), part));
                split.add(with(grant, grant.id().value() + "b", whole.minus(part)));
            }
            DeMinimisRule rule = world.rule();
            LocalDate day = world.day();
            Headroom one = world.aid(world.grants).headroom(rule, day);
            Headroom two = world.aid(split).headroom(rule, day);
            assertThat(two.sameAmounts(one)).isTrue();
        });
    }

    private static Grant with(Grant grant, String id, Money amount) {
        return grant.toBuilder()
                .id(new GrantId(id))
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, amount, null, null)))
                .build();
    }

    @Test
    void timeline_isTheHeadroomOfEveryDay() {
        each(12, (world, random) -> {
            DeMinimis aid = world.aid(world.grants);
            DeMinimisRule rule = world.rule();
            LocalDate first = START.plusDays(random.nextInt(1500));
            LocalDate last = first.plusDays(500 + random.nextInt(900));
            List<HeadroomStep> steps = aid.timeline(rule, first, last);
            int at = 0;
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                if (day.isAfter(steps.get(at).last())) {
                    at++;
                    assertThat(steps.get(at).first()).isEqualTo(day);
                }
                assertThat(aid.headroom(rule, day).sameAmounts(steps.get(at).headroom()))
                        .as("%s on %s: %s", rule, day, steps)
                        .isTrue();
            }
            assertThat(at).isEqualTo(steps.size() - 1);
            Map<String, Explanation> counted =
                    new TreeMap<>(AidPassage.counted(steps.get(0).headroom()));
            for (HeadroomStep step : steps) {
                for (AidPassage passage : step.passages()) {
                    String id = passage.aid().records().get(0);
                    assertThat(passage.enters() ? counted.put(id, passage.aid()) == null : counted.remove(id) != null)
                            .as("%s enters or leaves once: %s", id, step)
                            .isTrue();
                }
                assertThat(counted.keySet())
                        .isEqualTo(AidPassage.counted(step.headroom()).keySet());
            }
        });
    }

    @Test
    void relief_isTheFirstDayOnWhichTheAmountFits() {
        each(15, (world, random) -> {
            DeMinimis aid = world.aid(world.grants);
            DeMinimisRule rule = world.rule();
            LocalDate day = world.day();
            Money asked = Money.of(CurrencyUnit.EUR, 1 + random.nextInt(320_000));
            DeMinimisVerdict verdict = aid.ask(rule, day, asked);
            if (verdict.answer() == AidAnswer.YES) {
                assertThat(verdict.from()).isNull();
                return;
            }
            LocalDate found = verdict.from();
            LocalDate end = found == null ? LocalDate.of(2030, 12, 31) : found.minusDays(1);
            for (LocalDate next = day.plusDays(1); !next.isAfter(end); next = next.plusDays(1)) {
                assertThat(aid.headroom(rule, next).holds(asked)).isNotEqualTo(AidAnswer.YES);
            }
            if (found != null) {
                assertThat(aid.headroom(rule, found).holds(asked)).isEqualTo(AidAnswer.YES);
            }
        });
    }
}
