package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;

/**
 * The structures that a simulation works on, in the order of their ids.
 *
 * <p>Build one from a portfolio with {@link #of(Portfolio, LocalDate)}, or from {@link Recipient}s.
 *
 * @param name what the population is
 * @param synthetic whether it was made up: results then say so
 * @param recipients the structures, sorted by id
 */
public record Population(String name, boolean synthetic, List<Recipient> recipients) {

    /**
     * Sorts the structures by id.
     *
     * @throws IllegalArgumentException if two share an id
     */
    public Population {
        List<Recipient> sorted = new ArrayList<>(recipients);
        sorted.sort(Comparator.comparing(Recipient::id));
        Set<String> ids = new HashSet<>();
        for (Recipient recipient : sorted) {
            if (!ids.add(recipient.id())) {
                throw new IllegalArgumentException("two structures with the id " + recipient.id());
            }
        }
        recipients = List.copyOf(sorted);
    }

    /**
     * The structures of a portfolio: granted amounts by year and by level of the one whose money it is, else who decides, else
     * who pays; what of them is given once; budgets as the latest basis of each year knows them, the seat's region as it is
     * called today.
     *
     * @param portfolio any portfolio
     * @param day the day as of which amounts, labels and regions stand
     * @return the population, with a finding for what the portfolio does not say
     */
    public static Reading<Population> of(Portfolio portfolio, LocalDate day) {
        return PortfolioPopulation.of(portfolio, day, null);
    }

    /**
     * The same structures with what their cash forecasts know, their figures and their State aid: runs then follow the payments
     * of grants and the costs of budgets day by day, and ratios start from the figures of the day's year. Only awarded money
     * counts, because what nobody decided goes on as it was.
     *
     * @param portfolio any portfolio
     * @param day the day as of which everything stands
     * @param laws the law, with the assumptions about delays
     * @return the population, with a finding for what the portfolio does not say
     */
    public static Reading<Population> of(Portfolio portfolio, LocalDate day, LawBase laws) {
        return PortfolioPopulation.of(portfolio, day, laws);
    }

    /**
     * A structure.
     *
     * @param id its id
     * @return the structure, if there is one
     */
    public Optional<Recipient> find(String id) {
        return recipients.stream()
                .filter(recipient -> recipient.id().equals(id))
                .findFirst();
    }

    /**
     * What all structures received from a level.
     *
     * @param level who decides
     * @return the sums of the years in which at least one amount is known
     */
    public YearlyAmounts total(FunderLevel level) {
        Map<Integer, Money> sums = new TreeMap<>();
        for (Recipient recipient : recipients) {
            recipient.received(level).byYear().forEach((year, amount) -> sums.merge(year, amount, Money::plus));
        }
        return YearlyAmounts.of(sums);
    }

    /**
     * What all structures received from a level again and again: without one-off grants.
     *
     * @param level who decides
     * @return the sums of the years in which at least one amount is known
     */
    public YearlyAmounts recurring(FunderLevel level) {
        Map<Integer, Money> sums = new TreeMap<>();
        for (Recipient recipient : recipients) {
            recipient.recurring(level).byYear().forEach((year, amount) -> sums.merge(year, amount, Money::plus));
        }
        return YearlyAmounts.of(sums);
    }

    /**
     * Every amount, cost, income and cash times a whole number; what a portfolio tells beside them is left out.
     *
     * @param factor any
     * @return the scaled population
     */
    public Population times(long factor) {
        return new Population(
                name,
                synthetic,
                recipients.stream().map(each -> scaled(each, factor)).toList());
    }

    private static Recipient scaled(Recipient from, long factor) {
        Map<FunderLevel, YearlyAmounts> history = new TreeMap<>();
        from.history().forEach((level, amounts) -> history.put(level, scaled(amounts, factor)));
        Money cash = from.openingCash();
        KnownCash known = from.knownCash();
        return new Recipient(
                from.id(),
                from.name(),
                from.kind(),
                from.labels(),
                from.poleClass(),
                from.regions(),
                from.departements(),
                from.keys(),
                new TreeMap<>(history),
                from.oneOff().stream()
                        .map(each -> new OneOff(
                                each.level(),
                                each.year(),
                                each.amount().multipliedBy(factor),
                                each.why(),
                                each.record()))
                        .toList(),
                scaled(from.fixedCosts(), factor),
                scaled(from.variableCosts(), factor),
                scaled(from.privateIncome(), factor),
                cash == null ? null : cash.multipliedBy(factor),
                known == null ? null : known.times(factor),
                null);
    }

    private static YearlyAmounts scaled(YearlyAmounts amounts, long factor) {
        return YearlyAmounts.of(amounts.byYear().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().multipliedBy(factor))));
    }

    /** {@return nothing, in euros} */
    static Money zero() {
        return Money.zero(CurrencyUnit.EUR);
    }
}
