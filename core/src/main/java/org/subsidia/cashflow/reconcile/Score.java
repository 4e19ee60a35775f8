package org.subsidia.cashflow.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/**
 * How much speaks for a match.
 *
 * @param points the sum
 * @param parts a line a clue
 */
record Score(int points, List<Part> parts) {

    /**
     * What one clue says.
     *
     * @param clue which
     * @param points how much, negative: against
     * @param found what was found
     */
    record Part(Clue clue, int points, Message found) {}

    static Score of(List<Part> parts) {
        return new Score(parts.stream().mapToInt(Part::points).sum(), List.copyOf(parts));
    }

    int of(Clue clue) {
        return parts.stream()
                .filter(part -> part.clue() == clue)
                .mapToInt(Part::points)
                .sum();
    }

    /** Less what is taken off a match of several parts. */
    Score less(int off, int count) {
        if (off == 0) {
            return this;
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(Clue.AMOUNT, -off, Message.of("BANK-FOUND-PARTS", count)));
        return of(more);
    }

    Explanation explanation(List<String> records) {
        List<Explanation> leaves = parts.stream()
                .map(part -> Explanation.leaf(
                        Message.of("BANK-SCORE-PART", part.clue().label(), part.found()), quantity(part.points())))
                .toList();
        return Explanation.of(Message.of("BANK-SCORE"), quantity(points), Step.SUM, leaves)
                .withRecords(records);
    }

    private static Value quantity(int number) {
        return new Value.Quantity(BigDecimal.valueOf(number), Message.of("BANK-POINTS"));
    }
}
