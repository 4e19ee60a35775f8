package org.subsidia.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/** The years of a picture, and how much more or less each brought than the one before. */
final class Evolution {
    private final AmountBasis basis;
    private final int[] years;
    private final GroupSums sums;

    Evolution(AmountBasis basis, int[] years, GroupSums sums) {
        this.basis = basis;
        this.years = years;
        this.sums = sums;
    }

    List<FundingYear> years() {
        List<FundingYear> evolution = new ArrayList<>();
        for (int i = 0; i < years.length; i++) {
            if (years[i] != FundingRow.UNKNOWN_YEAR) {
                evolution.add(new FundingYear(
                        years[i],
                        Figures.euros(sums.published(i)),
                        Figures.euros(sums.attributed(i)),
                        sums.grants(i),
                        change(i)));
            }
        }
        return evolution;
    }

    private Explanation change(int i) {
        Message label = Message.of("LEDGER-CHANGE", Integer.toString(years[i]));
        if (i == 0 || years[i - 1] != years[i] - 1) {
            return Explanation.leaf(label, Figures.unknown("LEDGER-UNKNOWN-YEAR-BEFORE"));
        }
        long now = sums.cents(basis)[i];
        long before = sums.cents(basis)[i - 1];
        if (before <= 0) {
            return Explanation.leaf(label, Figures.unknown("LEDGER-UNKNOWN-CHANGE"));
        }
        Explanation ratio = Explanation.of(
                Message.of("LEDGER-CHANGE-RATIO"),
                Figures.share(BigInteger.valueOf(now), BigInteger.valueOf(before)),
                Step.RATIO,
                List.of(
                        Figures.given(PictureBuilder.yearLabel(years[i]), now),
                        Figures.given(PictureBuilder.yearLabel(years[i - 1]), before)));
        BigDecimal grown = ratio.value().number().orElseThrow();
        return Explanation.of(
                label,
                new Value.Share(grown.subtract(BigDecimal.ONE)),
                Step.DIFFERENCE,
                List.of(ratio, Explanation.leaf(Message.of("LEDGER-CHANGE-NONE"), new Value.Share(BigDecimal.ONE))));
    }
}
