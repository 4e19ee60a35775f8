package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;

class DeadlineTest {
    private static final LawBase BASE = LawBase.standard();
    private static final Law LAW = BASE.at(LocalDate.of(2026, 6, 15));
    private static final HolidayCalendar FRANCE = BASE.calendar(Zone.METROPOLE);

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Deadline counted(Deadline deadline, String rule) {
        Rule<Counting> counting = LAW.counting(rule);
        return deadline.counted(counting.value(), counting.reference()).with(FRANCE);
    }

    private static Deadline civil(String start) {
        return counted(Deadline.from(day(start)), "counting.civil");
    }

    private static Deadline european(String start) {
        return counted(Deadline.from(day(start)), "counting.european");
    }

    private static List<String> french(DueDay due) {
        return due.steps().stream().map(step -> step.in(Locale.FRENCH)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-16, 60d, NONE, 2026-04-17",
        "2026-02-16, 60d, NEXT, 2026-04-17",
        "2026-03-04, 60d, NONE, 2026-05-03",
        "2026-03-04, 60d, NEXT, 2026-05-04",
        "2025-12-31, 6m, NONE, 2026-06-30",
        "2026-08-31, 6m, NONE, 2027-02-28",
        "2026-08-31, 6m, NEXT, 2027-03-01",
        "2027-01-31, 1m, NONE, 2027-02-28",
        "2028-01-31, 1m, NONE, 2028-02-29",
        "2025-12-31, 2m, NONE, 2026-02-28",
        "2025-12-31, 2m, NEXT, 2026-03-02",
        "2026-02-16, 2m, NONE, 2026-04-16",
        "2026-03-03, 1m, NEXT, 2026-04-03",
        "2026-06-30, 80d, NONE, 2026-09-18",
        "2026-04-20, 20wd, NONE, 2026-05-21",
        "2026-03-23, 20wd, NONE, 2026-04-21",
        "2028-02-29, 1y, NONE, 2029-02-28",
        "2028-02-29, 4y, NONE, 2032-02-29",
        "2026-02-16, 2w, NONE, 2026-03-02",
        "2026-02-16, 0d, NEXT, 2026-02-16",
        "2026-02-15, 0d, NEXT, 2026-02-16",
        "2026-02-15, 0wd, NONE, 2026-02-15",
    })
    void due_forward_knownCases(String start, String delay, Roll roll, String end) {
        assertThat(Deadline.from(day(start))
                        .plus(Span.parse(delay))
                        .roll(roll)
                        .with(FRANCE)
                        .due()
                        .date())
                .isEqualTo(end);
    }

    @Test
    void due_alsaceMoselle_goodFridayIsADayOff() {
        HolidayCalendar alsace = BASE.calendar(Zone.ALSACE_MOSELLE);
        assertThat(Deadline.from(day("2026-03-03"))
                        .plus(Span.months(1))
                        .roll(Roll.NEXT)
                        .with(alsace)
                        .due()
                        .date())
                .isEqualTo("2026-04-07");
        assertThat(Deadline.from(day("2026-03-23"))
                        .plus(Span.workingDays(20))
                        .with(alsace)
                        .due()
                        .date())
                .isEqualTo("2026-04-22");
    }

    @Test
    void due_clearDays_endOneDayLater() {
        Deadline deadline =
                Deadline.from(day("2026-02-16")).plus(Span.months(2)).clearDays();
        assertThat(deadline.due().date()).isEqualTo("2026-04-17");
        assertThat(french(deadline.due()))
                .contains("Jours francs : le dernier jour n’est pas compté non plus, d’où le 17/04/2026.");
        assertThat(counted(Deadline.from(day("2026-02-16")).plus(Span.months(2)), "counting.clear-days")
                        .due()
                        .date())
                .isEqualTo("2026-04-17");
    }

    @Test
    void due_clearWorkingDays_endOneWorkingDayLater() {
        Deadline deadline = Deadline.from(day("2026-04-20"))
                .plus(Span.workingDays(4))
                .clearDays()
                .with(FRANCE);
        assertThat(deadline.due().date()).isEqualTo("2026-04-27");
    }

    @Test
    void due_clearDaysBackward_oneDayEarlier() {
        assertThat(Deadline.from(day("2026-06-30"))
                        .minus(Span.days(10))
                        .clearDays()
                        .due()
                        .date())
                .isEqualTo("2026-06-19");
    }

    @Test
    void due_backwardOntoAHoliday_movesBack() {
        DueDay due = Deadline.from(day("2026-05-16"))
                .minus(Span.days(15))
                .roll(Roll.PREVIOUS)
                .with(FRANCE)
                .due();
        assertThat(due.date()).isEqualTo("2026-04-30");
        assertThat(french(due))
                .containsExactly(
                        "Le délai part du 16/05/2026, qui n’est pas compté.",
                        "15 jours avant : le 01/05/2026.",
                        "Le 01/05/2026 est un jour non ouvré : 1er mai.",
                        "Avancé au jour ouvré précédent : le 30/04/2026.");
    }

    @Test
    void due_civilBackward_movesBackToo() {
        assertThat(civil("2026-05-16").minus(Span.days(15)).due().date()).isEqualTo("2026-04-30");
        assertThat(civil("2026-05-16").minus(Span.months(1)).due().date()).isEqualTo("2026-04-16");
        assertThat(civil("2026-05-21").minus(Span.workingDays(20)).due().date()).isEqualTo("2026-04-20");
    }

    @Test
    void due_civilOverALongWeekend_namesEveryDayOff() {
        DueDay due = counted(Deadline.from(day("2026-03-03")).plus(Span.months(1)), "counting.civil")
                .with(BASE.calendar(Zone.ALSACE_MOSELLE))
                .due();
        assertThat(due.date()).isEqualTo("2026-04-07");
        assertThat(due.steps().stream().map(s -> s.in(Locale.ENGLISH)))
                .containsExactly(
                        "The delay starts on 3 Mar 2026, which is not counted.",
                        "1 month later: 3 Apr 2026.",
                        "3 Apr 2026 is not a working day: Good Friday.",
                        "4 Apr 2026 is not a working day: Saturday.",
                        "5 Apr 2026 is not a working day: Sunday.",
                        "6 Apr 2026 is not a working day: Easter Monday.",
                        "Moved to the next working day: 7 Apr 2026.");
    }

    @Test
    void due_workingDays_namesTheHolidaysLeftOut() {
        DueDay due = Deadline.from(day("2026-04-20"))
                .plus(Span.workingDays(20))
                .with(FRANCE)
                .due();
        assertThat(french(due))
                .containsExactly(
                        "Le délai part du 20/04/2026, qui n’est pas compté.",
                        "20 jours ouvrés après : le 21/05/2026.",
                        "Le 01/05/2026 n’est pas compté : 1er mai.",
                        "Le 08/05/2026 n’est pas compté : 8 mai.",
                        "Le 14/05/2026 n’est pas compté : Ascension.");
        assertThat(due.explanation().allRules())
                .extracting(RuleReference::id)
                .containsExactly(
                        "holiday.france.labour-day", "holiday.france.victory-1945", "holiday.france.ascension");
    }

    @Test
    void due_workingDaysBackward_namesTheHolidaysLeftOut() {
        DueDay due = Deadline.from(day("2026-05-18"))
                .minus(Span.workingDays(2))
                .with(FRANCE)
                .due();
        assertThat(due.date()).isEqualTo("2026-05-13");
        assertThat(french(due)).contains("Le 14/05/2026 n’est pas compté : Ascension.");
    }

    @Test
    void due_shortMonth_saysSo() {
        DueDay due = Deadline.from(day("2027-01-31")).plus(Span.months(1)).due();
        assertThat(french(due)).contains("Le mois n’a pas de 31 : son dernier jour, le 28/02/2027, en tient lieu.");
        assertThat(french(Deadline.from(day("2027-01-28")).plus(Span.months(1)).due()))
                .hasSize(2);
    }

    @Test
    void due_endOnADayOffThatDoesNotMove_saysSo() {
        DueDay due = Deadline.from(day("2026-03-04"))
                .plus(Span.days(60))
                .with(FRANCE)
                .due();
        assertThat(due.date()).isEqualTo("2026-05-03");
        assertThat(french(due))
                .contains("Le 03/05/2026 est un jour non ouvré (dimanche), mais l’échéance n’est pas reportée.");
    }

    @ParameterizedTest
    @CsvSource({
        // two days from a Friday are Saturday and Sunday: they become Monday and Tuesday
        "2026-06-05, 2d, 2026-06-09",
        "2026-06-05, 3d, 2026-06-09",
        "2026-06-05, 4d, 2026-06-09",
        "2026-06-05, 5d, 2026-06-10",
        // one day is too short for the minimum: only the end moves
        "2026-06-05, 1d, 2026-06-08",
        "2026-06-01, 2d, 2026-06-03",
        // Good Friday 2026 is worked in general, Easter Monday is not
        "2026-04-02, 3d, 2026-04-07",
        "2026-04-03, 2d, 2026-04-08",
        "2026-06-30, 80d, 2026-09-18",
        "2026-06-05, 1w, 2026-06-12",
    })
    void due_european_holdsAtLeastTwoWorkingDays(String start, String delay, String end) {
        assertThat(european(start).plus(Span.parse(delay)).due().date()).isEqualTo(end);
    }

    @Test
    void due_europeanBackward_isNotMoved() {
        assertThat(european("2026-05-16").minus(Span.days(15)).due().date()).isEqualTo("2026-05-01");
        assertThat(european("2026-06-08").minus(Span.days(2)).due().date()).isEqualTo("2026-06-04");
    }

    @Test
    void due_european_carriesTheDoubtfulRule() {
        DueDay due = european("2026-06-05").plus(Span.days(2)).due();
        assertThat(due.explanation().doubtfulRules())
                .extracting(RuleReference::id)
                .containsExactly("counting.european");
        assertThat(french(due)).contains("Le délai doit contenir au moins 2 jours ouvrés : il va jusqu’au 09/06/2026.");
    }

    @Test
    void due_explanation_hasTheDateAndOneChildAStep() {
        Rule<Span> delay = LAW.period("subsidy.payment.delay");
        DueDay due = civil("2026-03-04")
                .plus(delay.value())
                .because(delay.reference())
                .due();
        assertThat(due.explanation().value()).isEqualTo(new Value.Day(day("2026-05-04")));
        assertThat(due.explanation().label().in(Locale.FRENCH)).isEqualTo("Échéance : 60 jours après le 04/03/2026");
        assertThat(due.explanation().children())
                .extracting(child -> child.label())
                .isEqualTo(due.steps());
        assertThat(due.explanation().rules())
                .extracting(RuleReference::id)
                .containsExactly("counting.civil", "subsidy.payment.delay");
        assertThat(due.explanation().check()).isEmpty();
        assertThat(civil("2026-03-04")
                        .minus(Span.days(1))
                        .due()
                        .explanation()
                        .label()
                        .in(Locale.ENGLISH))
                .isEqualTo("Deadline: 1 day before 4 Mar 2026");
    }

    @Test
    void due_withoutCalendar_countsPlainDaysOnly() {
        Deadline plain = Deadline.from(day("2026-03-04")).plus(Span.days(60));
        assertThat(plain.due().date()).isEqualTo("2026-05-03");
        assertThatThrownBy(() -> plain.roll(Roll.NEXT).due())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("with(calendar)");
        Deadline working = Deadline.from(day("2026-03-04")).plus(Span.workingDays(1));
        assertThatThrownBy(working::due).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void equals_sameWords_sameDeadline() {
        Deadline one = civil("2026-03-04").plus(Span.days(60));
        assertThat(civil("2026-03-04").plus(Span.days(60))).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one)
                .isNotEqualTo(civil("2026-03-04").minus(Span.days(60)))
                .isNotEqualTo(civil("2026-03-05").plus(Span.days(60)))
                .isNotEqualTo(one.clearDays())
                .hasToString("2026-03-04 + 60d");
        assertThat(one.minus(Span.months(2))).hasToString("2026-03-04 - 2m");
    }

    @Test
    void steps_everySentence_existsInBothLanguages() {
        List<Message> steps =
                european("2026-04-03").plus(Span.days(2)).clearDays().due().steps();
        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            assertThat(step.in(Locale.FRENCH)).doesNotContain("{").isNotEqualTo(step.in(Locale.ENGLISH));
        });
    }
}
