package org.subsidia.transfer.sweep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.transfer.CounterRandom;

/**
 * The points of a sweep: every combination of the values of six parameters, or so many drawn from them. A point is made when it
 * is asked for, so that a space takes no memory.
 */
public final class SweepSpace {
    /** The parameters in the order in which a grid runs through them, the last one fastest, each with what it is if not given. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "baseYears", "1",
            "rate", "1",
            "growth", "0",
            "cap", "none",
            "regionKey", FrameMaking.HISTORIC,
            "key", FrameMaking.HISTORIC);

    static final String NONE = "none";
    private static final int MOST_YEARS = 30;
    private static final int MOST_VALUES = 100_000;
    private static final Fraction HIGHEST_RATE = Fraction.of(10);
    private static final Fraction HUNDRED = Fraction.of(100);

    private final List<Integer> baseYears;
    private final Axis rates;
    private final Axis growths;
    private final List<Optional<Money>> caps;
    private final List<String> regionKeys;
    private final List<String> keys;
    private final long sampled;
    private final CounterRandom random;

    private SweepSpace(Map<String, String> texts, long sampled, long seed) {
        this.sampled = sampled;
        this.random = new CounterRandom(seed);
        baseYears = values(texts, "baseYears", SweepSpace::years);
        rates = Axis.of(text(texts, "rate"), sampled > 0, each -> each.compareTo(HIGHEST_RATE) <= 0);
        growths = Axis.of(text(texts, "growth"), sampled > 0, each -> each.compareTo(Fraction.ONE) <= 0);
        caps = values(texts, "cap", SweepSpace::cap);
        regionKeys = values(texts, "regionKey", Function.identity());
        keys = values(texts, "key", Function.identity());
        grid();
    }

    /**
     * Every combination.
     *
     * @param texts values by parameter, as in {@code rate=0.5..1/0.1, key=historic,members}: {@code baseYears}, {@code rate},
     *     {@code growth}, {@code cap} in euros or {@code none}, {@code regionKey}, {@code key}; those left out are one year, 1, 0,
     *     none, historic and historic
     * @return the space, or what cannot be read
     */
    public static Reading<SweepSpace> grid(Map<String, String> texts) {
        return read(texts, 0, 0);
    }

    /**
     * Points drawn from the values; of a range without a step, one of its ten thousandths is drawn.
     *
     * @param texts as for a grid
     * @param points how many, at least 1
     * @param seed draws the same points each time
     * @return the space, or what cannot be read
     */
    public static Reading<SweepSpace> sample(Map<String, String> texts, long points, long seed) {
        return points < 1
                ? Reading.refused(Finding.error(Place.NOWHERE, "SWEEP-BAD-VALUE", "sample", String.valueOf(points)))
                : read(texts, points, seed);
    }

    private static Reading<SweepSpace> read(Map<String, String> texts, long points, long seed) {
        for (String name : texts.keySet()) {
            if (!DEFAULTS.containsKey(name)) {
                throw new IllegalArgumentException("no parameter " + name);
            }
        }
        try {
            return Reading.of(new SweepSpace(texts, points, seed));
        } catch (BadValue e) {
            return Reading.refused(e.finding);
        }
    }

    /** {@return how many points there are} */
    public long size() {
        return sampled > 0 ? sampled : grid();
    }

    private long grid() {
        long size = 1;
        for (int values :
                new int[] {baseYears.size(), rates.size(), growths.size(), caps.size(), regionKeys.size(), keys.size()
                }) {
            size = Math.multiplyExact(size, (long) values);
        }
        return size;
    }

    /**
     * A point.
     *
     * @param number from 0
     * @return the point
     * @throws IndexOutOfBoundsException if there is no such point
     */
    public SweepPoint point(long number) {
        if (number < 0 || number >= size()) {
            throw new IndexOutOfBoundsException("point " + number + " of " + size());
        }
        Choice choice = sampled > 0 ? new Drawn(number) : new Counted(number);
        String key = keys.get(choice.below(keys.size()));
        String regionKey = regionKeys.get(choice.below(regionKeys.size()));
        Money cap = caps.get(choice.below(caps.size())).orElse(null);
        Fraction growth = growths.at(choice.below(growths.size()));
        Fraction rate = rates.at(choice.below(rates.size()));
        return new SweepPoint(number, baseYears.get(choice.below(baseYears.size())), rate, growth, cap, regionKey, key);
    }

    /**
     * What a sweep does not know of what this space asks.
     *
     * @param sweep on which it shall run
     * @return a finding for too many years and for each unknown key; empty: it can run
     */
    public List<Finding> unknown(Sweep sweep) {
        List<Finding> findings = new ArrayList<>();
        for (int years : baseYears) {
            if (years > sweep.knownYears()) {
                findings.add(Finding.error(Place.NOWHERE, "SWEEP-LINE-YEARS", years, sweep.knownYears()));
            }
        }
        for (List<String> names : List.of(regionKeys, keys)) {
            for (String key : names) {
                if (!sweep.keys().contains(key)) {
                    findings.add(Finding.error(Place.NOWHERE, "SWEEP-NO-KEY", key, String.join(", ", sweep.keys())));
                }
            }
        }
        return findings;
    }

    private interface Choice {
        int below(int bound);
    }

    /** The digits of a number, the last parameter's first. */
    private static final class Counted implements Choice {
        private long rest;

        Counted(long number) {
            rest = number;
        }

        @Override
        public int below(int bound) {
            int digit = (int) (rest % bound);
            rest /= bound;
            return digit;
        }
    }

    private final class Drawn implements Choice {
        private final long number;
        private int parameter;

        Drawn(long number) {
            this.number = number;
        }

        @Override
        public int below(int bound) {
            return random.below(bound, number, parameter++);
        }
    }

    /**
     * Evenly spaced numbers, or some that are listed.
     *
     * @param listed the numbers; empty: evenly spaced
     */
    private record Axis(List<Fraction> listed, Fraction first, Fraction step, int size) {
        private static final int DRAWN_STEPS = 10_000;

        interface Limit {
            boolean holds(Fraction value);
        }

        static Axis of(Named text, boolean drawn, Limit limit) {
            String[] ends = text.text.split("\\.\\.", -1);
            if (ends.length == 1) {
                List<Fraction> listed = new ArrayList<>();
                for (String item : text.items()) {
                    listed.add(text.number(item, limit));
                }
                return new Axis(listed, Fraction.ZERO, Fraction.ZERO, listed.size());
            }
            int slash = ends[1].indexOf('/');
            if (ends.length > 2 || (slash < 0 && !drawn)) {
                throw text.bad(text.text);
            }
            Fraction first = text.number(ends[0], limit);
            Fraction last = text.number(slash < 0 ? ends[1] : ends[1].substring(0, slash), limit);
            Fraction width = last.minus(first);
            Fraction step = slash < 0
                    ? width.dividedBy(Fraction.of(DRAWN_STEPS))
                    : text.number(ends[1].substring(slash + 1), limit);
            if (step.signum() <= 0 || width.signum() < 0) {
                throw text.bad(text.text);
            }
            Fraction steps = width.dividedBy(step);
            if (steps.compareTo(Fraction.of(MOST_VALUES - 1L)) > 0) {
                throw text.bad(text.text);
            }
            int whole = steps.numerator().divide(steps.denominator()).intValueExact();
            return new Axis(List.of(), first, step, whole + 1);
        }

        Fraction at(int index) {
            return listed.isEmpty() ? first.plus(step.times(Fraction.of(index))) : listed.get(index);
        }
    }

    /** A parameter's name and what was written. */
    private record Named(String name, String text) {
        List<String> items() {
            List<String> items =
                    List.of(text.split(",", -1)).stream().map(String::strip).toList();
            if (items.contains("") || items.size() > MOST_VALUES) {
                throw bad(text);
            }
            return items;
        }

        Fraction number(String item, Axis.Limit limit) {
            try {
                Fraction number = Fraction.parse(item.strip());
                if (number.signum() >= 0 && limit.holds(number)) {
                    return number;
                }
            } catch (IllegalArgumentException e) {
                throw bad(item);
            }
            throw bad(item);
        }

        BadValue bad(String item) {
            return new BadValue(Finding.error(Place.NOWHERE, "SWEEP-BAD-VALUE", name, item));
        }
    }

    private static final class BadValue extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Finding finding;

        BadValue(Finding finding) {
            super(finding.code(), null, false, false);
            this.finding = finding;
        }
    }

    private static Named text(Map<String, String> texts, String name) {
        String text = texts.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
        return new Named(name, text);
    }

    private static <T> List<T> values(Map<String, String> texts, String name, Function<String, T> reader) {
        Named text = text(texts, name);
        List<T> values = new ArrayList<>();
        for (String item : text.items()) {
            try {
                values.add(reader.apply(item));
            } catch (IllegalArgumentException e) {
                throw text.bad(item);
            }
        }
        return values;
    }

    private static Integer years(String item) {
        return IntStream.rangeClosed(1, MOST_YEARS)
                .boxed()
                .filter(years -> String.valueOf(years).equals(item))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Optional<Money> cap(String item) {
        if (item.equals(NONE)) {
            return Optional.empty();
        }
        Fraction cents = Fraction.parse(item).times(HUNDRED);
        if (cents.signum() < 0
                || !cents.denominator().equals(BigInteger.ONE)
                || cents.numerator().bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException(item);
        }
        return Optional.of(Money.ofMinor(CurrencyUnit.EUR, cents.numerator().longValueExact()));
    }
}
