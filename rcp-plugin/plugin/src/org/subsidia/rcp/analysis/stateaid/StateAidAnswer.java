package org.subsidia.rcp.analysis.stateaid;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.EventKind;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.GrantNames;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.report.Report;
import org.subsidia.report.StateAidReport;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.ClusterAid;
import org.subsidia.stateaid.ClusterPosition;
import org.subsidia.stateaid.DeMinimis;
import org.subsidia.stateaid.DeMinimisRule;
import org.subsidia.stateaid.Headroom;
import org.subsidia.stateaid.Transparency;

/**
 * State aid of one structure as it is shown.
 *
 * @param aid its de minimis aid
 * @param cluster where it stands as an innovation cluster
 * @param rule the regulation that the question and the timeline are about
 * @param day the day of the question
 * @param report the same to be read
 */
public record StateAidAnswer(DeMinimis aid, ClusterPosition cluster, DeMinimisRule rule, LocalDate day, Report report) {
    /** Whatever was granted by now has left its period after so many. */
    private static final int YEARS_SHOWN = 4;

    /** The aid of so many years counts. */
    private static final int YEARS_BEFORE = 3;

    /**
     * What the user has chosen.
     *
     * @param rule the regulation
     * @param amount how much is offered; null: nothing is asked
     */
    public record Choice(DeMinimisRule rule, Money amount) {}

    /** What is shown until the user chooses. */
    static final Choice USUAL = new Choice(DeMinimisRule.GENERAL, null);

    /**
     * State aid under the general regulation.
     *
     * @param structure the structure
     * @param question the portfolio, the law and the day
     * @return the answer
     */
    public static StateAidAnswer of(Structure structure, Question question) {
        return of(structure, question, USUAL);
    }

    static StateAidAnswer of(Structure structure, Question question, Choice choice) {
        AidAwards awards = AidAwards.of(question.portfolio());
        DeMinimis aid = DeMinimis.of(awards, structure, question.law());
        ClusterPosition cluster =
                ClusterAid.of(awards, structure, question.law()).on(question.at());
        Report report = StateAidReport.of(
                structure,
                aid,
                choice.rule(),
                question.at(),
                choice.amount(),
                question.at().minusYears(YEARS_BEFORE),
                question.at().plusYears(YEARS_SHOWN),
                cluster,
                duties(structure, question),
                Transparency.of(awards, structure.id(), question.law()));
        return new StateAidAnswer(
                aid, cluster, choice.rule(), question.at(), GrantNames.in(report, question.portfolio()));
    }

    private static List<CalendarEvent> duties(Structure structure, Question question) {
        return GrantCalendar.of(
                        question.portfolio(),
                        question.law(),
                        question.at(),
                        CalendarOptions.STANDARD.withoutBudgetSeason())
                .select(EventFilter.ALL.ofStructure(structure.id()))
                .events()
                .stream()
                .filter(event -> event.kind() == EventKind.DE_MINIMIS_REGISTRATION)
                .toList();
    }

    /** {@return the report with the origin of its figures} */
    public Sheet sheet() {
        return new Sheet(report, this::origin);
    }

    private Headroom asked() {
        return aid.headroom(rule, day);
    }

    private Optional<Explanation> origin(String table, int row, String column) {
        return switch (table) {
            case "keyFigures" -> keyFigure(column);
            case "headroom" -> headroom(DeMinimisRule.values()[row], column);
            case "awards" -> award(row);
            case "timeline" ->
                headroom(
                        aid.timeline(rule, day.minusYears(YEARS_BEFORE), day.plusYears(YEARS_SHOWN))
                                .get(row)
                                .headroom(),
                        column);
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> headroom(DeMinimisRule of, String column) {
        return Set.of("nextChange", "headroomThen").contains(column)
                ? StateAidReport.next(aid, of, day).map(step -> step.headroom().prudent())
                : headroom(aid.headroom(of, day), column);
    }

    private Optional<Explanation> keyFigure(String id) {
        return switch (id) {
            case "clusterRoom", "clusterLastYear" -> Optional.of(cluster.room());
            case "headroom", "headroomAtMost", "used" -> headroom(asked(), id);
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> award(int row) {
        List<Explanation> lines = asked().used().children();
        return Optional.of(row < lines.size() ? lines.get(row) : asked().used());
    }

    private static Optional<Explanation> headroom(Headroom headroom, String column) {
        return switch (column) {
            case "ceiling" -> Optional.of(headroom.ceiling());
            case "used" -> Optional.of(headroom.used());
            case "headroom", "from", "to", "change" -> Optional.of(headroom.prudent());
            case "headroomAtMost" -> Optional.of(headroom.most());
            default -> Optional.empty();
        };
    }
}
