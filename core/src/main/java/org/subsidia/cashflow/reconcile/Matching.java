package org.subsidia.cashflow.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/**
 * Finds the matches: first one and one where the amount is right, then groups, both as far as they are sure; then both again, then
 * what else speaks for each other. Of several matches of one movement or payment the one with the most points is taken. Used once.
 */
final class Matching {
    /** How far behind the second best must be. */
    private static final int MARGIN = 10;

    private static final int LEAST = 30;
    private static final int MOST_PARTS = 5;
    private static final int MOST_CANDIDATES = 18;
    private static final int EACH_PART = 5;
    private static final long NEAR_DAYS = 62;

    private final List<ExpectedPayment> payments;
    private final ReconcileOptions options;
    private final Map<ExpectedPayment, Integer> order = new HashMap<>();
    private final Map<BankEntry, List<Pair>> pairsOf = new HashMap<>();
    private final Map<ExpectedPayment, List<Pair>> pairsFor = new HashMap<>();
    private final Map<BankEntry, Pair> taken = new HashMap<>();
    private final Set<BankEntry> usedEntries = new HashSet<>();
    private final Set<ExpectedPayment> usedPayments = new HashSet<>();
    private final List<Pair> singles = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    private record Pair(BankEntry entry, ExpectedPayment payment, Score score) {
        boolean exact() {
            return score.of(Clue.AMOUNT) > 0;
        }

        /** Whether the movement speaks of this payment’s grant or its payer. */
        boolean speaks() {
            return score.of(Clue.REFERENCE) > 0 || score.of(Clue.PAYER) > 0;
        }
    }

    private record Group(List<Pair> pairs, Score score, boolean only) {}

    Matching(Scoring scoring, List<BankEntry> entries, List<ExpectedPayment> payments, ReconcileOptions options) {
        this.payments = payments;
        this.options = options;
        for (ExpectedPayment payment : payments) {
            order.putIfAbsent(payment, order.size());
        }
        List<Scoring.Line> lines = entries.stream().map(scoring::line).toList();
        Crowd crowd = new Crowd(lines, payments);
        for (Scoring.Line line : lines) {
            BankEntry entry = line.entry();
            for (ExpectedPayment payment : payments) {
                boolean sameWay = entry.amount().isSameCurrency(payment.amount())
                        && entry.amount().isPositive() == payment.amount().isPositive();
                if (!sameWay) {
                    continue;
                }
                Score score = scoring.score(line, payment, crowd);
                if (score.points() >= LEAST || score.of(Clue.PAYER) > 0) {
                    Pair pair = new Pair(entry, payment, score);
                    pairsOf.computeIfAbsent(entry, any -> new ArrayList<>()).add(pair);
                    pairsFor.computeIfAbsent(payment, any -> new ArrayList<>()).add(pair);
                }
            }
        }
    }

    List<Match> matches(List<BankEntry> entries) {
        // what is sure goes first, so that a chance likeness does not take a part of it away
        take(pair -> pair.exact() && pair.score().points() >= options.threshold());
        groups(entries, options.threshold());
        take(Pair::exact);
        groups(entries, LEAST);
        take(pair -> pair.speaks() && pair.score().points() >= LEAST);
        return Stream.concat(singles.stream().map(this::single), groups.stream().map(this::group))
                .sorted(Comparator.comparing(match -> match.entries().get(0).date()))
                .toList();
    }

    private void groups(List<BankEntry> entries, int least) {
        for (BankEntry entry : entries) {
            if (!usedEntries.contains(entry)) {
                onePaysMany(entry, least);
            }
        }
        for (ExpectedPayment payment : payments) {
            if (!usedPayments.contains(payment)) {
                manyPayOne(payment, least);
            }
        }
    }

    private void take(Predicate<Pair> wanted) {
        List<Pair> candidates = pairsOf.values().stream()
                .flatMap(Collection::stream)
                .filter(wanted)
                .filter(pair -> pair.score().points() >= LEAST)
                .sorted(Comparator.comparingInt((Pair pair) -> -pair.score().points())
                        .thenComparing(Matching::distance)
                        .thenComparing(pair -> pair.entry().date())
                        .thenComparing(pair -> pair.entry().id())
                        .thenComparing(pair -> order.getOrDefault(pair.payment(), 0)))
                .toList();
        for (Pair pair : candidates) {
            if (!usedEntries.contains(pair.entry()) && !usedPayments.contains(pair.payment())) {
                use(pair);
                taken.put(pair.entry(), pair);
                singles.add(pair);
            }
        }
    }

    private void use(Pair pair) {
        usedEntries.add(pair.entry());
        usedPayments.add(pair.payment());
    }

    private static long distance(Pair pair) {
        return Math.abs(pair.entry().date().toEpochDay() - pair.payment().day().toEpochDay());
    }

    private void onePaysMany(BankEntry entry, int least) {
        List<Pair> parts = pairsOf.getOrDefault(entry, List.of()).stream()
                .filter(pair -> pair.speaks() && !usedPayments.contains(pair.payment()))
                .sorted(Comparator.comparingLong(Matching::distance)
                        .thenComparing(pair -> order.getOrDefault(pair.payment(), 0)))
                .limit(MOST_CANDIDATES)
                .toList();
        search(parts, pair -> pair.payment().amount(), entry.amount(), least);
    }

    private void manyPayOne(ExpectedPayment payment, int least) {
        List<Pair> parts = pairsFor.getOrDefault(payment, List.of()).stream()
                .filter(pair -> pair.speaks() && !usedEntries.contains(pair.entry()) && distance(pair) <= NEAR_DAYS * 2)
                .sorted(Comparator.comparingLong(Matching::distance)
                        .thenComparing(pair -> pair.entry().id()))
                .limit(MOST_CANDIDATES)
                .toList();
        search(parts, pair -> pair.entry().amount(), payment.amount(), least);
    }

    /** The best of all sets of two to five parts whose amounts make the whole. */
    private void search(List<Pair> parts, Function<Pair, Money> amount, Money whole, int least) {
        List<Group> found = new ArrayList<>();
        long[] cents = parts.stream()
                .mapToLong(part -> amount.apply(part).getAmountMinorLong())
                .toArray();
        subsets(cents, whole.getAmountMinorLong(), 0, new ArrayList<>(), chosen -> {
            List<Pair> set = chosen.stream().map(parts::get).toList();
            Score together = Scoring.together(set.stream().map(Pair::score).toList(), whole, whole);
            found.add(new Group(set, together, true));
        });
        found.stream()
                .max(Comparator.comparingInt((Group group) -> worth(group))
                        .thenComparing(group -> -group.pairs().stream()
                                .mapToLong(Matching::distance)
                                .sum()))
                .filter(group -> worth(group) >= least)
                .ifPresent(best -> {
                    best.pairs().forEach(this::use);
                    groups.add(new Group(best.pairs(), best.score(), found.size() == 1));
                });
    }

    /** Each further part makes it more likely that the amounts agree by chance. */
    private static int worth(Group group) {
        return group.score().points() - EACH_PART * (group.pairs().size() - 1);
    }

    private static void subsets(
            long[] cents, long left, int from, List<Integer> chosen, Consumer<List<Integer>> found) {
        if (left == 0 && chosen.size() > 1) {
            found.accept(chosen);
            return;
        }
        if (chosen.size() == MOST_PARTS) {
            return;
        }
        for (int i = from; i < cents.length; i++) {
            if (Math.abs(cents[i]) <= Math.abs(left)) {
                chosen.add(i);
                subsets(cents, left - cents[i], i + 1, chosen, found);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private Match single(Pair pair) {
        int points = pair.score().points();
        int rival = rival(pair);
        return match(
                List.of(pair),
                pair.score(),
                points,
                !pair.exact()
                        ? Message.of("BANK-WHY-AMOUNT")
                        : rival >= points ? Message.of("BANK-WHY-RIVAL", rival) : null,
                rival > points - MARGIN ? Message.of("BANK-WHY-RIVAL", rival) : null);
    }

    /** The points of the best other reading: the movement for another grant, or another movement for the payment. */
    private int rival(Pair pair) {
        int others = pairsOf.getOrDefault(pair.entry(), List.of()).stream()
                .filter(other -> !other.payment()
                        .grant()
                        .id()
                        .equals(pair.payment().grant().id()))
                .mapToInt(other -> other.score().points())
                .max()
                .orElse(0);
        int movements = pairsFor.getOrDefault(pair.payment(), List.of()).stream()
                .filter(other -> !other.entry().equals(pair.entry()) && !isElsewhere(other))
                .mapToInt(other -> other.score().points())
                .max()
                .orElse(0);
        return Math.max(others, movements);
    }

    /** Whether the other movement pays another step of the same grant, which is as likely. */
    private boolean isElsewhere(Pair other) {
        Pair own = taken.get(other.entry());
        return own != null
                && own.score().points() >= other.score().points()
                && own.payment().grant().id().equals(other.payment().grant().id());
    }

    private Match group(Group group) {
        return match(
                group.pairs(), group.score(), worth(group), null, group.only() ? null : Message.of("BANK-WHY-GROUPS"));
    }

    private Match match(List<Pair> pairs, Score score, int points, @Nullable Message wrong, @Nullable Message doubt) {
        Set<BankEntry> entries = new LinkedHashSet<>();
        Set<ExpectedPayment> expected = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            entries.add(pair.entry());
            expected.add(pair.payment());
        });
        Message why = wrong;
        if (why == null && expected.stream().anyMatch(payment -> !payment.isGranted())) {
            why = Message.of("BANK-WHY-APPLICATION");
        }
        if (why == null && points < options.threshold()) {
            why = Message.of("BANK-WHY-POINTS", points, options.threshold());
        }
        if (why == null) {
            why = doubt;
        }
        boolean sure = why == null;
        List<String> records = expected.stream()
                .map(payment -> payment.grant().id().value())
                .distinct()
                .toList();
        return new Match(
                List.copyOf(entries),
                List.copyOf(expected),
                points,
                score.less(EACH_PART * (pairs.size() - 1), pairs.size()).explanation(records),
                sure ? Match.State.ACCEPTED : Match.State.PROPOSED,
                why == null ? Message.of("BANK-WHY-SURE", points, options.threshold()) : why);
    }
}
