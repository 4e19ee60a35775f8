package org.subsidia.transfer;

import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/**
 * What Region and département owe each other once the tax share moves with the charges, so that the transfer costs neither of
 * them anything (CLECRT, "attribution de compensation"). As a measure of a scenario: {@link Model#CLECRT}.
 */
public final class Clecrt {
    private Clecrt() {}

    /**
     * The yearly attribution.
     *
     * @param tax what the points of tax that moved to the Region bring in the département
     * @param charges what the transferred charges cost the département
     * @return tax less charges: where positive, the Region pays it to the département; where negative, the département pays
     */
    public static Explanation attribution(Money tax, Money charges) {
        return attribution(
                Amounts.given(Message.of("XFER-CLECRT-TAX"), tax),
                Amounts.given(Message.of("XFER-CLECRT-CHARGES"), charges));
    }

    static Explanation attribution(Explanation tax, Explanation charges) {
        return Amounts.difference(Message.of("XFER-CLECRT"), tax, charges);
    }
}
