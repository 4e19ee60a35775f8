package org.subsidia.io.scdl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;

/**
 * What came of reading a file.
 *
 * @param read rows kept
 * @param repaired rows kept of which at least one value had to be repaired
 * @param refused rows kept out
 * @param published sum of the published amounts of the rows kept, in euros
 * @param attributed sum of the attributed amounts of the rows kept, in euros
 * @param complete whether the end of the file was reached
 * @param findings what was found, by code: errors first, then by number
 */
public record ScdlSummary(
        long read,
        long repaired,
        long refused,
        Money published,
        Money attributed,
        boolean complete,
        List<Count> findings) {

    /** Copies the list. */
    public ScdlSummary {
        findings = List.copyOf(findings);
    }

    /**
     * How often one finding was made.
     *
     * @param code of the finding
     * @param severity the highest with which it was made
     * @param count how often
     * @param examples the first ones
     */
    public record Count(String code, Severity severity, long count, List<Finding> examples) {
        /** Copies the list. */
        public Count {
            examples = List.copyOf(examples);
        }
    }

    /** {@return rows kept and rows kept out} */
    public long rows() {
        return read + refused;
    }

    /**
     * How often a finding was made.
     *
     * @param code its code
     * @return the number, 0 if it was not made
     */
    public long count(String code) {
        return findings.stream()
                .filter(count -> count.code().equals(code))
                .mapToLong(Count::count)
                .sum();
    }

    /** Counts while rows go by. */
    static final class Builder {
        private static final class Tally {
            private Severity severity = Severity.INFO;
            private long count;
            private final List<Finding> examples = new ArrayList<>();
        }

        private final int examples;
        private final Map<String, Tally> tallies = new TreeMap<>();
        private long read;
        private long repaired;
        private long refused;
        private Money published = Money.zero(CurrencyUnit.EUR);
        private Money attributed = Money.zero(CurrencyUnit.EUR);

        Builder(int examples) {
            this.examples = examples;
        }

        void kept(ScdlRow row, boolean wasRepaired) {
            read++;
            repaired += wasRepaired ? 1 : 0;
            published = published.plus(row.publishedAmount());
            attributed = attributed.plus(row.attributedAmount());
        }

        /** Many rows at once. */
        void kept(long rows, long repairedRows, long refusedRows, Money publishedSum, Money attributedSum) {
            read += rows;
            repaired += repairedRows;
            refused += refusedRows;
            published = published.plus(publishedSum);
            attributed = attributed.plus(attributedSum);
        }

        void refused() {
            refused++;
        }

        void found(Finding finding) {
            Tally tally = tallies.computeIfAbsent(finding.code(), code -> new Tally());
            tally.count++;
            if (finding.severity().compareTo(tally.severity) > 0) {
                tally.severity = finding.severity();
            }
            if (tally.examples.size() < examples) {
                tally.examples.add(finding);
            }
        }

        ScdlSummary build(boolean complete) {
            List<Count> counts = new ArrayList<>();
            tallies.forEach((code, tally) -> counts.add(new Count(code, tally.severity, tally.count, tally.examples)));
            counts.sort(Comparator.comparing(Count::severity)
                    .thenComparing(Count::count)
                    .reversed()
                    .thenComparing(Count::code));
            return new ScdlSummary(read, repaired, refused, published, attributed, complete, counts);
        }
    }
}
