package org.subsidia.cofinancing;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.territory.EuPeriod;
import org.subsidia.time.Span;

/**
 * The yearly tranche of a programme and the day by which payment applications must cover it: 31 December of the second or third
 * year after it (n+2, n+3), and no later than the last day of the period. What was committed before the first tranche that
 * counts on its own is part of the later ones (règlement (UE) 2021/1060, article 105).
 *
 * @param year the year of the commitment
 * @param date the last day
 * @param reason how the day was counted, with the rules
 */
public record Tranche(int year, LocalDate date, Explanation reason) {

    /**
     * The tranche of a year.
     *
     * @param period the programming period
     * @param year a year
     * @param law the law of a day
     * @return the tranche; none before the first that counts on its own, or where the law has no delay
     */
    public static Optional<Tranche> of(EuPeriod period, int year, Law law) {
        Optional<Rule<Span>> delay = law.find(Kind.PERIOD, EuProgrammes.rule(period, "decommitment.delay"));
        Optional<Rule<Long>> first = law.find(Kind.COUNT, EuProgrammes.rule(period, "decommitment.first-tranche"));
        Optional<Rule<LocalDate>> last = law.find(Kind.DATE, EuProgrammes.rule(period, "decommitment.last-day"));
        if (delay.isEmpty() || first.filter(rule -> year < rule.value()).isPresent()) {
            return Optional.empty();
        }
        LocalDate counted = LocalDate.of(year + delay.get().value().amount(), Month.DECEMBER, 31);
        boolean capped = last.filter(rule -> rule.value().isBefore(counted)).isPresent();
        LocalDate date = capped ? last.get().value() : counted;
        List<Explanation> parts = new ArrayList<>();
        parts.add(Explanation.leaf(
                        Message.of("COFI-TRANCHE-COUNTED", delay.get().value().words(), Integer.toString(year)),
                        new Value.Day(counted))
                .withRules(List.of(delay.get().reference())));
        last.filter(rule -> capped)
                .ifPresent(rule -> parts.add(Explanation.leaf(Message.of("COFI-TRANCHE-LAST"), new Value.Day(date))
                        .withRules(List.of(rule.reference()))));
        List<RuleReference> firstRule =
                Stream.of(first).flatMap(Optional::stream).map(Rule::reference).toList();
        return Optional.of(new Tranche(
                year,
                date,
                Explanation.of(
                                Message.of("COFI-TRANCHE-DAY", Integer.toString(year)),
                                new Value.Day(date),
                                Step.CHOICE,
                                parts)
                        .withRules(firstRule)));
    }
}
