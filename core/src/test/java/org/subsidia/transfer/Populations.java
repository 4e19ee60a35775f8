package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/** Small populations for tests. */
public final class Populations {
    private static final String[] REGIONS = {"11", "84", "93", "76", "53"};
    private static final FunderLevel[] LEVELS = {
        FunderLevel.STATE, FunderLevel.REGION, FunderLevel.DEPARTEMENT, FunderLevel.EPCI, FunderLevel.EU_SHARED
    };

    private Populations() {}

    public static Money euros(long amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    /** One structure in two regions that received 18 M€ of the State in 2019, three others beside it. */
    public static Population eighteenMillion() {
        return new Population(
                "",
                true,
                List.of(
                        one("A", 9_000_000, "84", "93"),
                        one("B", 6_000_000, "84"),
                        one("C", 3_000_000, "11"),
                        one("D", 0, "11")));
    }

    private static Recipient one(String id, long state, String... regions) {
        Recipient.Builder builder = Recipient.builder(id, "Structure " + id)
                .received(FunderLevel.STATE, 2019, euros(state))
                .received(FunderLevel.REGION, 2019, euros(100_000))
                .received(FunderLevel.EU_SHARED, 2019, euros(50_000))
                .fixedCost(2019, euros(state / 2))
                .variableCost(2019, euros(state / 2 + 200_000))
                .privateIncome(2019, euros(60_000))
                .openingCash(euros(100_000))
                .key("members", Fraction.of(state / 100_000 + 5));
        for (String region : regions) {
            builder.region(region, Fraction.ONE);
        }
        return builder.build();
    }

    public static Population random(Random random) {
        List<Recipient> recipients = new ArrayList<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            Recipient.Builder builder = Recipient.builder("S" + i, "Structure " + i);
            int regions = 1 + random.nextInt(3);
            for (int r = 0; r < regions; r++) {
                builder.region(REGIONS[random.nextInt(REGIONS.length)], Fraction.of(1 + random.nextInt(5)));
            }
            for (FunderLevel level : LEVELS) {
                for (int year = 2017; year <= 2019; year++) {
                    if (level == FunderLevel.STATE || random.nextInt(3) > 0) {
                        builder.received(level, year, cents(random, 40_000_000));
                    }
                }
            }
            builder.fixedCost(2019, cents(random, 60_000_000))
                    .variableCost(2019, cents(random, 30_000_000))
                    .privateIncome(2019, cents(random, 40_000_000))
                    .openingCash(cents(random, 30_000_000))
                    .key("members", Fraction.of(random.nextInt(200)))
                    .key("fte", Fraction.of(random.nextInt(100), 10))
                    .key("score", Fraction.of(random.nextInt(20)));
            recipients.add(builder.build());
        }
        return new Population("", true, recipients);
    }

    private static Money cents(Random random, int most) {
        return Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextInt(most));
    }
}
