package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.subsidia.law.Law;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;

/**
 * Step 5: how a Region shares its envelope between structures.
 *
 * @param weights of each structure; of the fixed part where results count
 * @param allotted of each structure by the key, before limits, priority and labels; they add up to the envelope
 * @param paid to each structure
 * @param unspent what stays with the Region: nobody to pay, labels that ended, everybody at the ceiling
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record StructureShares(List<Fraction> weights, long[] allotted, long[] paid, long unspent) {

    static StructureShares of(Frame frame, Envelope envelope, int region, int year) {
        Measure key = frame.scenario
                .last(Model.STRUCTURE_KEY, year)
                .filter(each -> each.concernsRegion(frame.regions.get(region)))
                .orElseGet(Keys::structuresByHistory);
        Keys keys = frame.keys;
        List<Fraction> weights = keys.ofStructures(key, region);
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            weights = keys.ofStructures(Keys.structuresByHistory(), region);
        }
        int size = frame.recipients.size();
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            return new StructureShares(weights, new long[size], new long[size], envelope.cents());
        }
        Optional<Measure> results = frame.scenario.last(Model.RESULTS, year);
        long[] allotted = allotted(frame, results, envelope.cents(), weights, region, year);
        Optional<Measure> priority = frame.scenario
                .last(Model.CAP, year)
                .filter(each -> each.concernsRegion(frame.regions.get(region)))
                .filter(each -> each.word("rule").equals("priority") && envelope.cut() > 0);
        long whole = priority.isPresent() ? Math.addExact(envelope.cents(), envelope.cut()) : envelope.cents();
        long[] wanted = priority.isPresent() ? allotted(frame, results, whole, weights, region, year) : allotted;
        if (results.isPresent()
                && (results.get().gives("floor") || results.get().gives("ceiling"))) {
            wanted = limited(frame, results.get(), whole, wanted, weights, region, year);
        }
        long[] paid = priority.isPresent()
                ? served(wanted, Priority.order(frame.recipients, priority.get().names("priority")), envelope.cents())
                : wanted.clone();
        for (int p = 0; p < size; p++) {
            paid[p] = kept(frame, p, year, paid[p]);
        }
        return new StructureShares(weights, allotted, paid, envelope.cents() - Cents.sum(paid));
    }

    private static long[] allotted(
            Frame frame, Optional<Measure> results, long envelope, List<Fraction> weights, int region, int year) {
        return results.isPresent()
                ? byResults(frame, results.get(), frame.keys, envelope, weights, region, year)
                : Allocation.split(envelope, weights);
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
            Frame frame, Measure results, Keys keys, long envelope, List<Fraction> weights, int region, int year) {
        Fraction fixed = results.gives("fixedShare")
                ? results.number("fixedShare", year, Fraction.ONE)
                : fixedShareOf2020(frame);
        long fixedPart = Cents.share(fixed, envelope);
        Measure score = Measure.of(
                results.id(),
                Model.STRUCTURE_KEY,
                Map.of(
                        "keys",
                        new Argument.Weights(
                                new TreeMap<>(Map.of(results.name("score").orElse("score"), Fraction.ONE)))));
        List<Fraction> scores = keys.ofStructures(score, region);
        boolean none = scores.stream().allMatch(weight -> weight.signum() == 0);
        long[] first = Allocation.split(fixedPart, weights);
        long[] second = Allocation.split(envelope - fixedPart, none ? weights : scores);
        long[] sum = new long[first.length];
        for (int p = 0; p < sum.length; p++) {
            sum[p] = Math.addExact(first[p], second[p]);
        }
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
        return frame.scenario.of(Model.DELABELLING, year).stream()
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
            Frame frame, Measure results, long envelope, long[] wanted, List<Fraction> weights, int region, int year) {
        long[] floors = new long[wanted.length];
        long[] ceilings = new long[wanted.length];
        for (int p = 0; p < wanted.length; p++) {
            if (wanted[p] != 0 || weights.get(p).signum() != 0) {
                Fraction share = frame.weights[p][region];
                long ceiling = results.cents("ceiling", year)
                        .map(each -> Cents.share(share, each))
                        .orElse(Long.MAX_VALUE);
                ceilings[p] = ceiling;
                floors[p] = Math.min(
                        ceiling,
                        results.cents("floor", year)
                                .map(each -> Cents.share(share, each))
                                .orElse(0L));
            }
        }
        return Limits.share(envelope, wanted, floors, ceilings);
    }
}
