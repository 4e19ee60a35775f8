package org.subsidia.rcp.analysis.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashLine;
import org.subsidia.cashflow.CashSimulation;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.cashflow.Lag;
import org.subsidia.cashflow.SimulationOptions;
import org.subsidia.cashflow.SimulationWhy;
import org.subsidia.cashflow.Stress;
import org.subsidia.cashflow.StressCase;
import org.subsidia.cashflow.StressWhy;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.GrantNames;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.report.Column;
import org.subsidia.report.ForecastReport;
import org.subsidia.report.Report;

/**
 * The forecast of one structure as it is shown.
 *
 * @param cases what is shown first, then what it is compared with
 * @param whys of each case what the stress changes
 * @param report the same to be read
 */
public record ForecastAnswer(List<StressCase> cases, List<StressWhy> whys, Report report) {

    private static final List<String> EFFECTS =
            List.of("subject", "expected", "amount", "day", "left", "change", "case");

    /**
     * What the user has chosen.
     *
     * @param months how far it looks
     * @param applications whether what is only asked for counts by its probability
     * @param stresses what goes wrong, all at once
     */
    public record Choice(int months, boolean applications, List<Stress> stresses) {
        /** Copies the stresses. */
        public Choice {
            stresses = List.copyOf(stresses);
        }
    }

    /** What is shown until the user chooses. */
    static final Choice USUAL = new Choice(24, true, List.of());

    /**
     * The forecast of two years, if nothing goes wrong.
     *
     * @param structure the structure
     * @param question the portfolio, the law and the day
     * @return the answer
     */
    public static ForecastAnswer of(Structure structure, Question question) {
        return of(structure, question, USUAL);
    }

    /** What goes wrong together comes first, then the forecast without it, then each by itself. */
    static ForecastAnswer of(Structure structure, Question question, Choice choice) {
        ForecastOptions options = ForecastOptions.of(question.at()).withMonths(choice.months());
        List<List<Stress>> sets = new ArrayList<>();
        if (!choice.stresses().isEmpty()) {
            sets.add(choice.stresses());
        }
        if (choice.stresses().size() > 1) {
            choice.stresses().forEach(one -> sets.add(List.of(one)));
        }
        List<StressCase> cases = new ArrayList<>(StressCase.compare(
                question.portfolio(),
                structure.id(),
                question.law(),
                choice.applications() ? options : options.withoutApplications(),
                SimulationOptions.STANDARD,
                sets));
        if (cases.size() > 1) {
            cases.add(0, cases.remove(1));
        }
        StressCase unstressed = ForecastReport.unstressed(cases);
        return new ForecastAnswer(
                cases,
                cases.stream()
                        .map(one -> one.why(question.portfolio(), unstressed))
                        .toList(),
                GrantNames.in(readable(ForecastReport.of(question.portfolio(), cases, false)), question.portfolio()));
    }

    /** What a payment is called and the case say enough for people; the explanation of a change names its cause. */
    private static Report readable(Report report) {
        return GrantNames.each(report, table -> table.id().equals("effects") ? table.only(EFFECTS) : table);
    }

    /** {@return the report with the origin of its figures} */
    public Sheet sheet() {
        return new Sheet(report, this::origin);
    }

    private CashForecast forecast() {
        return cases.get(0).forecast();
    }

    private Optional<Explanation> origin(String table, int row, String column) {
        return switch (table) {
            case "keyFigures" -> keyFigure(column);
            case "months" -> month(row, column);
            case "lines" -> line(forecast().lines().get(row), column);
            case "draws" -> why().map(why -> draw(why.drawn().get(row), column));
            case "stress" -> stress(row, column);
            case "effects" -> effect(row, column);
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> keyFigure(String id) {
        return switch (id) {
            case "opening" -> Optional.of(forecast().opening());
            case "lowest", "need", "bridging", "runway" -> stress(0, id);
            default -> why().flatMap(why -> drawn(id, why));
        };
    }

    private static Optional<Explanation> drawn(String id, SimulationWhy why) {
        return switch (id) {
            case "everBelow" -> Optional.of(why.everBelowZero());
            case "lowestLow" -> Optional.of(why.lowest(0));
            case "needLow" -> Optional.of(why.financingNeed(0));
            case "bridgingHigh" -> Optional.of(why.bridgingCost(0));
            default -> Optional.empty();
        };
    }

    private Optional<SimulationWhy> why() {
        return cases.get(0).simulation().map(CashSimulation::why);
    }

    private Optional<Explanation> month(int row, String column) {
        return switch (column) {
            case "month", "balance" -> Optional.of(whys.get(0).closing(row));
            case "in" -> Optional.of(forecast().in(row));
            case "out" -> Optional.of(forecast().out(row));
            case "belowZero" -> why().map(why -> why.belowZero(row));
            default ->
                report.table("months").flatMap(table -> {
                    List<String> quantiles = table.columns().stream()
                            .map(Column::name)
                            .filter(name -> name.startsWith("p"))
                            .toList();
                    return why().map(why -> why.balance(quantiles.indexOf(column), row));
                });
        };
    }

    private static Optional<Explanation> line(CashLine line, String column) {
        return switch (column) {
            case "amount" -> Optional.of(line.amount());
            case "observations" -> line.delay().map(Lag::seen);
            default -> Optional.of(line.why());
        };
    }

    private static Explanation draw(SimulationWhy.Draw draw, String column) {
        return switch (column) {
            case "probability" -> draw.chance();
            case "source", "observations" -> draw.lag().seen();
            default -> draw.why();
        };
    }

    private Optional<Explanation> stress(int row, String column) {
        StressWhy why = whys.get(row);
        Optional<SimulationWhy> drawn = cases.get(row).simulation().map(CashSimulation::why);
        return switch (column) {
            case "closing" -> Optional.of(why.closing(forecast().byMonth().size() - 1));
            case "lowestDay" -> Optional.of(why.lowestDay());
            case "need" -> Optional.of(why.financingNeed());
            case "bridging" -> Optional.of(why.bridgingCost());
            case "runway" -> Optional.of(why.runway());
            case "everBelow" -> drawn.map(SimulationWhy::everBelowZero);
            case "lowestLow" -> drawn.map(one -> one.lowest(0));
            default -> Optional.of(why.lowest());
        };
    }

    private Optional<Explanation> effect(int row, String column) {
        List<StressWhy.Effect> effects =
                whys.stream().flatMap(why -> why.effects().stream()).toList();
        StressWhy.Effect effect = effects.get(row);
        return switch (column) {
            case "expected" -> effect.expected().map(CashLine::why);
            case "amount" -> effect.expected().map(CashLine::amount);
            case "day" -> effect.left().map(CashLine::why);
            case "left" -> effect.left().map(CashLine::amount);
            default -> Optional.of(effect.change(forecast().axis().last().atEndOfMonth()));
        };
    }
}
