package org.subsidia.benchmark;

import java.nio.file.Path;
import java.util.List;
import org.subsidia.io.scdl.ScdlFunding;
import org.subsidia.ledger.FundingAggregator;
import org.subsidia.ledger.FundingQuery;
import org.subsidia.ledger.PartyCode;

/** The job of the funding benchmark, done by this library, on as many threads as it is told. */
public final class SubsidiaFunding {
    private SubsidiaFunding() {}

    /**
     * Sums one file and prints the figures that all contenders print.
     *
     * @param args the file and the number of threads
     */
    public static void main(String[] args) {
        ScdlFunding.Result result = ScdlFunding.of(FundingQuery.standard())
                .threads(Integer.parseInt(args[1]))
                .read(List.of(Path.of(args[0])), finding -> {});
        Totals totals = new Totals();
        FundingAggregator sums = result.sums();
        sums.forEachGroup(totals::add);
        System.out.println(new StringBuilder("rows=")
                .append(totals.rows)
                .append(" groups=")
                .append(sums.groups())
                .append(" cents=")
                .append(totals.cents)
                .append(" mixed=")
                .append(totals.mixed));
    }

    private static final class Totals {
        private long rows;
        private long cents;
        private long mixed;

        void add(long beneficiary, int year, long funder, long grants, long published, long attributed) {
            rows += grants;
            cents = Math.addExact(cents, published);
            long b = PartyCode.number(beneficiary);
            long f = PartyCode.number(funder);
            mixed += published % 1_000_003 * (b % 1_000_003 + f % 999_983 + year);
        }
    }
}
