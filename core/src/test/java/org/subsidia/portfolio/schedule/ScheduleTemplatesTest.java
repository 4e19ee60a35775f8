package org.subsidia.portfolio.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;

class ScheduleTemplatesTest {
    private static Grant.Builder grant(long euros) {
        return Grant.builder(new GrantId("g"), new StructureId("s"))
                .fiscalYear(2026)
                .rate(Fraction.percent(60))
                .addAmount(new StagedAmount(AmountStage.AWARDED, Money.of(CurrencyUnit.EUR, euros), null, null));
    }

    private static List<ScheduleStep> steps(String id, Grant grant) {
        Reading<List<ScheduleStep>> reading =
                ScheduleTemplates.find(id).orElseThrow().steps(grant, Locale.FRENCH);
        assertThat(reading.findings()).isEmpty();
        return reading.get();
    }

    @Test
    void all_laidOverAGrant_addUpToTheAward() {
        Grant grant = grant(100_003).build();
        for (ScheduleTemplate template : ScheduleTemplates.all()) {
            List<ScheduleStep> steps = steps(template.id(), grant);
            PaymentSchedule schedule =
                    ScheduleEngine.of(grant.toBuilder().schedule(steps).build(), LocalDate.of(2026, 1, 1));
            Money sum = Money.total(schedule.steps().stream()
                    .map(step -> Amounts.of(step.expected()).orElseThrow())
                    .toList());
            assertThat(sum).as(template.id()).isEqualTo(Money.of(CurrencyUnit.EUR, 100_003));
            assertThat(template.name().in(Locale.FRENCH))
                    .isNotEqualTo(template.name().in(Locale.ENGLISH));
            assertThat(template.source().text()).isNotBlank();
        }
    }

    @Test
    void all_named_areThePracticesKnown() {
        assertThat(ScheduleTemplates.all().stream().map(ScheduleTemplate::id))
                .containsExactly(
                        "50-30-20",
                        "80-20",
                        "cpo-yearly",
                        "works-10-10-40-40",
                        "two-halves",
                        "state-investment",
                        "erdf-2021-2027",
                        "by-threshold");
        assertThat(ScheduleTemplates.find("none")).isEmpty();
    }

    @Test
    void steps_ofAYearlyAgreement_needTheYear() {
        assertThat(steps("cpo-yearly", grant(1_000).build()).get(0).trigger())
                .isEqualTo(new Trigger.OnDate(LocalDate.of(2026, 3, 31)));
        Reading<List<ScheduleStep>> without = ScheduleTemplates.find("cpo-yearly")
                .orElseThrow()
                .steps(grant(1_000).fiscalYear(null).build(), Locale.FRENCH);
        assertThat(without.findings().stream().map(Finding::code)).containsExactly("SCHED-TEMPLATE-NOYEAR");
    }

    @Test
    void steps_byThreshold_dependOnTheAward() {
        assertThat(steps("by-threshold", grant(23_000).build())).hasSize(1);
        assertThat(steps("by-threshold", grant(23_001).build())).hasSize(3);
        Grant none = Grant.builder(new GrantId("g"), new StructureId("s")).build();
        assertThat(ScheduleTemplates.find("by-threshold").orElseThrow().steps(none, Locale.FRENCH).findings().stream()
                        .map(Finding::code))
                .containsExactly("SCHED-TEMPLATE-NOAWARD");
    }

    @Test
    void steps_withAnAdvance_stayWithinItsLimit() {
        ScheduleTemplate european = ScheduleTemplates.find("erdf-2021-2027").orElseThrow();
        assertThat(steps("erdf-2021-2027", grant(100_000).build())).hasSize(2);
        List<ScheduleStep> most = european.steps(grant(100_000).build(), Locale.ENGLISH, Fraction.percent(30))
                .get();
        assertThat(most).hasSize(3);
        assertThat(most.get(0).name()).isEqualTo("advance");
        assertThat(most.get(0).portion()).isEqualTo(new Portion.OfAward(Fraction.percent(30)));
        Reading<List<ScheduleStep>> over =
                european.steps(grant(100_000).build(), Locale.ENGLISH, Fraction.of(301, 1000));
        assertThat(over.isRead()).isFalse();
        assertThat(over.findings().get(0).message().in(Locale.ENGLISH)).contains("30%", "30.1%");
    }

    @Test
    void steps_minimumOfSpending_becomesAPaymentByTheRate() {
        ScheduleStep interim = steps("erdf-2021-2027", grant(100_000).build()).get(0);
        assertThat(interim.minimum()).isEqualTo(Money.of(CurrencyUnit.EUR, 18_000));
        assertThat(interim.minimumShare()).isEqualTo(Fraction.percent(30));
        Reading<List<ScheduleStep>> withoutRate = ScheduleTemplates.find("erdf-2021-2027")
                .orElseThrow()
                .steps(grant(100_000).rate(null).build(), Locale.FRENCH);
        assertThat(withoutRate.get().get(0).minimum()).isNull();
        assertThat(withoutRate.findings().stream().map(Finding::code)).containsExactly("SCHED-TEMPLATE-NORATE");
    }
}
