package org.subsidia.io.scdl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;

/**
 * What to mend in a file before it is published.
 *
 * @param summary counts and totals
 * @param points what was found, the most important first
 * @param publishable whether no row was kept out and nothing that the standard requires is missing
 */
public record ScdlQuality(ScdlSummary summary, List<Point> points, boolean publishable) {

    /** What must not be published, or not be missing, although readers can do with it. */
    private static final Set<String> MUST_GO = Set.of("SCDL-HDR-MISSING", "SCDL-PERSON-NUMBER", "SCDL-PERSON-NAME");

    /** Copies the list. */
    public ScdlQuality {
        points = List.copyOf(points);
    }

    /** How urgent a point is. */
    public enum Importance {
        /** Rows are lost to readers, or what the standard requires is missing. */
        MUST,
        /** Information is lost or doubtful. */
        SHOULD,
        /** Readers have to repair it; each does so in its own way. */
        COULD,
        /** Nothing to do. */
        NONE
    }

    /**
     * One kind of finding.
     *
     * @param code of the finding
     * @param importance how urgent
     * @param count how often it was made
     * @param share of the rows on which it was made, 0 to 1, four decimals; a finding about the file counts as one row
     * @param examples the first ones
     */
    public record Point(String code, Importance importance, long count, BigDecimal share, List<Finding> examples) {
        /** Copies the list. */
        public Point {
            examples = List.copyOf(examples);
        }

        /**
         * The first example in words.
         *
         * @param locale its language chooses the sentence
         * @return the sentence; the code where no example was kept
         */
        public String sentence(Locale locale) {
            return examples.isEmpty() ? code : examples.get(0).message().in(locale);
        }

        /**
         * What to do.
         *
         * @param locale its language chooses the sentence
         * @return the advice about the first example, empty where there is nothing to do
         */
        public Optional<String> advice(Locale locale) {
            return examples.isEmpty() ? Optional.empty() : examples.get(0).advice(locale);
        }
    }

    /**
     * Reads a file and judges it.
     *
     * @param file the file
     * @return the report
     */
    public static ScdlQuality of(ScdlFile file) {
        return of(file.rows(row -> {}, finding -> {}));
    }

    /**
     * Judges what was found.
     *
     * @param summary of a file that was read
     * @return the report
     */
    public static ScdlQuality of(ScdlSummary summary) {
        List<Point> points = summary.findings().stream()
                .map(count -> new Point(
                        count.code(), importance(count), count.count(), share(count, summary), count.examples()))
                .sorted(Comparator.comparing(Point::importance)
                        .thenComparing(Point::count, Comparator.reverseOrder())
                        .thenComparing(Point::code))
                .toList();
        boolean publishable =
                summary.complete() && points.stream().noneMatch(point -> point.importance() == Importance.MUST);
        return new ScdlQuality(summary, points, publishable);
    }

    private static Importance importance(ScdlSummary.Count count) {
        boolean lacking = MUST_GO.contains(count.code());
        if (count.severity() == Severity.ERROR || lacking) {
            return Importance.MUST;
        }
        if (count.severity() == Severity.WARNING) {
            return Importance.SHOULD;
        }
        boolean repaired = count.examples().stream().anyMatch(ScdlQuality::isRepair);
        boolean advised = count.examples().stream()
                .anyMatch(finding -> finding.advice(Locale.FRENCH).isPresent());
        return advised || repaired ? Importance.COULD : Importance.NONE;
    }

    /** A repair of a cell names the text as it stood and as it was read. */
    private static boolean isRepair(Finding finding) {
        List<Object> arguments = finding.message().arguments();
        return finding.place().column() > 0 && arguments.size() > 1 && arguments.get(0) instanceof CharSequence;
    }

    private static BigDecimal share(ScdlSummary.Count count, ScdlSummary summary) {
        long rows = Math.max(1, summary.rows());
        return BigDecimal.valueOf(Math.min(count.count(), rows))
                .divide(BigDecimal.valueOf(rows), 4, RoundingMode.HALF_UP);
    }
}
