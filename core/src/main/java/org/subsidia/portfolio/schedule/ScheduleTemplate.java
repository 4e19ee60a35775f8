package org.subsidia.portfolio.schedule;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Source;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Trigger;

/**
 * A payment schedule met in practice, to be laid over a grant.
 *
 * @param id its stable name, such as {@code 50-30-20}
 * @param name its name for people
 * @param source where it was read, and how sure it is
 * @param note what else the practice says; null: nothing
 * @param usualAdvance the advance taken unless another is asked for; null: the template has no advance to choose
 * @param mostAdvance the greatest advance that may be asked for; null likewise
 * @param bands the steps by size of the award
 */
public record ScheduleTemplate(
        String id,
        Message name,
        Source source,
        @Nullable Message note,
        @Nullable Fraction usualAdvance,
        @Nullable Fraction mostAdvance,
        List<Band> bands) {

    /** Copies the list. */
    public ScheduleTemplate {
        bands = List.copyOf(bands);
    }

    /**
     * The steps for awards up to an amount.
     *
     * @param upTo the greatest award, included; null: no limit
     * @param steps the steps
     */
    public record Band(@Nullable Money upTo, List<Step> steps) {
        /** Copies the list. */
        public Band {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step that is not yet laid over a grant.
     *
     * @param name its name for people
     * @param role what it is to the funder
     * @param trigger what releases it; null: the day of the year
     * @param day the day of the grant’s accounting year that releases it; null: the trigger
     * @param portion what it pays; null: the advance that is asked for
     * @param cumulativeCap the greatest share paid up to and with it
     * @param deductAdvance whether advances are deducted
     * @param minimum the least payment
     * @param minimumSpending the least spending, from which the least payment follows by the rate
     * @param minimumShare the least payment as a share of the grant
     */
    public record Step(
            Message name,
            StepRole role,
            @Nullable Trigger trigger,
            @Nullable MonthDay day,
            @Nullable Portion portion,
            @Nullable Fraction cumulativeCap,
            boolean deductAdvance,
            @Nullable Money minimum,
            @Nullable Money minimumSpending,
            @Nullable Fraction minimumShare) {}

    /**
     * Lays the template over a grant, with the usual advance.
     *
     * @param grant the grant, whose award, rate and year may matter
     * @param locale the language of the steps' names: French, else English
     * @return the steps, or why they cannot be made; repairs name what was left out
     */
    public Reading<List<ScheduleStep>> steps(Grant grant, Locale locale) {
        return steps(grant, locale, usualAdvance == null ? Fraction.ZERO : usualAdvance);
    }

    /**
     * Lays the template over a grant.
     *
     * @param grant the grant, whose award, rate and year may matter
     * @param locale the language of the steps' names: French, else English
     * @param advance the share of the award paid in advance, 0 to the most that the template allows
     * @return the steps, or why they cannot be made; repairs name what was left out
     */
    public Reading<List<ScheduleStep>> steps(Grant grant, Locale locale, Fraction advance) {
        Place place = Place.record(grant.id().value()).field("schedule");
        Fraction most = mostAdvance == null ? Fraction.ZERO : mostAdvance;
        if (advance.signum() < 0 || advance.compareTo(most) > 0) {
            return Reading.refused(Finding.error(
                    place,
                    "SCHED-TEMPLATE-ADVANCE",
                    name,
                    ScheduleEngine.percent(most),
                    ScheduleEngine.percent(advance)));
        }
        Optional<Band> band = band(grant);
        if (band.isEmpty()) {
            return Reading.refused(Finding.error(place, "SCHED-TEMPLATE-NOAWARD", name));
        }
        List<ScheduleStep> steps = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Step step : band.get().steps()) {
            Trigger trigger = step.trigger() == null ? onDay(step.day(), grant) : step.trigger();
            if (trigger == null) {
                return Reading.refused(Finding.error(place, "SCHED-TEMPLATE-NOYEAR", name));
            }
            Portion portion = step.portion() == null ? new Portion.OfAward(advance) : step.portion();
            if (step.portion() != null || advance.signum() > 0) {
                steps.add(new ScheduleStep(
                        step.name().in(locale),
                        step.role(),
                        trigger,
                        portion,
                        step.cumulativeCap(),
                        step.deductAdvance(),
                        minimum(step, grant, place, findings),
                        step.minimumShare()));
            }
        }
        return Reading.of(List.copyOf(steps), findings);
    }

    private Optional<Band> band(Grant grant) {
        if (bands.size() == 1) {
            return Optional.of(bands.get(0));
        }
        return Award.amount(grant, LocalDate.MAX).flatMap(award -> bands.stream()
                .filter(band ->
                        band.upTo() == null || !band.upTo().isSameCurrency(award) || !award.isGreaterThan(band.upTo()))
                .findFirst());
    }

    private static @Nullable Trigger onDay(@Nullable MonthDay day, Grant grant) {
        Integer year = grant.fiscalYear();
        return day == null || year == null ? null : new Trigger.OnDate(day.atYear(year));
    }

    private @Nullable Money minimum(Step step, Grant grant, Place place, List<Finding> findings) {
        if (step.minimumSpending() == null) {
            return step.minimum();
        }
        Fraction rate = rate(grant);
        if (rate == null) {
            findings.add(Finding.info(place, "SCHED-TEMPLATE-NORATE", name));
            return step.minimum();
        }
        return rate.times(step.minimumSpending(), RoundingMode.HALF_UP);
    }

    private static @Nullable Fraction rate(Grant grant) {
        return Entitlement.rate(grant, Award.of(grant, LocalDate.MAX));
    }
}
