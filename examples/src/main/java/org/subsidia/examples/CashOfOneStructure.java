package org.subsidia.examples;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashSimulation;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.cashflow.MonthCash;
import org.subsidia.cashflow.SimulationOptions;
import org.subsidia.explain.ExplanationText;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

/** Forecasts the cash of one structure, month by month, says how sure it is, and lets the need of financing explain itself. */
public final class CashOfOneStructure {
    private CashOfOneStructure() {}

    /**
     * Forecasts.
     *
     * @param args the portfolio’s file, the structure’s id, the day from which is forecast
     */
    public static void main(String[] args) {
        Reading<Portfolio> opened = FileStore.at(Path.of(args[0])).open();
        if (!opened.isRead()) {
            opened.findings()
                    .forEach(finding -> System.err.println(finding.message().in(Locale.FRENCH)));
            return;
        }
        StructureId structure = new StructureId(args[1]);
        if (opened.get().structure(structure).isEmpty()) {
            System.err.println("No structure " + args[1] + " in " + args[0]);
            return;
        }
        LawBase laws = LawBase.standard();
        ForecastOptions options =
                ForecastOptions.of(LocalDate.parse(args[2])).withMonths(12).withoutApplications();
        CashForecast forecast = CashForecast.of(opened.get(), structure, laws, options);
        for (MonthCash month : forecast.byMonth()) {
            String balance = month.balance().map(Money::toString).orElse("?");
            System.out.println(month.month() + "\t+" + month.in() + "\t-" + month.out() + "\t" + balance);
        }
        // what cannot be forecast is said with its reason, and never counted as zero
        forecast.missing()
                .forEach(missing -> System.out.println(missing.reason().in(Locale.FRENCH)));
        CashSimulation.of(forecast, laws, SimulationOptions.STANDARD.withRuns(1_000))
                .ifPresent(simulation ->
                        System.out.println("below zero in " + simulation.everBelowZero() + " of the draws"));
        System.out.println(ExplanationText.indented(forecast.financingNeed(), Locale.FRENCH));
    }
}
