package org.subsidia.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.Money;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.finding.Message;

/** From sums by group to the picture. */
final class PictureBuilder {
    /** Funders that a stacked chart can still show apart. */
    private static final int FUNDERS_BY_YEAR = 6;

    private final FundingQuery query;
    private final GroupTable groups;
    private final Parties beneficiaries;
    private final Parties funders;
    private final Map<FundingDimension, TextTally> tallies;
    private final GroupSums byBeneficiary;
    private final GroupSums byFunder;
    private final GroupSums all = new GroupSums(1);
    private final int[] years;
    private final GroupSums byYear;

    PictureBuilder(
            FundingQuery query,
            GroupTable groups,
            Parties beneficiaries,
            Parties funders,
            Map<FundingDimension, TextTally> tallies) {
        this.query = query;
        this.groups = groups;
        this.beneficiaries = beneficiaries;
        this.funders = funders;
        this.tallies = tallies;
        byBeneficiary = new GroupSums(beneficiaries.size());
        byFunder = new GroupSums(funders.size());
        Map<Integer, Integer> yearNumbers = yearNumbers(groups);
        years = yearNumbers.keySet().stream().mapToInt(Integer::intValue).toArray();
        byYear = new GroupSums(years.length);
        for (int g = 0; g < groups.size(); g++) {
            add(groups, g, all, 0);
            add(groups, g, byBeneficiary, beneficiaries.find(groups.beneficiary(g)));
            add(groups, g, byFunder, groups.funder(g));
            add(groups, g, byYear, yearNumbers.getOrDefault(groups.year(g), 0));
        }
    }

    private static Map<Integer, Integer> yearNumbers(GroupTable groups) {
        TreeMap<Integer, Integer> numbers = new TreeMap<>();
        for (int g = 0; g < groups.size(); g++) {
            numbers.put(groups.year(g), 0);
        }
        int next = 0;
        for (Map.Entry<Integer, Integer> year : numbers.entrySet()) {
            year.setValue(next++);
        }
        return numbers;
    }

    private static void add(GroupTable groups, int group, GroupSums sums, int into) {
        sums.add(into, groups.grants(group), groups.published(group), groups.attributed(group));
    }

    FundingPicture build() {
        List<FundingTable> tables =
                query.dimensions().stream().map(d -> tableOf(d).build()).toList();
        return new FundingPicture(
                query,
                all.grants(0),
                Figures.euros(all.published(0)),
                Figures.euros(all.attributed(0)),
                beneficiaries.size(),
                funders.size(),
                years.length > 0 && years[0] == FundingRow.UNKNOWN_YEAR ? byYear.grants(0) : 0,
                total(),
                tables,
                new Evolution(query.basis(), years, byYear).years(),
                evolutionByFunder(),
                new ConcentrationBuilder(
                                FundingDimension.BENEFICIARY,
                                query,
                                byBeneficiary,
                                beneficiaries::key,
                                beneficiaries::name)
                        .build(),
                new ConcentrationBuilder(FundingDimension.FUNDER, query, byFunder, funders::key, funders::name)
                        .build());
    }

    private List<FunderYears> evolutionByFunder() {
        int[] greatest = Ranking.greatest(byFunder.cents(query.basis()), funders::key, FUNDERS_BY_YEAR);
        Map<Integer, GroupSums> sums = new HashMap<>();
        for (int funder : greatest) {
            sums.put(funder, new GroupSums(years.length));
        }
        for (int g = 0; g < groups.size(); g++) {
            GroupSums ofFunder = sums.get(groups.funder(g));
            if (ofFunder != null) {
                add(groups, g, ofFunder, Arrays.binarySearch(years, groups.year(g)));
            }
        }
        List<FunderYears> series = new ArrayList<>();
        for (int funder : greatest) {
            long[] cents = Objects.requireNonNull(sums.get(funder)).cents(query.basis());
            List<Money> amounts = new ArrayList<>();
            for (int year = 0; year < years.length; year++) {
                if (years[year] != FundingRow.UNKNOWN_YEAR) {
                    amounts.add(Figures.euros(cents[year]));
                }
            }
            series.add(new FunderYears(funders.key(funder), funders.name(funder), amounts));
        }
        return series;
    }

    private Explanation total() {
        long[] cents = byYear.cents(query.basis());
        List<Explanation> parts = new ArrayList<>();
        for (int i = 0; i < years.length; i++) {
            parts.add(Figures.given(yearLabel(years[i]), cents[i]));
        }
        return Explanation.of(query.basis().label(), Figures.amount(all.cents(query.basis())[0]), Step.SUM, parts);
    }

    static Message yearLabel(int year) {
        return year == FundingRow.UNKNOWN_YEAR
                ? Message.of("LEDGER-YEAR-UNKNOWN")
                : Message.of("LEDGER-YEAR", Integer.toString(year));
    }

    private TableBuilder tableOf(FundingDimension dimension) {
        long total = all.cents(query.basis())[0];
        return switch (dimension) {
            case BENEFICIARY -> parties(dimension, byBeneficiary, beneficiaries, total);
            case FUNDER -> parties(dimension, byFunder, funders, total);
            case YEAR -> TableBuilder.inOrder(query, byYear, total, this::yearText);
            default -> texts(dimension, total);
        };
    }

    private TableBuilder parties(FundingDimension dimension, GroupSums sums, Parties parties, long total) {
        return TableBuilder.ranked(
                query,
                dimension,
                sums,
                total,
                parties::key,
                parties::name,
                i -> PartyCode.isIdentified(parties.code(i)));
    }

    private String yearText(int index) {
        return years[index] == FundingRow.UNKNOWN_YEAR ? "" : Integer.toString(years[index]);
    }

    private TableBuilder texts(FundingDimension dimension, long total) {
        TextTally tally = tallies.getOrDefault(dimension, new TextTally(dimension));
        return TableBuilder.ranked(query, dimension, tally.sums(), total, tally::text, tally::text, i -> !tally.text(i)
                .isEmpty());
    }
}
