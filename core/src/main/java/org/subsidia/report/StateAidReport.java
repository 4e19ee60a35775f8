package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Structure;
import org.subsidia.report.chart.ChartSpec;
import org.subsidia.stateaid.AidPassage;
import org.subsidia.stateaid.AidVerdict;
import org.subsidia.stateaid.ClusterPosition;
import org.subsidia.stateaid.DeMinimis;
import org.subsidia.stateaid.DeMinimisRule;
import org.subsidia.stateaid.DeMinimisVerdict;
import org.subsidia.stateaid.Headroom;
import org.subsidia.stateaid.HeadroomStep;
import org.subsidia.stateaid.MissingFact;
import org.subsidia.stateaid.Transparency;

/** State aid of a structure: what it may still receive, from when more, and where it stands as an innovation cluster. */
public final class StateAidReport {
    private static final int YEARS_AHEAD = 4;

    private final DeMinimis aid;
    private final LocalDate day;
    private final DeMinimisRule rule;
    private final @Nullable DeMinimisVerdict verdict;
    private final LocalDate since;
    private final @Nullable LocalDate until;
    private final List<Headroom> headrooms = new ArrayList<>();

    private StateAidReport(
            DeMinimis aid,
            LocalDate day,
            DeMinimisRule rule,
            @Nullable DeMinimisVerdict verdict,
            LocalDate since,
            @Nullable LocalDate until) {
        this.aid = aid;
        this.day = day;
        this.rule = rule;
        this.verdict = verdict;
        this.since = since;
        this.until = until;
        for (DeMinimisRule each : DeMinimisRule.values()) {
            headrooms.add(aid.headroom(each, day));
        }
    }

    /**
     * The report.
     *
     * @param structure of whom
     * @param aid its de minimis aid
     * @param rule the regulation that the question, the awards and the timeline are about
     * @param day the day of the question
     * @param amount how much is offered, in euros, or null where nothing is asked
     * @param since the first day of the timeline
     * @param until the last day of the timeline, or null for none
     * @param cluster its position under article 27
     * @param duties what has to be entered in the register
     * @param published what has to be published by the granting authority
     * @return the report
     */
    public static Report of(
            Structure structure,
            DeMinimis aid,
            DeMinimisRule rule,
            LocalDate day,
            @Nullable Money amount,
            LocalDate since,
            @Nullable LocalDate until,
            ClusterPosition cluster,
            List<CalendarEvent> duties,
            List<Transparency.Duty> published) {
        DeMinimisVerdict verdict = amount == null ? null : aid.ask(rule, day, amount);
        StateAidReport made = new StateAidReport(aid, day, rule, verdict, since, until);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), made.keyFigures(cluster)));
        if (verdict != null) {
            sections.add(new Section("answer", Message.of("AID-REPORT-ANSWER"), answer(verdict)));
        }
        sections.add(Section.of("headroom", Message.of("AID-REPORT-HEADROOM"), made.table()));
        sections.add(new Section("awards", Message.of("AID-REPORT-AWARDS", rule.words()), made.awards(structure)));
        if (until != null) {
            sections.add(new Section("timeline", Message.of("AID-REPORT-TIMELINE", rule.words()), made.timeline()));
        }
        sections.add(new Section("cluster", Message.of("AID-REPORT-CLUSTER"), cluster(cluster)));
        Table missing = made.missing(cluster);
        if (!missing.rows().isEmpty()) {
            sections.add(Section.of("missing", Message.of("AID-REPORT-MISSING"), missing));
        }
        if (!duties.isEmpty()) {
            sections.add(Section.of("register", Message.of("AID-REPORT-REGISTER"), register(duties)));
        }
        if (!published.isEmpty()) {
            sections.add(Section.of("publication", Message.of("AID-REPORT-TAM"), publication(published)));
        }
        sections.add(Section.of("explanations", Message.of("AID-REPORT-WHY"), made.explanations(cluster, published)));
        return new Report("stateAid", Message.of("AID-REPORT-TITLE"), Words.verbatim(structure.name()), day, sections);
    }

    private Headroom asked() {
        return aid.headroom(rule, day);
    }

    private KeyFigures keyFigures(ClusterPosition cluster) {
        List<KeyFigure> figures = new ArrayList<>();
        Headroom headroom = asked();
        figures.add(new KeyFigure(
                "headroom",
                headroom.prudent().label(),
                Cell.of(headroom.prudent().value()),
                null));
        if (headroom.amount().isEmpty()) {
            figures.add(new KeyFigure(
                    "headroomAtMost",
                    Message.of("AID-COLUMN-MOST"),
                    Cell.of(headroom.most().value()),
                    null));
        }
        figures.add(new KeyFigure(
                "used", Message.of("AID-COLUMN-USED"), Cell.of(headroom.used().value()), null));
        if (verdict != null) {
            figures.add(
                    0,
                    new KeyFigure(
                            "answer",
                            verdict.explanation().label(),
                            Cell.of(verdict.answer().words()),
                            null));
            LocalDate from = verdict.from();
            if (from != null) {
                figures.add(1, new KeyFigure("wholeFrom", Message.of("AID-REPORT-FROM"), Cell.of(from), null));
            }
        }
        if (cluster.lastYear() != null) {
            figures.add(new KeyFigure(
                    "clusterRoom",
                    cluster.room().label(),
                    Cell.of(cluster.room().value()),
                    null));
            figures.add(new KeyFigure(
                    "clusterLastYear",
                    Message.of("AID-REPORT-LASTYEAR"),
                    Cell.of(Integer.toString(cluster.lastYear())),
                    null));
        }
        return new KeyFigures(figures);
    }

    private static List<Block> answer(DeMinimisVerdict verdict) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(verdict.conclusion()));
        verdict.now().ifPresent(text -> blocks.add(new Paragraph(text)));
        verdict.whole().ifPresent(text -> blocks.add(new Paragraph(text)));
        return blocks;
    }

    private Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Headroom headroom : headrooms) {
            Optional<HeadroomStep> next = next(aid, headroom.rule(), day);
            rows.add(List.of(
                    Cell.of(headroom.rule().words()),
                    Cell.of(headroom.ceiling().value()),
                    Cell.of(headroom.used().value()),
                    Cell.of(headroom.prudent().value()),
                    Cell.of(headroom.most().value()),
                    next.map(step -> Cell.of(step.first())).orElse(Cell.EMPTY),
                    next.map(step -> Cell.of(step.headroom().prudent().value())).orElse(Cell.EMPTY)));
        }
        return new Table(
                "headroom",
                Message.of("AID-REPORT-HEADROOM"),
                List.of(
                        Column.of("regulation", Column.Type.TEXT, Message.of("AID-COLUMN-RULE")),
                        Column.of("ceiling", Column.Type.MONEY, Message.of("AID-COLUMN-CEILING")),
                        Column.of("used", Column.Type.MONEY, Message.of("AID-COLUMN-USED")),
                        Column.of("headroom", Column.Type.MONEY, Message.of("AID-COLUMN-HEADROOM")),
                        Column.of("headroomAtMost", Column.Type.MONEY, Message.of("AID-COLUMN-MOST"))
                                .repeating("headroom"),
                        Column.of("nextChange", Column.Type.DATE, Message.of("AID-COLUMN-NEXT")),
                        Column.of("headroomThen", Column.Type.MONEY, Message.of("AID-COLUMN-THEN"))),
                rows,
                null);
    }

    /**
     * The next step within the years that a period lasts and one more; later law is not known.
     *
     * @param aid the aid of a structure
     * @param rule the regulation
     * @param day the day of the question
     * @return the step, if there is one
     */
    public static Optional<HeadroomStep> next(DeMinimis aid, DeMinimisRule rule, LocalDate day) {
        LocalDate last = day.plusYears(YEARS_AHEAD);
        return aid.timeline(rule, day, last).stream()
                .skip(1)
                .findFirst()
                .filter(step -> step.headroom().most().value().isKnown());
    }

    private List<Block> awards(Structure structure) {
        Explanation used = asked().used();
        List<List<Cell>> rows = new ArrayList<>();
        Map<String, LocalDate> leaving = leaving();
        for (Explanation line : used.children()) {
            List<String> grants =
                    line.nodes().flatMap(node -> node.records().stream()).toList();
            rows.add(List.of(
                    Cell.of(line.label()),
                    Cell.of(line.value()),
                    grants.stream()
                            .flatMap(grant -> Stream.ofNullable(leaving.get(grant)))
                            .findFirst()
                            .map(Cell::of)
                            .orElse(Cell.EMPTY),
                    Cell.of(String.join(", ", grants))));
        }
        List<Block> blocks = new ArrayList<>();
        List<Structure> members = aid.members(day);
        if (members.size() > 1) {
            blocks.add(new Paragraph(Message.of(
                    "AID-REPORT-MEMBERS",
                    structure.groupOn(day).orElse(""),
                    Lists.joined(members.stream()
                            .map(member -> Words.verbatim(member.name()))
                            .toList()))));
        }
        blocks.add(new Table(
                "awards",
                used.label(),
                List.of(
                        Column.of("award", Column.Type.TEXT, Message.of("AID-COLUMN-AWARD")),
                        Column.of("amount", Column.Type.MONEY, Message.of("AID-COLUMN-AMOUNT")),
                        Column.of("leaves", Column.Type.DATE, Message.of("AID-COLUMN-LEAVES")),
                        Column.of("grant", Column.Type.TEXT, Message.of("AID-COLUMN-GRANT"))),
                rows,
                List.of(Cell.of(Message.of("AID-COLUMN-TOTAL")), Cell.of(used.value()), Cell.EMPTY, Cell.EMPTY)));
        return blocks;
    }

    private List<Block> timeline() {
        LocalDate last = until == null ? day : until;
        List<HeadroomStep> steps = aid.timeline(rule, since, last);
        Headroom before = null;
        List<List<Cell>> rows = new ArrayList<>();
        List<ChartSpec.DayValue> prudent = new ArrayList<>();
        List<ChartSpec.DayValue> most = new ArrayList<>();
        List<ChartSpec.DayValue> ceilings = new ArrayList<>();
        List<Message> words = new ArrayList<>();
        LocalDate end = since;
        for (HeadroomStep step : steps) {
            Headroom headroom = step.headroom();
            rows.add(List.of(
                    Cell.of(step.first()),
                    Cell.of(step.last()),
                    Cell.of(headroom.ceiling().value()),
                    Cell.of(headroom.used().value()),
                    Cell.of(headroom.prudent().value()),
                    Cell.of(headroom.most().value()),
                    Cell.of(changes(step, before))));
            before = headroom;
            if (Amounts.of(headroom.most()).isPresent()) {
                end = step.last();
                point(headroom.prudent(), step.first(), prudent);
                point(headroom.most(), step.first(), most);
                point(headroom.ceiling(), step.first(), ceilings);
                Amounts.of(headroom.prudent())
                        .ifPresent(left -> words.add(Message.of("AID-CHART-STEP", step.first(), step.last(), left)));
            }
        }
        Table table = new Table(
                "timeline",
                Message.of("AID-REPORT-TIMELINE", rule.words()),
                List.of(
                        Column.of("from", Column.Type.DATE, Message.of("AID-COLUMN-FROM")),
                        Column.of("to", Column.Type.DATE, Message.of("AID-COLUMN-TO")),
                        Column.of("ceiling", Column.Type.MONEY, Message.of("AID-COLUMN-CEILING")),
                        Column.of("used", Column.Type.MONEY, Message.of("AID-COLUMN-USED")),
                        Column.of("headroom", Column.Type.MONEY, Message.of("AID-COLUMN-HEADROOM")),
                        Column.of("headroomAtMost", Column.Type.MONEY, Message.of("AID-COLUMN-MOST"))
                                .repeating("headroom"),
                        Column.of("change", Column.Type.TEXT, Message.of("AID-COLUMN-CHANGE"))),
                rows,
                null);
        if (prudent.isEmpty()) {
            return List.of(table);
        }
        List<ChartSpec.Stair> stairs = new ArrayList<>();
        stairs.add(new ChartSpec.Stair(Message.of("AID-COLUMN-HEADROOM"), prudent, false));
        if (!most.equals(prudent)) {
            stairs.add(new ChartSpec.Stair(Message.of("AID-COLUMN-MOST"), most, false));
        }
        stairs.add(new ChartSpec.Stair(Message.of("AID-COLUMN-CEILING"), ceilings, true));
        if (verdict != null) {
            BigDecimal asked = verdict.aid().getAmount();
            stairs.add(new ChartSpec.Stair(Message.of("AID-ASKED"), List.of(new ChartSpec.DayValue(day, asked)), true));
        }
        Figure figure = new Figure(
                "headroomByDay",
                new ChartSpec.Steps(
                        Message.of("AID-REPORT-TIMELINE", rule.words()),
                        Message.of("AID-CHART-DAYS"),
                        Message.of("AID-COLUMN-HEADROOM"),
                        ChartSpec.Unit.EURO,
                        end,
                        stairs),
                Message.of("AID-CHART-CAPTION"),
                Lists.joined(words));
        return List.of(figure, table);
    }

    /** The aids that enter and leave, and a ceiling that changes; of the first step the aids that count. */
    private static Message changes(HeadroomStep step, @Nullable Headroom before) {
        List<Message> parts = new ArrayList<>();
        if (before == null) {
            step.aids().forEach(aid -> parts.add(Message.of("AID-COUNTS", aid.label(), amount(aid))));
            return parts.isEmpty() ? Message.of("AID-COUNTS-NONE") : Lists.joined(parts);
        }
        for (AidPassage passage : step.passages()) {
            parts.add(Message.of(
                    passage.enters() ? "AID-ENTERS" : "AID-LEAVES",
                    brief(passage.aid().label()),
                    amount(passage.aid())));
        }
        Optional<Money> ceiling = Amounts.of(step.headroom().ceiling());
        Optional<Money> was = Amounts.of(before.ceiling());
        if (!ceiling.equals(was)) {
            parts.add(
                    ceiling.isPresent() && was.isPresent()
                            ? Message.of("AID-CEILING-CHANGES", was.get(), ceiling.get())
                            : ceiling.map(now -> Message.of("AID-CEILING-BEGINS", now))
                                    .orElse(Message.of("AID-CEILING-ENDS")));
        }
        return parts.isEmpty() ? Message.of("AID-OTHERS-CHANGE") : Lists.joined(parts);
    }

    /** Beside days that are told, an aid needs no day of its own. */
    private static Message brief(Message award) {
        return award.code().equals("AID-AWARD") && award.arguments().get(0) instanceof String purpose
                ? Words.verbatim(purpose)
                : award;
    }

    private static Object amount(Explanation aid) {
        return Amounts.of(aid).<Object>map(money -> money).orElse(Message.of("AID-AMOUNT-UNKNOWN"));
    }

    /** When each aid that counts leaves the period, as far as the law is known. */
    private Map<String, LocalDate> leaving() {
        Map<String, LocalDate> days = new HashMap<>();
        for (HeadroomStep step : aid.timeline(rule, day, day.plusYears(YEARS_AHEAD))) {
            if (step.headroom().most().value().isKnown()) {
                step.passages().stream()
                        .filter(passage -> !passage.enters())
                        .forEach(passage ->
                                days.putIfAbsent(passage.aid().records().get(0), step.first()));
            }
        }
        return days;
    }

    private static void point(Explanation figure, LocalDate from, List<ChartSpec.DayValue> into) {
        Amounts.of(figure).ifPresent(money -> into.add(new ChartSpec.DayValue(from, money.getAmount())));
    }

    /** In words too, since the cells of a table are too narrow for sentences. */
    private static List<Block> cluster(ClusterPosition position) {
        List<Block> blocks = new ArrayList<>();
        position.verdicts()
                .forEach(one ->
                        blocks.add(new Paragraph(Message.of("AID-REPORT-SAID", one.condition(), one.conclusion()))));
        blocks.add(clusterTable(position));
        return blocks;
    }

    private static Table clusterTable(ClusterPosition position) {
        return new Table(
                "cluster",
                Message.of("AID-REPORT-CLUSTER"),
                List.of(
                        Column.of("condition", Column.Type.TEXT, Message.of("AID-COLUMN-CONDITION")),
                        Column.of("answer", Column.Type.TEXT, Message.of("AID-COLUMN-ANSWER")),
                        Column.of("conclusion", Column.Type.TEXT, Message.of("AID-COLUMN-CONCLUSION"))),
                position.verdicts().stream()
                        .map(one -> List.of(
                                Cell.of(one.condition()), Cell.of(one.answer().words()), Cell.of(one.conclusion())))
                        .toList(),
                null);
    }

    private Table missing(ClusterPosition cluster) {
        Set<MissingFact> facts = new LinkedHashSet<>(asked().missing());
        cluster.verdicts().stream().map(AidVerdict::missing).forEach(facts::addAll);
        return new Table(
                "missing",
                Message.of("AID-REPORT-MISSING"),
                List.of(
                        Column.of("record", Column.Type.TEXT, Message.of("AID-COLUMN-GRANT")),
                        Column.of("fact", Column.Type.TEXT, Message.of("AID-COLUMN-FACT"))),
                facts.stream()
                        .map(fact -> List.<Cell>of(
                                fact.record().isEmpty() ? Cell.EMPTY : Cell.of(fact.record()), Cell.of(fact.what())))
                        .toList(),
                null);
    }

    private static Table register(List<CalendarEvent> duties) {
        return new Table(
                "register",
                Message.of("AID-REPORT-REGISTER"),
                List.of(
                        Column.of("due", Column.Type.DATE, Message.of("AID-COLUMN-DUE")),
                        Column.of("grant", Column.Type.TEXT, Message.of("AID-COLUMN-GRANT")),
                        Column.of("subject", Column.Type.TEXT, Message.of("AID-COLUMN-AWARD"))),
                duties.stream()
                        .map(event -> List.<Cell>of(
                                Cell.of(event.date()), Cell.of(event.source().value()), Cell.of(event.title())))
                        .toList(),
                null);
    }

    private static Table publication(List<Transparency.Duty> published) {
        return new Table(
                "publication",
                Message.of("AID-REPORT-TAM"),
                List.of(
                        Column.of("due", Column.Type.DATE, Message.of("AID-COLUMN-DUE")),
                        Column.of("award", Column.Type.TEXT, Message.of("AID-COLUMN-AWARD")),
                        Column.of("grant", Column.Type.TEXT, Message.of("AID-COLUMN-GRANT"))),
                published.stream()
                        .map(duty -> List.<Cell>of(
                                Cell.of(duty.due()),
                                Cell.of(duty.award().name()),
                                Cell.of(duty.award().grant().id().value())))
                        .toList(),
                null);
    }

    private Explanations explanations(ClusterPosition cluster, List<Transparency.Duty> published) {
        List<Explanation> trees = new ArrayList<>();
        if (verdict != null) {
            trees.add(verdict.explanation());
        }
        for (Headroom headroom : headrooms) {
            if (verdict == null || headroom.rule() != rule) {
                trees.add(headroom.prudent());
            }
        }
        cluster.verdicts().stream()
                .map(AidVerdict::explanation)
                .filter(tree -> !tree.children().isEmpty() || !(tree.value() instanceof Value.Statement))
                .forEach(trees::add);
        if (cluster.room().value().isKnown()) {
            trees.add(cluster.room());
        }
        published.forEach(duty -> trees.add(duty.explanation()));
        return new Explanations(trees);
    }

    /**
     * The rules behind a report that are not confirmed: results that rest on them have to say so.
     *
     * @param report a report of this kind
     * @return one information a rule
     */
    public static List<Finding> doubts(Report report) {
        return report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Explanations.class::isInstance)
                .flatMap(block -> ((Explanations) block).trees().stream())
                .flatMap(tree -> tree.doubtfulRules().stream())
                .distinct()
                .map(doubt ->
                        Finding.info(Place.NOWHERE, "AID-DOUBT", doubt.id(), doubt.words(), doubt.legalReference()))
                .toList();
    }
}
