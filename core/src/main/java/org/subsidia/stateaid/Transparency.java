package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StructureId;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/** Individual aid that must appear in the Commission's public register (regulation 651/2014, article 9; TAM). */
public final class Transparency {
    private static final Set<RegimeKind> PUBLISHED =
            EnumSet.of(RegimeKind.GBER, RegimeKind.NOTIFIED, RegimeKind.TEMPORARY_FRAMEWORK);

    private Transparency() {}

    /**
     * An award that the granting authority has to publish.
     *
     * @param award the award
     * @param due the last day
     * @param explanation the threshold and the counting
     */
    public record Duty(AidAward award, LocalDate due, Explanation explanation) {}

    /**
     * The awards of a structure that have to be published: strictly above the threshold of the day of award.
     *
     * @param awards the awards of the portfolio
     * @param structure whose
     * @param law the law of all days
     * @return by day of award
     */
    public static List<Duty> of(AidAwards awards, StructureId structure, LawBase law) {
        List<Duty> duties = new ArrayList<>();
        for (AidAward award : awards.of(structure)) {
            LocalDate day = award.day();
            Money amount = award.amount();
            if (award.regime() != null && PUBLISHED.contains(award.regime().kind()) && day != null && amount != null) {
                duty(award, day, amount, law.at(day)).ifPresent(duties::add);
            }
        }
        return duties;
    }

    private static Optional<Duty> duty(AidAward award, LocalDate day, Money amount, Law law) {
        Optional<Rule<Money>> threshold = law.find(Kind.MONEY, "state-aid.publication.threshold");
        Optional<Rule<Span>> delay = law.find(Kind.PERIOD, "state-aid.publication.delay");
        if (threshold.isEmpty()
                || delay.isEmpty()
                || !amount.isGreaterThan(threshold.get().value())) {
            return Optional.empty();
        }
        DueDay due = Deadline.from(day)
                .plus(delay.get().value())
                .because(delay.get().reference())
                .due();
        Explanation why = Explanation.of(
                Message.of("AID-TAM", award.name()),
                new Value.Day(due.date()),
                Step.CHOICE,
                List.of(
                        Amounts.given(award.name(), amount).withRecords(List.of(award.id())),
                        Amounts.given(
                                        Message.of("AID-TAM-THRESHOLD"),
                                        threshold.get().value())
                                .withRules(List.of(threshold.get().reference())),
                        due.explanation()));
        return Optional.of(new Duty(award, due.date(), why));
    }
}
