package org.subsidia.examples.embedding;

import java.nio.file.Path;
import java.time.LocalDate;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

/** The little program that is tried in each kind of container, and what it must answer. */
final class Consumer {
    static final Path FILE = Path.of("data/rives-arvenne.subsidia");

    static final String SOURCE = """
            package consumer;

            import java.nio.file.Path;
            import java.time.LocalDate;
            import org.joda.money.Money;
            import org.subsidia.cashflow.CashForecast;
            import org.subsidia.cashflow.ForecastOptions;
            import org.subsidia.law.LawBase;
            import org.subsidia.portfolio.Portfolio;
            import org.subsidia.portfolio.StructureId;
            import org.subsidia.store.file.FileStore;

            public final class Main implements java.util.function.Function<String, String> {
                public static void main(String[] args) {
                    System.out.println(new Main().apply(args[0]));
                    System.out.println(Portfolio.class.getModule());
                }

                @Override
                public String apply(String file) {
                    Portfolio portfolio = FileStore.at(Path.of(file)).open().get();
                    CashForecast forecast = CashForecast.of(portfolio, new StructureId("pole-materiaux"),
                            LawBase.standard(), ForecastOptions.of(LocalDate.of(2026, 9, 30)));
                    Money lowest = forecast.lowest().orElseThrow().balance();
                    return forecast.lowest().orElseThrow().day() + " " + lowest;
                }
            }
            """;

    private Consumer() {}

    static String expected() {
        Portfolio portfolio = FileStore.at(FILE).open().get();
        CashForecast forecast = CashForecast.of(
                portfolio,
                new StructureId("pole-materiaux"),
                LawBase.standard(),
                ForecastOptions.of(LocalDate.of(2026, 9, 30)));
        return forecast.lowest().orElseThrow().day() + " "
                + forecast.lowest().orElseThrow().balance();
    }
}
