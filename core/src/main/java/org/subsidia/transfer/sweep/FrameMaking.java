package org.subsidia.transfer.sweep;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.transfer.OneOffGrants;
import org.subsidia.transfer.Recipient;
import org.subsidia.transfer.YearlyAmounts;

/** Puts structures into columns, one after the other; nothing else is kept of them. */
final class FrameMaking {
    static final String HISTORIC = "historic";
    static final String COUNT = "count";
    static final String EQUAL = "equal";
    /** Stands for the region of structures whose region is not known. */
    private static final String NO_REGION = "";
    /** So many different fractions are shared by those who have them. */
    private static final int MOST_SHARED = 100_000;

    private final FunderLevel level;
    private final int reference;
    private final OneOffGrants oneOff;
    private final @Nullable List<String> ids;
    private final LongColumn before = new LongColumn();
    private final SortedMap<String, Seats> seats = new TreeMap<>();
    private final SortedMap<String, Key> keys = new TreeMap<>();
    private final SortedMap<Integer, Long> sums = new TreeMap<>();
    private final Map<Fraction, Fraction> shared = new HashMap<>();
    private long lastKnown;

    /** The structures of a region, with their share there and what they received there. */
    private static final class Seats {
        private final LongColumn structures = new LongColumn();
        private final LongColumn historic = new LongColumn();
        private final List<Fraction> shares = new ArrayList<>();
    }

    /** What structures weigh by a key; those after the last that has it weigh nothing. */
    private static final class Key {
        private final List<Fraction> values = new ArrayList<>();
        private int known;

        Fraction of(int structure) {
            return structure < values.size() ? values.get(structure) : Fraction.ZERO;
        }
    }

    /** Numbers that become more. */
    private static final class LongColumn {
        private long[] values = new long[16];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
            }
            values[size++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    FrameMaking(FunderLevel level, int reference, OneOffGrants oneOff, boolean withIds) {
        this.level = level;
        this.reference = reference;
        this.oneOff = oneOff;
        this.ids = withIds ? new ArrayList<>() : null;
    }

    void add(Recipient recipient) {
        YearlyAmounts amounts = oneOff == OneOffGrants.END ? recipient.recurring(level) : recipient.received(level);
        amounts.byYear().forEach((year, amount) -> sums.merge(year, amount.getAmountMinorLong(), Math::addExact));
        long amount =
                amounts.lastKnown(reference).map(Money::getAmountMinorLong).orElse(0L);
        lastKnown = Math.addExact(lastKnown, amount);
        if (amount <= 0) {
            return;
        }
        int structure = before.size;
        before.add(amount);
        if (ids != null) {
            ids.add(recipient.id());
        }
        SortedMap<String, Fraction> regions = recipient.regions();
        if (regions.isEmpty()) {
            regions = new TreeMap<>(Map.of(NO_REGION, Fraction.ONE));
        }
        Fraction sum = regions.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        long[] parts = Allocation.split(amount, List.copyOf(regions.values()));
        int part = 0;
        for (Map.Entry<String, Fraction> region : regions.entrySet()) {
            Seats own = seats.computeIfAbsent(region.getKey(), code -> new Seats());
            own.structures.add(structure);
            own.historic.add(parts[part++]);
            own.shares.add(shared(region.getValue().dividedBy(sum)));
        }
        recipient.keys().forEach((name, value) -> {
            Key key = keys.computeIfAbsent(name, each -> new Key());
            while (key.values.size() < structure) {
                key.values.add(Fraction.ZERO);
            }
            key.values.add(shared(value));
            key.known++;
        });
    }

    private Fraction shared(Fraction value) {
        return shared.size() < MOST_SHARED
                ? shared.computeIfAbsent(value, each -> each)
                : shared.getOrDefault(value, value);
    }

    @Nullable
    SweepFrame frame(int years, List<Finding> findings) {
        if (before.size == 0) {
            findings.add(Finding.error(Place.NOWHERE, "SWEEP-NOBODY", level.label(), String.valueOf(reference)));
            return null;
        }
        int[] starts = new int[seats.size() + 1];
        int region = 0;
        for (Seats own : seats.values()) {
            starts[region + 1] = starts[region] + own.structures.size;
            region++;
        }
        int places = starts[region];
        int[] structures = new int[places];
        long[] historic = new long[places];
        Fraction[] shares = new Fraction[places];
        int place = 0;
        for (Seats own : seats.values()) {
            for (int i = 0; i < own.structures.size; i++) {
                structures[place] = (int) own.structures.values[i];
                historic[place] = own.historic.values[i];
                shares[place] = own.shares.get(i);
                place++;
            }
        }
        List<String> names = new ArrayList<>();
        List<Columns> columns = new ArrayList<>();
        for (String key : names()) {
            IntFunction<Fraction> value =
                    switch (key) {
                        case HISTORIC -> each -> Fraction.of(historic[each]);
                        case COUNT, EQUAL -> each -> shares[each];
                        default -> each -> own(key).of(structures[each]).times(shares[each]);
                    };
            Columns column = Columns.of(list(places, value), starts, key.equals(EQUAL), historic);
            if (column == null) {
                findings.add(Finding.warning(Place.NOWHERE, "SWEEP-KEY-TOO-FINE", key));
            } else {
                names.add(key);
                columns.add(column);
                missing(key, findings);
            }
        }
        long[] amounts = before.toArray();
        long all = 0;
        for (long each : amounts) {
            // so that no sum of gaps can overflow
            all = Math.addExact(all, Math.multiplyExact(each, (long) years));
        }
        return new SweepFrame(
                years,
                line(),
                amounts,
                starts,
                structures,
                List.copyOf(seats.keySet()),
                ids == null ? List.of() : List.copyOf(ids),
                names,
                columns);
    }

    /** The line by year, backwards; the reference year counts what is last known of each structure. */
    private long[] line() {
        List<Long> line = new ArrayList<>(List.of(lastKnown));
        for (int year = reference - 1; sums.containsKey(year); year--) {
            line.add(sums.getOrDefault(year, 0L));
        }
        return line.stream().mapToLong(Long::longValue).toArray();
    }

    /** The keys that come of themselves first, then those of the structures. */
    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(HISTORIC, COUNT, EQUAL));
        keys.keySet().stream().filter(each -> !names.contains(each)).forEach(names::add);
        return names;
    }

    private Key own(String name) {
        return keys.getOrDefault(name, new Key());
    }

    /** Made when they are asked for: millions of fractions would take much room. */
    private static List<Fraction> list(int size, IntFunction<Fraction> value) {
        return new AbstractList<>() {
            @Override
            public Fraction get(int index) {
                return value.apply(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private void missing(String name, List<Finding> findings) {
        Key key = keys.get(name);
        if (key != null
                && key.known < before.size
                && !List.of(HISTORIC, COUNT, EQUAL).contains(name)) {
            findings.add(Finding.warning(Place.NOWHERE, "SWEEP-KEY-MISSING", name, (long) before.size - key.known));
        }
    }
}
