package org.subsidia.ledger;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Explanation;

/**
 * What a set of granted subsidies adds up to. All amounts are in euros.
 *
 * @param query what was asked
 * @param grants number of rows that count
 * @param published sum of the published amounts
 * @param attributed sum of the attributed amounts
 * @param beneficiaries number of distinct beneficiaries
 * @param funders number of distinct funders
 * @param undated number of rows whose year is unknown; they are in every total but not in the evolution
 * @param total the total of the query's amount, made up of the years
 * @param tables one for each dimension asked, in that order
 * @param evolution year by year, rising
 * @param evolutionByFunder the same years, for each of the few greatest funders; what the others granted is the difference
 * @param ofBeneficiaries how the money is spread over the beneficiaries
 * @param ofFunders how the money is spread over the funders
 */
public record FundingPicture(
        FundingQuery query,
        long grants,
        Money published,
        Money attributed,
        long beneficiaries,
        long funders,
        long undated,
        Explanation total,
        List<FundingTable> tables,
        List<FundingYear> evolution,
        List<FunderYears> evolutionByFunder,
        Concentration ofBeneficiaries,
        Concentration ofFunders) {

    /** Copies the lists. */
    public FundingPicture {
        tables = List.copyOf(tables);
        evolution = List.copyOf(evolution);
        evolutionByFunder = List.copyOf(evolutionByFunder);
    }

    /**
     * The table of a dimension.
     *
     * @param dimension the dimension
     * @return the table, if the query asked for it
     */
    public Optional<FundingTable> table(FundingDimension dimension) {
        return tables.stream().filter(t -> t.dimension() == dimension).findFirst();
    }
}
