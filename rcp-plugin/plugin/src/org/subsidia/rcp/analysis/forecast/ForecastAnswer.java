package org.subsidia.rcp.analysis.forecast;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashLine;
import org.subsidia.cashflow.CashSimulation;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.cashflow.MonthCash;
import org.subsidia.cashflow.SimulationOptions;
import org.subsidia.cashflow.SimulationWhy;
import org.subsidia.cashflow.Stress;
import org.subsidia.cashflow.StressCase;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.GrantNames;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.ui.Records;
import org.subsidia.report.Column;
import org.subsidia.report.ForecastReport;
import org.subsidia.report.Report;

/**
 * The forecast of one structure as it is shown.
 *
 * @param cases what is shown first, then what it is compared with
 * @param report the same to be read
 */
public record ForecastAnswer(List<StressCase> cases, Report report) {

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
        Report report = ForecastReport.of(question.portfolio(), cases, false);
        return new ForecastAnswer(
                cases, GrantNames.in(named(report, cases, question.portfolio()), question.portfolio()));
    }

    /** The cases with the names of funders and grants where the library, which programs read too, writes their ids. */
    private static Report named(Report report, List<StressCase> cases, Portfolio portfolio) {
        return GrantNames.replace(report, "stress", "case", row -> {
            String words = cases.get(row).words().in(Texts.locale());
            for (Stress stress : cases.get(row).stresses()) {
                words = stress.subject()
                        .flatMap(portfolio::find)
                        .map(record -> Records.name(record))
                        .map(new Renaming(words, stress)::apply)
                        .orElse(words);
            }
            return words;
        });
    }

    /** Puts the name of what a stress is about in the place of its id. */
    private record Renaming(String words, Stress stress) {
        String apply(String name) {
            return words.replace(stress.subject().orElseThrow().value(), name);
        }
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
            case "stress" -> stress(cases.get(row).forecast(), column);
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> keyFigure(String id) {
        return switch (id) {
            case "opening" -> Optional.of(forecast().opening());
            case "lowest", "runway" -> lowest(forecast());
            case "need" -> Optional.of(forecast().financingNeed());
            case "bridging" -> Optional.of(forecast().bridgingCost());
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

    private static Optional<Explanation> lowest(CashForecast forecast) {
        return forecast.lowest()
                .flatMap(day -> forecast.byMonth().stream()
                        .filter(month -> month.month().equals(YearMonth.from(day.day())))
                        .findFirst())
                .map(MonthCash::closing);
    }

    private Optional<Explanation> month(int row, String column) {
        MonthCash month = forecast().byMonth().get(row);
        if (Stream.of("month", "in", "out", "balance").anyMatch(column::equals)) {
            return Optional.of(month.closing());
        }
        if (column.equals("belowZero")) {
            return why().map(why -> why.belowZero(row));
        }
        return report.table("months").flatMap(table -> {
            List<String> quantiles = table.columns().stream()
                    .map(Column::name)
                    .filter(name -> name.startsWith("p"))
                    .toList();
            return why().map(why -> why.balance(quantiles.indexOf(column), row));
        });
    }

    private static Optional<Explanation> line(CashLine line, String column) {
        return column.equals("amount") ? Optional.of(line.amount()) : Optional.of(line.why());
    }

    private static Optional<Explanation> stress(CashForecast forecast, String column) {
        return switch (column) {
            case "need" -> Optional.of(forecast.financingNeed());
            case "bridging" -> Optional.of(forecast.bridgingCost());
            default -> lowest(forecast);
        };
    }
}
