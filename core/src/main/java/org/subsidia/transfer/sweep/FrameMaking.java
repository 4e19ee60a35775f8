package org.subsidia.transfer.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.transfer.OneOffGrants;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;
import org.subsidia.transfer.YearlyAmounts;

/** Puts a population into columns. */
final class FrameMaking {
    static final String HISTORIC = "historic";
    static final String COUNT = "count";
    static final String EQUAL = "equal";
    /** Stands for the region of structures whose region is not known. */
    private static final String NO_REGION = "";

    private final List<Recipient> sharing = new ArrayList<>();
    private final long[] before;
    private final OneOffGrants oneOff;
    private final SortedMap<String, List<Seat>> seats = new TreeMap<>();

    /** A structure in a region, with its share there and what it received there. */
    private record Seat(int structure, Fraction share, long historic) {}

    private FrameMaking(Population population, FunderLevel level, int reference, OneOffGrants oneOff) {
        this.oneOff = oneOff;
        for (Recipient recipient : population.recipients()) {
            if (amount(recipient, level, reference) > 0) {
                sharing.add(recipient);
            }
        }
        before = sharing.stream()
                .mapToLong(each -> amount(each, level, reference))
                .toArray();
        for (int s = 0; s < before.length; s++) {
            SortedMap<String, Fraction> regions = sharing.get(s).regions();
            if (regions.isEmpty()) {
                regions = new TreeMap<>(Map.of(NO_REGION, Fraction.ONE));
            }
            Fraction sum = regions.values().stream().reduce(Fraction.ZERO, Fraction::plus);
            long[] parts = Allocation.split(before[s], List.copyOf(regions.values()));
            int part = 0;
            for (Map.Entry<String, Fraction> region : regions.entrySet()) {
                seats.computeIfAbsent(region.getKey(), key -> new ArrayList<>())
                        .add(new Seat(s, region.getValue().dividedBy(sum), parts[part++]));
            }
        }
    }

    static @Nullable SweepFrame of(
            Population population,
            FunderLevel level,
            int reference,
            int years,
            OneOffGrants oneOff,
            List<Finding> findings) {
        FrameMaking making = new FrameMaking(population, level, reference, oneOff);
        if (making.before.length == 0) {
            findings.add(Finding.error(Place.NOWHERE, "SWEEP-NOBODY", level.label(), String.valueOf(reference)));
            return null;
        }
        return making.frame(making.line(population, level, reference), years, findings);
    }

    private long amount(Recipient recipient, FunderLevel level, int year) {
        return amounts(recipient, level)
                .lastKnown(year)
                .map(Money::getAmountMinorLong)
                .orElse(0L);
    }

    private YearlyAmounts amounts(Recipient recipient, FunderLevel level) {
        return oneOff == OneOffGrants.END ? recipient.recurring(level) : recipient.received(level);
    }

    /** The line by year, backwards; the reference year counts what is last known of each structure. */
    private long[] line(Population population, FunderLevel level, int reference) {
        List<Long> line = new ArrayList<>();
        line.add(population.recipients().stream()
                .mapToLong(each -> amount(each, level, reference))
                .reduce(0, Math::addExact));
        Map<Integer, Money> sums =
                (oneOff == OneOffGrants.END ? population.recurring(level) : population.total(level)).byYear();
        for (int year = reference - 1; sums.get(year) != null; year--) {
            line.add(Optional.ofNullable(sums.get(year)).orElseThrow().getAmountMinorLong());
        }
        return line.stream().mapToLong(Long::longValue).toArray();
    }

    private SweepFrame frame(long[] line, int years, List<Finding> findings) {
        List<Seat> places = seats.values().stream().flatMap(List::stream).toList();
        int[] starts = new int[seats.size() + 1];
        int region = 0;
        for (List<Seat> own : seats.values()) {
            starts[region + 1] = starts[region] + own.size();
            region++;
        }
        long[] historic = places.stream().mapToLong(Seat::historic).toArray();
        List<String> keys = new ArrayList<>();
        List<Columns> columns = new ArrayList<>();
        for (String key : names()) {
            List<Fraction> values =
                    places.stream().map(place -> value(place, key)).toList();
            Columns column = Columns.of(values, starts, key.equals(EQUAL), historic);
            if (column == null) {
                findings.add(Finding.warning(Place.NOWHERE, "SWEEP-KEY-TOO-FINE", key));
            } else {
                keys.add(key);
                columns.add(column);
                missing(key, findings);
            }
        }
        long all = 0;
        for (long each : before) {
            // so that no sum of gaps can overflow
            all = Math.addExact(all, Math.multiplyExact(each, (long) years));
        }
        int[] structures = places.stream().mapToInt(Seat::structure).toArray();
        List<String> ids = sharing.stream().map(Recipient::id).toList();
        return new SweepFrame(years, line, before, starts, structures, List.copyOf(seats.keySet()), ids, keys, columns);
    }

    /** The keys that come of themselves first, then those of the structures. */
    private List<String> names() {
        SortedSet<String> own = new TreeSet<>();
        sharing.forEach(each -> own.addAll(each.keys().keySet()));
        List<String> names = new ArrayList<>(List.of(HISTORIC, COUNT, EQUAL));
        own.stream().filter(each -> !names.contains(each)).forEach(names::add);
        return names;
    }

    private Fraction value(Seat seat, String key) {
        return switch (key) {
            case HISTORIC -> Fraction.of(seat.historic());
            case COUNT, EQUAL -> seat.share();
            default ->
                sharing.get(seat.structure()).key(key).orElse(Fraction.ZERO).times(seat.share());
        };
    }

    private void missing(String key, List<Finding> findings) {
        long without = sharing.stream().filter(each -> each.key(key).isEmpty()).count();
        if (without > 0 && !List.of(HISTORIC, COUNT, EQUAL).contains(key)) {
            findings.add(Finding.warning(Place.NOWHERE, "SWEEP-KEY-MISSING", key, without));
        }
    }
}
