package org.subsidia.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.Cofinancing;
import org.subsidia.cofinancing.CostTrial;
import org.subsidia.cofinancing.FinancingCheck;
import org.subsidia.cofinancing.FinancingPlan;
import org.subsidia.cofinancing.InterimClaim;
import org.subsidia.cofinancing.RateCeiling;
import org.subsidia.cofinancing.Ruling;
import org.subsidia.cofinancing.SimplifiedCosts;
import org.subsidia.cofinancing.Standing;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;

/** Who pays for what within which limits: financing plans, highest rates, simplified costs. */
public final class CofinancingReport {
    private CofinancingReport() {}

    /** A rule's answer about something. */
    private record Row(Message subject, Cell record, Ruling ruling) {}

    /**
     * The report of a check.
     *
     * @param all the checks
     * @param trial simplified costs to be compared; null: none was asked for
     * @param interim an interim claim to be tried; null: none was asked for
     * @param clawback what a breach of the republican-commitment contract would cost; null: none was asked for
     * @param name what the portfolio is called
     * @return the report; its table {@code rulings} has a row a rule, {@code plans} a row a line of a plan, {@code ceilings} a
     *     row a plan with money of the Union, {@code costs} a row a set of cost options
     */
    public static Report of(
            Cofinancing all,
            @Nullable CostTrial trial,
            @Nullable InterimClaim interim,
            @Nullable Explanation clawback,
            String name) {
        List<Row> rows = rows(all, trial);
        List<Explanation> trees = new ArrayList<>();
        Map<String, Explanation> asked = new LinkedHashMap<>();
        if (interim != null) {
            interim.rulings()
                    .forEach(ruling -> rows.add(new Row(Message.of("COFI-REPORT-INTERIM"), Cell.EMPTY, ruling)));
            asked.put("payment", interim.payment());
        }
        if (clawback != null) {
            asked.put("clawback", clawback);
        }
        trees.addAll(asked.values());
        trees.addAll(trees(all, rows, trial));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), figures(rows, asked)));
        sections.add(new Section("answers", Message.of("COFI-REPORT-ANSWERS"), answers(rows)));
        sections.add(Section.of("rulings", Message.of("COFI-REPORT-RULINGS"), rulings(rows)));
        if (!all.checks().isEmpty()) {
            sections.add(Section.of("plans", Message.of("COFI-REPORT-PLANS"), plans(all)));
            sections.add(Section.of("ceilings", Message.of("COFI-REPORT-CEILINGS"), ceilings(all)));
        }
        if (trial != null) {
            sections.add(Section.of("costs", Message.of("COFI-REPORT-COSTS"), costs(trial)));
        }
        sections.add(Section.of("explanations", Message.of("REPORT-EXPLANATIONS"), new Explanations(trees)));
        return new Report("cofinancing", Message.of("COFI-REPORT-TITLE"), Words.verbatim(name), all.day(), sections);
    }

    private static List<Row> rows(Cofinancing all, @Nullable CostTrial trial) {
        List<Row> rows = new ArrayList<>();
        for (FinancingCheck check : all.checks()) {
            check.rulings().forEach(ruling -> rows.add(new Row(subject(check), record(check), ruling)));
        }
        if (trial != null) {
            trial.rulings().forEach(ruling -> rows.add(new Row(Message.of("COFI-REPORT-TRIAL"), Cell.EMPTY, ruling)));
        }
        return rows;
    }

    private static Message subject(FinancingCheck check) {
        return Message.of(
                "COFI-REPORT-SUBJECT",
                check.plan().name(),
                check.plan().records().get(0));
    }

    private static Cell record(FinancingCheck check) {
        return Cell.of(check.plan().records().get(0));
    }

    private static List<Explanation> trees(Cofinancing all, List<Row> rows, @Nullable CostTrial trial) {
        List<Explanation> trees = new ArrayList<>();
        rows.forEach(row -> trees.add(row.ruling().explanation()));
        all.checks().stream()
                .filter(check -> check.ceiling() != null)
                .forEach(check -> trees.add(check.highestUnion()));
        if (trial != null) {
            trial.trials().forEach(one -> trees.add(one.eligible()));
            trial.hourly().ifPresent(trees::add);
        }
        return trees;
    }

    private static KeyFigures figures(List<Row> rows, Map<String, Explanation> asked) {
        List<KeyFigure> figures = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            long count = rows.stream()
                    .filter(row -> row.ruling().standing() == standing)
                    .count();
            figures.add(new KeyFigure(id(standing), standing.words(), Cell.of(count), null));
        }
        asked.forEach((id, figure) -> figures.add(new KeyFigure(id, figure.label(), Cell.of(figure.value()), null)));
        return new KeyFigures(figures);
    }

    private static String id(Standing standing) {
        return switch (standing) {
            case BROKEN -> "broken";
            case UNKNOWN -> "unknown";
            case RESPECTED -> "respected";
            case NOT_BINDING -> "notBinding";
        };
    }

    /** A sentence a rule that is broken or undecided, since the cells of a table are too narrow for reasons. */
    private static List<Block> answers(List<Row> rows) {
        List<Block> blocks = new ArrayList<>();
        for (Row row : rows) {
            Ruling ruling = row.ruling();
            if (ruling.standing() == Standing.BROKEN || ruling.standing() == Standing.UNKNOWN) {
                blocks.add(new Paragraph(Message.of(
                        "COFI-REPORT-SAID",
                        row.subject(),
                        ruling.title(),
                        ruling.standing().words(),
                        ruling.sentence())));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Paragraph(Message.of(rows.isEmpty() ? "COFI-REPORT-NOTHING" : "COFI-REPORT-ALL-FIT")));
        }
        return blocks;
    }

    private static Table rulings(List<Row> rows) {
        List<List<Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            Optional<RuleReference> text = row.ruling().text();
            cells.add(List.of(
                    row.record(),
                    Cell.of(row.ruling().title()),
                    Cell.of(row.ruling().standing().words()),
                    Cell.of(row.ruling().sentence()),
                    text.map(one -> Cell.of(one.legalReference())).orElse(Cell.EMPTY),
                    text.map(one -> Cell.of(Message.of("EXPLAIN-CONFIDENCE-" + one.confidence())))
                            .orElse(Cell.EMPTY)));
        }
        return new Table(
                "rulings",
                Message.of("COFI-REPORT-RULINGS"),
                List.of(
                        text("record"),
                        text("rule"),
                        text("standing"),
                        text("reason"),
                        text("article"),
                        text("confidence")),
                cells,
                null);
    }

    private static Table plans(Cofinancing all) {
        List<List<Cell>> cells = new ArrayList<>();
        for (FinancingCheck check : all.checks()) {
            Optional<Money> cost = Amounts.of(check.plan().total());
            for (FinancingPlan.Line line : check.plan().lines()) {
                Optional<Money> amount = Amounts.of(line.amount());
                cells.add(List.of(
                        record(check),
                        Cell.of(line.name()),
                        Cell.of(line.source().label()),
                        Cell.of(line.amount().value()),
                        amount.isPresent()
                                        && cost.filter(whole -> whole.isSameCurrency(amount.get()))
                                                .isPresent()
                                ? Cell.share(amount.get(), cost.get())
                                : Cell.EMPTY));
            }
        }
        return new Table(
                "plans",
                Message.of("COFI-REPORT-PLANS"),
                List.of(
                        text("record"),
                        text("payer"),
                        text("source"),
                        column("amount", Column.Type.MONEY),
                        column("share", Column.Type.SHARE)),
                cells,
                null);
    }

    private static Table ceilings(Cofinancing all) {
        List<List<Cell>> cells = new ArrayList<>();
        for (FinancingCheck check : all.checks()) {
            RateCeiling ceiling = check.ceiling();
            if (ceiling != null) {
                cells.add(List.of(
                        record(check),
                        Cell.of(ceiling.fund().label()),
                        Cell.of(ceiling.period().text()),
                        Cell.of(ceiling.site().name()),
                        Cell.of(check.plan().eligible().value()),
                        Cell.of(check.union().value()),
                        bound(ceiling.lowest()),
                        bound(ceiling.highest()),
                        Cell.of(check.highestUnion().value()),
                        Cell.of(check.excess().value())));
            }
        }
        return new Table(
                "ceilings",
                Message.of("COFI-REPORT-CEILINGS"),
                List.of(
                        text("record"),
                        text("fund"),
                        text("period"),
                        text("place"),
                        column("eligible", Column.Type.MONEY),
                        column("union", Column.Type.MONEY),
                        column("prudent", Column.Type.SHARE),
                        column("highest", Column.Type.SHARE),
                        column("most", Column.Type.MONEY),
                        column("excess", Column.Type.MONEY)),
                cells,
                null);
    }

    private static Cell bound(RateCeiling.Bound bound) {
        return bound.share()
                .map(Cell::of)
                .orElseGet(() -> Cell.of(bound.explanation().value()));
    }

    private static Table costs(CostTrial trial) {
        List<List<Cell>> cells = new ArrayList<>();
        for (SimplifiedCosts.Trial one : trial.trials()) {
            cells.add(List.of(Cell.of(one.names()), Cell.of(one.eligible().value())));
        }
        return new Table(
                "costs",
                Message.of("COFI-REPORT-COSTS"),
                List.of(text("options"), column("eligible", Column.Type.MONEY)),
                cells,
                null);
    }

    private static Column text(String name) {
        return column(name, Column.Type.TEXT);
    }

    private static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("COFI-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }
}
