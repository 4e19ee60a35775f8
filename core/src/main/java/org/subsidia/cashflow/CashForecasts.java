package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.List;
import org.subsidia.calendar.GrantDays;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.time.Zone;

/**
 * Forecasts of many structures of one portfolio, or of one structure under many options: what all of them share, such as how
 * long each payer takes, is learned once. For use by one thread.
 *
 * <pre>{@code
 * CashForecasts forecasts = CashForecasts.of(portfolio, LawBase.standard(), asAt);
 * CashForecast one = forecasts.of(id, ForecastOptions.of(asAt));
 * }</pre>
 */
public final class CashForecasts {
    private final Portfolio portfolio;
    private final LawBase laws;
    private final LocalDate asAt;
    private final GrantDays days;
    private final LagHistory history;

    private CashForecasts(Portfolio portfolio, LawBase laws, LocalDate asAt) {
        this.portfolio = portfolio;
        this.laws = laws;
        this.asAt = asAt;
        this.days = GrantDays.of(portfolio, laws, asAt);
        this.history = new LagHistory(portfolio, asAt);
    }

    /**
     * The forecasts of a portfolio.
     *
     * @param portfolio what is known
     * @param laws the law, with the assumptions of the library
     * @param asAt the day of looking
     * @return the forecasts, each made when it is asked for
     */
    public static CashForecasts of(Portfolio portfolio, LawBase laws, LocalDate asAt) {
        return new CashForecasts(portfolio, laws, asAt);
    }

    /**
     * Forecasts the cash of a structure.
     *
     * @param id the structure, which is in the portfolio
     * @param options what the user chose, for the same day
     * @return the forecast
     * @throws IllegalArgumentException if the portfolio has no such structure, or the options are for another day
     */
    public CashForecast of(StructureId id, ForecastOptions options) {
        if (!options.asAt().equals(asAt)) {
            throw new IllegalArgumentException("the forecasts are made on " + asAt + ", not on " + options.asAt());
        }
        Structure structure = portfolio
                .structure(id)
                .orElseThrow(() -> new IllegalArgumentException("no structure " + id + " in the portfolio"));
        return CashForecast.make(portfolio, structure, laws, options, days, history);
    }

    /**
     * The cash of the budget of a structure, as its forecast counts it, in days that may be over too.
     *
     * @param structure one of the portfolio
     * @param after the day before the first
     * @param last the last day
     * @return a line a month for each line of the budget; none where there is no budget
     */
    public List<CashLine> budget(Structure structure, LocalDate after, LocalDate last) {
        BudgetCash budget = new BudgetCash(portfolio, structure, laws.calendar(Zone.METROPOLE));
        budget.read(after, last);
        return List.copyOf(budget.lines);
    }
}
