package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.subsidia.eligibility.Answer;
import org.subsidia.eligibility.Condition;
import org.subsidia.eligibility.Fact;
import org.subsidia.eligibility.Matching;
import org.subsidia.eligibility.Remedy;
import org.subsidia.eligibility.Stacking;
import org.subsidia.eligibility.Verdict;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/** Calls and schemes ranked for a structure, with reasons, missing facts, what would help and what adds up to too much. */
public final class EligibilityReport {
    private EligibilityReport() {}

    /**
     * The report of a ranking.
     *
     * @param matching the ranking
     * @param subject the structure, and its project where there is one
     * @param asOf the day of the verdicts
     * @return key figures, the ranking, each promising or refused scheme in detail, and what stacking would break
     */
    public static Report of(Matching matching, String subject, LocalDate asOf) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), figures(matching)));
        sections.add(new Section("answers", Message.of("REPORT-ELIG-ANSWERS"), answers(matching)));
        sections.add(Section.of("ranking", Message.of("REPORT-ELIG-RANKING"), ranking(matching)));
        sections.add(Section.of("missing", Message.of("REPORT-ELIG-MISSING"), missing(matching)));
        sections.add(new Section("stacking", Message.of("REPORT-ELIG-STACKING"), stacking(matching.stacking())));
        List<Explanation> trees = matching.matches().stream()
                .flatMap(match -> match.verdict().stream())
                .map(Verdict::explanation)
                .toList();
        sections.add(Section.of("explanations", Message.of("REPORT-ELIG-WHY"), new Explanations(trees)));
        return new Report("eligibility", Message.of("REPORT-ELIG-TITLE"), Words.verbatim(subject), asOf, sections);
    }

    private static KeyFigures figures(Matching matching) {
        List<KeyFigure> figures = new ArrayList<>();
        for (Answer answer : Answer.values()) {
            figures.add(new KeyFigure(
                    id(answer), answer.words(), Cell.of(open(matching, answer).size()), null));
        }
        return new KeyFigures(figures);
    }

    private static String id(Answer answer) {
        return switch (answer) {
            case ELIGIBLE -> "eligible";
            case UNKNOWN -> "unknown";
            case NOT_ELIGIBLE -> "notEligible";
        };
    }

    private static List<Matching.Match> open(Matching matching, Answer answer) {
        return matching.matches().stream()
                .filter(match -> !match.closed())
                .filter(match -> match.verdict()
                        .filter(verdict -> verdict.answer() == answer)
                        .isPresent())
                .toList();
    }

    /**
     * Where the key figures come from.
     *
     * @param matching the ranking
     * @return by the id of the key figure, how many open schemes have that answer, and which
     */
    public static Map<String, Explanation> counts(Matching matching) {
        Map<String, Explanation> counts = new LinkedHashMap<>();
        for (Answer answer : Answer.values()) {
            List<Explanation> which = open(matching, answer).stream()
                    .map(match -> Explanation.leaf(name(match), new Value.Statement(answer.words())))
                    .toList();
            counts.put(
                    id(answer),
                    Explanation.of(
                            answer.words(),
                            new Value.Quantity(BigDecimal.valueOf(which.size()), Message.of("REPORT-ELIG-UNIT")),
                            Step.CHOICE,
                            which));
        }
        return counts;
    }

    /** One paragraph for each scheme that is open, since the cells of a table are too narrow for reasons. */
    private static List<Block> answers(Matching matching) {
        List<Block> blocks = new ArrayList<>();
        for (Matching.Match match : matching.matches()) {
            match.verdict().filter(verdict -> !match.closed()).ifPresent(verdict -> {
                List<Message> why = (verdict.answer() == Answer.UNKNOWN ? verdict.open() : verdict.failing())
                        .stream().map(Condition::words).toList();
                List<Message> help =
                        verdict.changes().stream().map(Remedy::words).toList();
                Message text = Message.of(
                        "REPORT-ELIG-SAID", name(match), verdict.answer().words());
                text = why.isEmpty() ? text : Message.of("REPORT-ELIG-BECAUSE", text, joined(why, "REPORT-ELIG-AND"));
                text = help.isEmpty() ? text : Message.of("REPORT-ELIG-HELP", text, joined(help, "REPORT-ELIG-OR"));
                text = verdict.isInForce()
                        ? text
                        : Message.of(
                                "REPORT-ELIG-OUTDATED",
                                text,
                                verdict.rules().validity().toString());
                blocks.add(new Paragraph(text));
            });
        }
        return blocks;
    }

    private static Message joined(List<Message> parts, String code) {
        return parts.stream().reduce((a, b) -> Message.of(code, a, b)).orElseThrow();
    }

    private static Table ranking(Matching matching) {
        List<List<Cell>> rows = new ArrayList<>();
        int rank = 0;
        for (Matching.Match match : matching.matches()) {
            if (match.closed() && match.verdict().isEmpty()) {
                continue;
            }
            rank++;
            rows.add(List.of(
                    Cell.of(rank),
                    Cell.of(name(match)),
                    match.verdict().isPresent()
                            ? Cell.of(match.answer().words())
                            : Cell.of(Message.of("REPORT-ELIG-NO-RULES")),
                    reason(match),
                    help(match),
                    match.call().map(call -> call.closes()).map(Cell::of).orElse(Cell.EMPTY),
                    match.call().map(call -> call.rate()).map(Cell::of).orElse(Cell.EMPTY),
                    match.verdict()
                            .map(v -> Cell.of(v.rules().id() + " " + v.rules().version()))
                            .orElse(Cell.EMPTY)));
        }
        return new Table(
                "ranking",
                Message.of("REPORT-ELIG-RANKING"),
                List.of(
                        Column.of("rank", Column.Type.COUNT, Message.of("REPORT-ELIG-RANK")),
                        Column.of("offer", Column.Type.TEXT, Message.of("REPORT-ELIG-OFFER")),
                        Column.of("answer", Column.Type.TEXT, Message.of("REPORT-ELIG-ANSWER")),
                        Column.of("reason", Column.Type.TEXT, Message.of("REPORT-ELIG-REASON")),
                        Column.of("changes", Column.Type.TEXT, Message.of("REPORT-ELIG-CHANGES")),
                        Column.of("closes", Column.Type.DATE, Message.of("REPORT-ELIG-CLOSES")),
                        Column.of("rate", Column.Type.SHARE, Message.of("REPORT-ELIG-RATE")),
                        Column.of("rules", Column.Type.TEXT, Message.of("REPORT-ELIG-RULES"))),
                rows,
                null);
    }

    private static Message name(Matching.Match match) {
        return match.call()
                .map(call -> Words.verbatim(call.name()))
                .or(() -> match.verdict().map(verdict -> verdict.rules().title()))
                .orElseThrow();
    }

    private static Cell reason(Matching.Match match) {
        if (match.closed()) {
            return Cell.of(Message.of("REPORT-ELIG-CLOSED"));
        }
        return match.verdict()
                .map(verdict -> list((verdict.answer() == Answer.UNKNOWN ? verdict.open() : verdict.failing())
                        .stream().map(Condition::words).toList()))
                .orElse(Cell.EMPTY);
    }

    private static Cell help(Matching.Match match) {
        return match.closed()
                ? Cell.EMPTY
                : match.verdict()
                        .map(verdict -> either(
                                verdict.changes().stream().map(Remedy::words).toList()))
                        .orElse(Cell.EMPTY);
    }

    private static Cell list(List<Message> parts) {
        return parts.stream()
                .reduce((a, b) -> Message.of("REPORT-ELIG-AND", a, b))
                .map(Cell::of)
                .orElse(Cell.EMPTY);
    }

    private static Cell either(List<Message> parts) {
        return parts.stream()
                .reduce((a, b) -> Message.of("REPORT-ELIG-OR", a, b))
                .map(Cell::of)
                .orElse(Cell.EMPTY);
    }

    private static Table missing(Matching matching) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Matching.Match match : matching.matches()) {
            match.verdict().filter(verdict -> !match.closed()).ifPresent(verdict -> verdict.missing()
                    .deciding()
                    .forEach(set -> rows.add(List.of(
                            Cell.of(verdict.rules().id()),
                            Cell.of(set.size()),
                            list(set.stream().map(Fact::label).toList()),
                            Cell.of(set.stream().map(Fact::id).collect(Collectors.joining(", ")))))));
        }
        return new Table(
                "missing",
                Message.of("REPORT-ELIG-MISSING"),
                List.of(
                        Column.of("rules", Column.Type.TEXT, Message.of("REPORT-ELIG-RULES")),
                        Column.of("size", Column.Type.COUNT, Message.of("REPORT-ELIG-SIZE")),
                        Column.of("facts", Column.Type.TEXT, Message.of("REPORT-ELIG-FACTS")),
                        Column.of("ids", Column.Type.TEXT, Message.of("REPORT-ELIG-IDS"))),
                rows,
                null);
    }

    private static List<Block> stacking(Stacking stacking) {
        List<Block> blocks = new ArrayList<>();
        stacking.broken().forEach(broken -> blocks.add(new Paragraph(broken)));
        if (blocks.isEmpty()) {
            blocks.add(new Paragraph(Message.of("REPORT-ELIG-STACK-FINE")));
        }
        blocks.add(new Explanations(List.of(stacking.total())));
        return blocks;
    }
}
