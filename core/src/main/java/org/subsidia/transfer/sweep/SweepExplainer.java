package org.subsidia.transfer.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.territory.Region;

/** Reads what a structure receives at a point back to the line, with the slow exact split. */
final class SweepExplainer {
    private final SweepFrame frame;
    private final int reference;
    private final SweepPoint point;
    private final Columns between;
    private final Columns within;

    SweepExplainer(SweepFrame frame, int reference, SweepPoint point) {
        this.frame = frame;
        this.reference = reference;
        this.point = point;
        this.between = frame.key(point.regionKey());
        this.within = frame.key(point.key());
    }

    /** The gap of a structure over all years. */
    Explanation gap(int structure) {
        List<Explanation> parts = new ArrayList<>();
        for (int year = reference + 1; year <= reference + frame.years(); year++) {
            parts.add(received(structure, year));
        }
        String id = frame.ids().get(structure);
        Explanation sum = Amounts.sum(Message.of("SWEEP-WHY-RECEIVED", id), CurrencyUnit.EUR, parts);
        Money yearly = money(frame.before()[structure]);
        Explanation before = Explanation.of(
                Message.of("SWEEP-WHY-BEFORE", id),
                new Value.Amount(yearly.multipliedBy(frame.years())),
                Step.PRODUCT,
                List.of(
                        Amounts.given(Message.of("SWEEP-WHY-REFERENCE", String.valueOf(reference)), yearly)
                                .withRecords(List.of(id)),
                        years(frame.years())));
        return Amounts.difference(Message.of("SWEEP-WHY-GAP", String.valueOf(point.number()), id), sum, before);
    }

    /** What a structure receives in a year. */
    Explanation received(int structure, int year) {
        if (year <= reference || year > reference + frame.years()) {
            throw new IllegalArgumentException("no year " + year);
        }
        String id = frame.ids().get(structure);
        List<Explanation> parts = new ArrayList<>();
        for (int region = 0; region < frame.regions(); region++) {
            for (int place = frame.starts()[region]; place < frame.starts()[region + 1]; place++) {
                if (frame.structures()[place] == structure) {
                    parts.add(paid(region, place, year));
                }
            }
        }
        return Amounts.sum(
                        Message.of("SWEEP-WHY-AMOUNT", String.valueOf(point.number()), id, String.valueOf(year)),
                        CurrencyUnit.EUR,
                        parts)
                .withRecords(List.of(id));
    }

    private Explanation paid(int region, int place, int year) {
        int from = frame.starts()[region];
        int to = frame.starts()[region + 1];
        long sum = within.sums()[region];
        Explanation envelope = envelope(region, year);
        Message label = Message.of("XFER-PAID-BY", name(region));
        if (sum == 0) {
            return Amounts.given(label, money(0));
        }
        long[] parts = Allocation.split(cents(envelope), Arrays.copyOfRange(within.weights(), from, to));
        Explanation product = Amounts.share(
                Message.of("XFER-PART-STRUCTURE"),
                Message.of("SWEEP-WHY-WEIGHT", point.key()),
                Fraction.of(within.weights()[place], sum),
                envelope);
        return withRest(label, product, parts[place - from]);
    }

    private Explanation envelope(int region, int year) {
        long[] weights = between.regionWeights();
        long path = path(year);
        long sum = 0;
        for (long weight : weights) {
            sum = Math.addExact(sum, weight);
        }
        Explanation product = Amounts.share(
                Message.of("XFER-PART-REGION"),
                Message.of("SWEEP-WHY-REGION-WEIGHT", name(region), point.regionKey()),
                Fraction.of(weights[region], sum),
                transferred(path, year));
        Explanation received =
                withRest(Message.of("XFER-RECEIVED", name(region)), product, Allocation.split(path, weights)[region]);
        Message label = Message.of("XFER-ENVELOPE", name(region));
        return point.limit()
                .map(cap -> Amounts.least(label, List.of(received, Amounts.given(Message.of("SWEEP-WHY-CAP"), cap))))
                .orElse(received);
    }

    private Explanation transferred(long path, int year) {
        List<Explanation> factors = new ArrayList<>();
        factors.add(explainBase());
        factors.add(Amounts.share(Message.of("XFER-RATE"), point.rate()));
        for (int each = reference + 2; each <= year && point.growth().signum() > 0; each++) {
            factors.add(Amounts.share(
                    Message.of("SWEEP-WHY-GROWTH", String.valueOf(each)), Fraction.ONE.plus(point.growth())));
        }
        return Explanation.of(
                Message.of("XFER-TRANSFERRED", String.valueOf(year)),
                new Value.Amount(money(path)),
                Step.PRODUCT,
                factors);
    }

    private long path(int year) {
        Fraction factor = point.rate();
        for (int each = reference + 2; each <= year; each++) {
            factor = factor.times(Fraction.ONE.plus(point.growth()));
        }
        return factor.times(cents(explainBase()), RoundingMode.HALF_UP);
    }

    private Explanation explainBase() {
        List<Explanation> parts = new ArrayList<>();
        long sum = 0;
        for (int back = 0; back < point.baseYears(); back++) {
            if (back >= frame.line().length) {
                throw new IllegalArgumentException("the line is known for " + frame.line().length + " years");
            }
            sum = Math.addExact(sum, frame.line()[back]);
            parts.add(Amounts.given(
                    Message.of("XFER-LINE-OF", String.valueOf(reference - back)), money(frame.line()[back])));
        }
        return Explanation.of(
                Message.of("XFER-BASE-MEAN", point.baseYears()),
                new Value.Amount(money(Fraction.of(1, point.baseYears()).times(sum, RoundingMode.HALF_UP))),
                Step.RATIO,
                List.of(Amounts.sum(Message.of("XFER-BASE-SUM"), CurrencyUnit.EUR, parts), years(point.baseYears())));
    }

    private static Explanation years(int count) {
        return Explanation.leaf(
                Message.of("XFER-BASE-YEARS"),
                new Value.Quantity(BigDecimal.valueOf(count), Message.of("XFER-UNIT-YEARS")));
    }

    private static Explanation withRest(Message label, Explanation product, long cents) {
        List<Explanation> parts = new ArrayList<>(List.of(product));
        long rest = cents - cents(product);
        if (rest != 0) {
            parts.add(Amounts.given(Message.of("XFER-REST-CENT"), money(rest)));
        }
        return Amounts.sum(label, CurrencyUnit.EUR, parts);
    }

    private String name(int region) {
        String code = frame.regionCodes().get(region);
        return Region.find(code).map(Region::name).orElse(code.isEmpty() ? "?" : code);
    }

    private static long cents(Explanation amount) {
        return Amounts.of(amount).orElseThrow().getAmountMinorLong();
    }

    private static Money money(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }
}
