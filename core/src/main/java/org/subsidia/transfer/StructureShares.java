package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param allotted of each structure by the key, before labels and limits; they add up to the envelope
 * @param paid to each structure
 * @param unspent what stays with the Region: nobody to pay, labels that ended, ceilings; less floors that it tops up
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
        long[] allotted = results.isPresent()
                ? byResults(frame, results.get(), keys, envelope.cents(), weights, region, year)
                : allot(frame, envelope, region, year, weights);
        long[] paid = new long[size];
        for (int p = 0; p < size; p++) {
            if (allotted[p] == 0 && weights.get(p).signum() == 0) {
                continue;
            }
            paid[p] = limited(frame, results, p, kept(frame, p, year, allotted[p]), weights.get(p), region, year);
        }
        return new StructureShares(weights, allotted, paid, envelope.cents() - Cents.sum(paid));
    }

    /** Pro rata, or, under a cap with an order of priority, the first in full as far as the money goes. */
    private static long[] allot(Frame frame, Envelope envelope, int region, int year, List<Fraction> weights) {
        Optional<Measure> cap = frame.scenario
                .last(Model.CAP, year)
                .filter(each -> each.concernsRegion(frame.regions.get(region)))
                .filter(each -> each.word("rule").equals("priority"));
        if (cap.isEmpty() || envelope.cut() == 0) {
            return Allocation.split(envelope.cents(), weights);
        }
        long[] wanted = Allocation.split(Math.addExact(envelope.cents(), envelope.cut()), weights);
        long[] given = new long[wanted.length];
        long left = envelope.cents();
        for (String id : cap.get().names("priority")) {
            for (int p = 0; p < given.length; p++) {
                if (given[p] == 0 && frame.recipients.get(p).id().equals(id)) {
                    given[p] = Math.min(left, wanted[p]);
                    left -= given[p];
                }
            }
        }
        List<Fraction> others = new ArrayList<>();
        for (int p = 0; p < given.length; p++) {
            boolean named =
                    cap.get().names("priority").contains(frame.recipients.get(p).id());
            others.add(named ? Fraction.ZERO : weights.get(p));
        }
        if (left > 0 && others.stream().anyMatch(weight -> weight.signum() > 0)) {
            long[] rest = Allocation.split(left, others);
            for (int p = 0; p < given.length; p++) {
                given[p] = Math.addExact(given[p], rest[p]);
            }
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

    private static long limited(
            Frame frame, Optional<Measure> results, int p, long cents, Fraction weight, int region, int year) {
        if (results.isEmpty() || weight.signum() == 0) {
            return cents;
        }
        Fraction share = frame.weights[p][region];
        long floor = results.get()
                .cents("floor", year)
                .map(each -> Cents.share(share, each))
                .orElse(0L);
        long ceiling = results.get()
                .cents("ceiling", year)
                .map(each -> Cents.share(share, each))
                .orElse(Long.MAX_VALUE);
        return Math.min(Math.max(cents, floor), ceiling);
    }
}
