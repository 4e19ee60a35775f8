package org.subsidia.portfolio;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.finding.Message;

/** Where the amount of a stage comes from: the entries that led to it, each with its day and its reason. */
public final class StandingAmount {
    private static final Comparator<StagedAmount> BY_DAY =
            Comparator.comparing(StagedAmount::date, Comparator.nullsFirst(Comparator.naturalOrder()));

    private StandingAmount() {}

    /**
     * The amount that stands at a stage, explained.
     *
     * @param grant the grant
     * @param stage the stage
     * @return the figure of {@link Grant#amount}: one entry as it was noted, or of several the last, with all of them below in
     *     their order; empty: nothing is noted at this stage
     */
    public static Optional<Explanation> of(Grant grant, AmountStage stage) {
        List<Explanation> entries = grant.amounts().stream()
                .filter(entry -> entry.stage() == stage)
                .sorted(BY_DAY)
                .map(entry -> entry(grant, entry))
                .toList();
        if (entries.size() < 2) {
            return entries.stream().findFirst();
        }
        Explanation last = entries.get(entries.size() - 1);
        return Optional.of(Explanation.of(stage.label(), last.value(), Step.CHOICE, entries)
                .withRecords(List.of(grant.id().value())));
    }

    private static Explanation entry(Grant grant, StagedAmount entry) {
        Message label = entry.stage().label();
        LocalDate since = entry.date();
        if (since != null) {
            label = Message.of("PORT-STANDING-SINCE", label, since);
        }
        if (entry.reason() != null) {
            label = Message.of("PORT-STANDING-REASON", label, entry.reason());
        }
        return Amounts.given(label, entry.amount())
                .withRecords(List.of(grant.id().value()));
    }
}
