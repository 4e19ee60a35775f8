package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.subsidia.law.Law;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;

/**
 * Step 5: how a Region shares its envelope between its structures.
 *
 * @param members which structures these are, ascending; the columns are theirs
 * @param weights of each; of the fixed part where results count
 * @param allotted to each by the key, before limits, priority and labels; they add up to the envelope
 * @param paid to each
 * @param unspent what stays with the Region: nobody to pay, labels that ended, everybody at the ceiling
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record StructureShares(int[] members, Weights weights, long[] allotted, long[] paid, long unspent) {

    static StructureShares of(Frame frame, Envelope envelope, int region, int year) {
        Optional<Measure> key =
                frame.last(Model.STRUCTURE_KEY, year).filter(each -> each.concernsRegion(frame.regions.get(region)));
        int[] members = frame.ground.members[region];
        Weights weights = frame.keys.ofStructures(key.orElseGet(Keys::structuresByHistory), region);
        if (weights.isNone()) {
            weights = frame.keys.ofStructures(Keys.structuresByHistory(), region);
        }
        if (weights.isNone()) {
            return new StructureShares(
                    members, weights, new long[members.length], new long[members.length], envelope.cents());
        }
        Optional<Measure> results = frame.last(Model.RESULTS, year);
        long[] allotted = allotted(frame, results, envelope.cents(), weights, region, year);
        Optional<Measure> priority = frame.last(Model.CAP, year)
                .filter(each -> each.concernsRegion(frame.regions.get(region)))
                .filter(each -> each.word("rule").equals("priority") && envelope.cut() > 0);
        long whole = priority.isPresent() ? Math.addExact(envelope.cents(), envelope.cut()) : envelope.cents();
        long[] wanted = priority.isPresent() ? allotted(frame, results, whole, weights, region, year) : allotted;
        if (results.isPresent()
                && (results.get().gives("floor") || results.get().gives("ceiling"))) {
            wanted = limited(frame, results.get(), whole, wanted, weights, region, year);
        }
        long[] paid = priority.isPresent()
                ? served(wanted, order(frame, members, priority.get()), envelope.cents())
                : wanted.clone();
        List<Measure> delabelling = frame.of(Model.DELABELLING, year);
        if (!delabelling.isEmpty()) {
            for (int i = 0; i < paid.length; i++) {
                paid[i] = kept(frame, members[i], year, paid[i]);
            }
        }
        return new StructureShares(members, weights, allotted, paid, envelope.cents() - Cents.sum(paid));
    }

    /** Where a structure stands among the members. */
    int of(int p) {
        return Arrays.binarySearch(members, p);
    }

    /** Places of the members in their order. */
    private static List<Integer> order(Frame frame, int[] members, Measure priority) {
        return Priority.order(frame.recipients, priority.names("priority")).stream()
                .map(p -> Arrays.binarySearch(members, p))
                .filter(place -> place >= 0)
                .toList();
    }

    private static long[] allotted(
            Frame frame, Optional<Measure> results, long envelope, Weights weights, int region, int year) {
        return results.isPresent()
                ? byResults(frame, results.get(), envelope, weights, region, year)
                : weights.split(envelope);
    }

    /** The first in full as far as the money goes; those who are not named share the rest. */
    private static long[] served(long[] wanted, List<Integer> order, long envelope) {
        long[] given = new long[wanted.length];
        long[] others = wanted.clone();
        long left = envelope;
        for (int p : order) {
            given[p] = Math.min(left, wanted[p]);
            left -= given[p];
            others[p] = 0;
        }
        if (left > 0 && Cents.sum(others) > 0) {
            // nobody gets more than wanted: where a cap leaves more than that, it stays with the Region
            long[] rest = Allocation.split(Math.min(left, Cents.sum(others)), others);
            Arrays.setAll(given, p -> given[p] + rest[p]);
        }
        return given;
    }

    /** A fixed part by the key and a part by score. */
    private static long[] byResults(
            Frame frame, Measure results, long envelope, Weights weights, int region, int year) {
        Fraction fixed = results.gives("fixedShare")
                ? results.number("fixedShare", year, Fraction.ONE)
                : fixedShareOf2020(frame);
        long fixedPart = Cents.share(fixed, envelope);
        Weights scores = frame.keys.ofScores(results.name("score").orElse("score"), region);
        long[] sum = weights.split(fixedPart);
        long[] second = (scores.isNone() ? weights : scores).split(envelope - fixedPart);
        Arrays.setAll(sum, i -> Math.addExact(sum[i], second[i]));
        return sum;
    }

    private static Fraction fixedShareOf2020(Frame frame) {
        Law law = frame.laws.at(
                frame.laws.at(LocalDate.EPOCH).date("transfer.poles.day").value());
        long fixed = Cents.of(law.money("transfer.poles.fixed-part").value());
        long results = Cents.of(law.money("transfer.poles.results-part").value());
        return Fraction.of(fixed, Math.addExact(fixed, results));
    }

    private static long kept(Frame frame, int p, int year, long cents) {
        Optional<Measure> gone = delabelled(frame, p, year);
        return gone.isEmpty() ? cents : Cents.share(gone.get().number("kappa", year, Fraction.ZERO), cents);
    }

    /** The measure by which a structure has lost its label in a year, if there is one. */
    static Optional<Measure> delabelled(Frame frame, int p, int year) {
        Recipient recipient = frame.recipients.get(p);
        return frame.of(Model.DELABELLING, year).stream()
                .filter(each -> each.concerns(recipient))
                .filter(each -> each.structures().contains(recipient.id()) || labelEnded(recipient, year))
                .findFirst();
    }

    private static boolean labelEnded(Recipient recipient, int year) {
        LocalDate day = LocalDate.of(year, 1, 1);
        List<Label> poles = recipient.labels().stream()
                .filter(label -> label.kind() == LabelKind.POLE)
                .toList();
        return !poles.isEmpty() && poles.stream().noneMatch(label -> label.heldOn(day));
    }

    /** Within floor and ceiling, for a structure of several regions its share of each. */
    private static long[] limited(
            Frame frame, Measure results, long envelope, long[] wanted, Weights weights, int region, int year) {
        long[] floors = new long[wanted.length];
        long[] ceilings = new long[wanted.length];
        Optional<Long> floor = results.cents("floor", year);
        Optional<Long> ceiling = results.cents("ceiling", year);
        int[] members = frame.ground.members[region];
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != 0 || weights.has(i)) {
                Fraction share = frame.ground.weights[members[i]][region];
                ceilings[i] = ceiling.map(each -> Cents.share(share, each)).orElse(Long.MAX_VALUE);
                floors[i] = Math.min(
                        ceilings[i], floor.map(each -> Cents.share(share, each)).orElse(0L));
            }
        }
        return Limits.share(envelope, wanted, floors, ceilings);
    }
}
