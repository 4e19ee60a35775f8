package org.subsidia.dependence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.CashForecasts;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/**
 * The figures of the structures of a portfolio.
 *
 * <p>Years before the current one come from their accounts (lines of the basis {@code ACTUAL}), or from their budget where
 * no accounts were entered; the current year comes from its budget, revised before planned; later years without a budget are
 * forecast. A budget with a product is taken as whole: what it has no line for is nothing, but for subsidies, concours
 * publics, public contracts and other public money, which its grants tell then. A forecast counts the grants that were
 * awarded, weighs those that are asked for by the probability of the law base, and takes fees, services and costs as they are in the last year that is known. Contributions in kind, fixed costs
 * and receipts of which no line says anything are unknown.
 */
public final class PortfolioFigures {
    private final Portfolio portfolio;
    private final LawBase laws;
    private final LocalDate at;
    private final @Nullable Money treasury;
    private final Map<StructureId, List<BudgetLine>> budgets;
    private final @Nullable CashForecasts forecasts;

    /**
     * Figures as they are known on a day.
     *
     * @param portfolio holds the structures, their grants and budget lines
     * @param laws the law base
     * @param at the day, which also tells past from future
     */
    public PortfolioFigures(Portfolio portfolio, LawBase laws, LocalDate at) {
        this(
                portfolio,
                laws,
                at,
                null,
                portfolio.budgetLines().stream().collect(Collectors.groupingBy(BudgetLine::structure)),
                null);
    }

    private PortfolioFigures(
            Portfolio portfolio,
            LawBase laws,
            LocalDate at,
            @Nullable Money treasury,
            Map<StructureId, List<BudgetLine>> budgets,
            @Nullable CashForecasts forecasts) {
        this.portfolio = portfolio;
        this.laws = laws;
        this.at = at;
        this.treasury = treasury;
        this.budgets = budgets;
        this.forecasts = forecasts;
    }

    /**
     * The same figures with cash at hand.
     *
     * @param cash in euros, at the end of each year that is asked for
     * @return the figures
     */
    public PortfolioFigures withTreasury(@Nullable Money cash) {
        return new PortfolioFigures(portfolio, laws, at, cash, budgets, forecasts);
    }

    /**
     * The same figures with what will be received in the year that runs and in later ones, by the cash forecast. For use by one
     * thread.
     *
     * @return the figures
     */
    public PortfolioFigures withForecast() {
        return new PortfolioFigures(portfolio, laws, at, treasury, budgets, CashForecasts.of(portfolio, laws, at));
    }

    /**
     * The year in which the day lies.
     *
     * @param structure whose accounting year
     * @return the calendar year in which it ends
     */
    public int currentYear(Structure structure) {
        return GrantIncome.yearOf(structure, at);
    }

    /**
     * The figures of a year.
     *
     * @param structure one of the portfolio
     * @param year its accounting year, by the calendar year in which it ends
     * @return the figures; items of which nothing is said are unknown with the reason
     */
    public OperatingFigures of(Structure structure, int year) {
        boolean past = year < currentYear(structure);
        Optional<BudgetBasis> lines = past && has(structure, year, BudgetBasis.ACTUAL)
                ? Optional.of(BudgetBasis.ACTUAL)
                : has(structure, year, BudgetBasis.REVISED)
                        ? Optional.of(BudgetBasis.REVISED)
                        : has(structure, year, BudgetBasis.PLANNED)
                                ? Optional.of(BudgetBasis.PLANNED)
                                : Optional.empty();
        FigureBasis basis = lines.isPresent()
                ? lines.get() == BudgetBasis.ACTUAL ? FigureBasis.ACCOUNTS : FigureBasis.BUDGET
                : past
                        ? FigureBasis.ACCOUNTS
                        : year == currentYear(structure) ? FigureBasis.BUDGET : FigureBasis.FORECAST;
        return basis == FigureBasis.FORECAST
                ? figures(structure, year).forecast(lastKnown(structure, year))
                : figures(structure, year).of(basis, lines.orElse(null));
    }

    /**
     * The budget of the start of a year, on which R4 is measured.
     *
     * @param structure one of the portfolio
     * @param year its accounting year
     * @return the figures, if a budget was entered
     */
    public Optional<OperatingFigures> estimate(Structure structure, int year) {
        return has(structure, year, BudgetBasis.PLANNED)
                ? Optional.of(figures(structure, year).of(FigureBasis.BUDGET, BudgetBasis.PLANNED))
                : Optional.empty();
    }

    /**
     * The dependence of a structure.
     *
     * @param structure one of the portfolio
     * @param from the first year
     * @param to the last year, not before the first
     * @return the dependence in these years; years before the structure was founded are left out
     */
    public Dependence dependence(Structure structure, int from, int to) {
        List<OperatingFigures> all = new ArrayList<>();
        List<OperatingFigures> estimates = new ArrayList<>();
        LocalDate created = structure.created();
        for (int year = from; year <= to; year++) {
            if (created == null
                    || !created.isAfter(GrantIncome.year(structure, year).last())) {
                all.add(of(structure, year));
                estimate(structure, year).ifPresent(estimates::add);
            }
        }
        Dependence known = Dependence.of(structure.name(), all);
        return new Dependence(
                structure.name(),
                known.years(),
                Dependence.of(structure.name(), estimates).estimates());
    }

    private FigureReader figures(Structure structure, int year) {
        return new FigureReader(portfolio, laws, at, treasury, structure, year, lines(structure, year), forecasts);
    }

    private boolean has(Structure structure, int year, BudgetBasis basis) {
        return lines(structure, year).stream().anyMatch(line -> line.basis() == basis);
    }

    private List<BudgetLine> lines(Structure structure, int year) {
        return budgets.getOrDefault(structure.id(), List.of()).stream()
                .filter(line -> line.year() == year)
                .toList();
    }

    /** The last year before this one of which a budget or accounts are known. */
    private Optional<OperatingFigures> lastKnown(Structure structure, int year) {
        return budgets.getOrDefault(structure.id(), List.of()).stream()
                .filter(line -> line.basis() != BudgetBasis.CASH
                        && line.year() < year
                        && (line.basis() != BudgetBasis.ACTUAL || line.year() < currentYear(structure)))
                .map(BudgetLine::year)
                .max(Integer::compareTo)
                .map(last -> of(structure, last));
    }
}
