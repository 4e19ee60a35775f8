package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;

/**
 * What a single undertaking may still receive under a de minimis regulation on a day: the ceiling less the aid of the period,
 * and never more than what cumulation with the other regulations leaves. Below zero the ceiling is already exceeded.
 *
 * @param rule the regulation
 * @param day the day on which the right to new aid would be granted
 * @param ceiling the ceiling of the regulation; unknown on days of which the law says nothing
 * @param used the aid of the period that counts for certain under that ceiling
 * @param prudent what is left if every fact that is missing counts against the undertaking
 * @param most what is left if none does
 * @param missing the facts that lie between the two; empty: both are the same
 */
public record Headroom(
        DeMinimisRule rule,
        LocalDate day,
        Explanation ceiling,
        Explanation used,
        Explanation prudent,
        Explanation most,
        List<MissingFact> missing) {

    /** Copies the list. */
    public Headroom {
        missing = List.copyOf(missing);
    }

    /** {@return what is left, where no missing fact matters; below zero: exceeded} */
    public Optional<Money> amount() {
        return Amounts.of(prudent).filter(least -> Amounts.of(most).equals(Optional.of(least)));
    }

    /**
     * Whether aid fits.
     *
     * @param aid gross grant equivalent in euros
     * @return yes, no, or unknown where a missing fact decides
     */
    public AidAnswer holds(Money aid) {
        Optional<Money> upTo = Amounts.of(most);
        Optional<Money> surely = Amounts.of(prudent);
        if (surely.isPresent() && !aid.isGreaterThan(surely.get())) {
            return AidAnswer.YES;
        }
        return upTo.isPresent() && aid.isGreaterThan(upTo.get()) ? AidAnswer.NO : AidAnswer.UNKNOWN;
    }

    boolean sameAmounts(Headroom other) {
        return prudent.value().equals(other.prudent.value()) && most.value().equals(other.most.value());
    }
}
