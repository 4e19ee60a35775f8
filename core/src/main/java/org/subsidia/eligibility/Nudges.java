package org.subsidia.eligibility;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Fraction;
import org.subsidia.stateaid.AidHistory;

/** The nearest changes of one fact that turn one condition. Whether they turn the whole is asked elsewhere. */
final class Nudges {
    private static final int MOST_CHOICES = 10;
    private static final int DAYS_AROUND = 5;

    private final FactCatalogue catalogue;
    private final Facts facts;
    private final FactRow row;

    Nudges(FactCatalogue catalogue, Facts facts, FactRow row) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.row = row;
    }

    List<Change> of(Node leaf, boolean wanted) {
        List<Change> changes = new ArrayList<>();
        if (leaf instanceof Node.Numbers numbers) {
            numbers(numbers, numbers.difference, Fraction.ZERO, wanted, changes);
        } else if (leaf instanceof Node.AidSum sum) {
            aid(sum, wanted, changes);
        } else if (leaf instanceof Node.Days days) {
            days(days, wanted, changes);
        } else if (leaf instanceof Node.HoldsLabel holds && leaf.condition instanceof Condition.HoldsLabel label) {
            label(holds, label, changes);
        } else if (leaf.condition instanceof Condition.Is is) {
            flag(is, wanted, changes);
        } else if (leaf.condition instanceof Condition.OneOf one && wanted) {
            choice(one, changes);
        } else if (leaf.condition instanceof Condition.Given given && wanted) {
            document(given.fact()).ifPresent(value -> changes.add(new Change(Change.Kind.GIVE, given.fact(), value)));
        }
        return changes;
    }

    /** A value that stands for having the document. */
    private Optional<FactValue> document(Fact fact) {
        return switch (fact.type()) {
            case DAY -> Optional.of(new FactValue.Day(facts.date()));
            case FLAG -> Optional.of(new FactValue.Flag(true));
            case CODE ->
                fact.values().isEmpty()
                        ? Optional.of(new FactValue.Code("given"))
                        : Optional.of(new FactValue.Code(fact.values().get(0)));
            case MONEY, COUNT, SHARE, TERRITORY, LABELS, AIDS -> Optional.empty();
        };
    }

    private boolean canChange(Fact fact, int slot) {
        return fact.adjustable() || row.states[slot] == FactRow.UNKNOWN;
    }

    private void numbers(Node leaf, Linear linear, Fraction plus, boolean wanted, List<Change> changes) {
        for (int slot : linear.slots()) {
            Fact fact = catalogue.facts().get(slot);
            boolean whole = fact.type() == FactType.MONEY || fact.type() == FactType.COUNT;
            if (!whole || !canChange(fact, slot)) {
                continue;
            }
            linear.root(row, slot, plus).ifPresent(root -> {
                BigInteger[] parts = root.numerator().divideAndRemainder(root.denominator());
                if (root.signum() < 0 || parts[0].bitLength() > 60) {
                    return;
                }
                long floor = parts[0].longValue();
                for (long value : new long[] {floor, floor + 1, floor - 1}) {
                    if (value >= 0 && holds(leaf, slot, value) == wanted) {
                        boolean below = value > 0 && holds(leaf, slot, value - 1) == wanted;
                        Change.Kind kind = below || value == 0 ? Change.Kind.AT_MOST : Change.Kind.AT_LEAST;
                        changes.add(new Change(kind, fact, value(fact, value)));
                        return;
                    }
                }
            });
        }
    }

    /** Whether a leaf holds with another number; the row is put back as it was. */
    private boolean holds(Node leaf, int slot, long value) {
        byte state = row.states[slot];
        long number = row.numbers[slot];
        long denominator = row.denominators[slot];
        row.set(slot, value);
        boolean holds = leaf.eval(row) == Kleene.TRUE;
        row.states[slot] = state;
        row.numbers[slot] = number;
        row.denominators[slot] = denominator;
        return holds;
    }

    private static FactValue value(Fact fact, long number) {
        return switch (fact.type()) {
            case MONEY -> new FactValue.Amount(Money.ofMinor(CurrencyUnit.EUR, number));
            case DAY -> new FactValue.Day(LocalDate.ofEpochDay(number));
            default -> new FactValue.Count(number);
        };
    }

    private void aid(Node.AidSum sum, boolean wanted, List<Change> changes) {
        boolean ready = row.states[sum.slot] != FactRow.UNKNOWN
                && sum.from.state(row) == FactRow.KNOWN
                && sum.to.state(row) == FactRow.KNOWN;
        if (!ready || !wanted) {
            return;
        }
        numbers(sum, sum.excess, Fraction.of(sum.used(row)), true, changes);
        int slot = sum.from.position();
        if (slot < 0 || row.states[sum.slot] == FactRow.ABSENT || !isDate(slot)) {
            return;
        }
        long today = row.numbers[slot];
        LongStream days = ((AidHistory) row.object(sum.slot))
                .aids().stream()
                        .mapToLong(aid -> firstAfter(sum.from, aid.day().toEpochDay()))
                        .filter(day -> day > today)
                        .sorted()
                        .distinct();
        days.filter(day -> holds(sum, slot, day)).limit(1).forEach(day -> wait(slot, day, changes));
    }

    /** The first day whose window begins after a day. */
    private static long firstAfter(DayForm from, long day) {
        long about = from.unmoved(day + 1);
        for (long candidate = about - DAYS_AROUND; candidate < about + DAYS_AROUND; candidate++) {
            if (from.moved(candidate) > day) {
                return candidate;
            }
        }
        return about + DAYS_AROUND;
    }

    private boolean isDate(int slot) {
        return catalogue.facts().get(slot).id().equals(Facts.DATE);
    }

    private void wait(int slot, long day, List<Change> changes) {
        Fact fact = catalogue.facts().get(slot);
        changes.add(new Change(Change.Kind.WAIT_UNTIL, fact, value(fact, day)));
    }

    private void days(Node.Days leaf, boolean wanted, List<Change> changes) {
        moved(leaf, leaf.left, leaf.right, wanted, changes);
        moved(leaf, leaf.right, leaf.left, wanted, changes);
    }

    private void moved(Node.Days leaf, DayForm own, DayForm other, boolean wanted, List<Change> changes) {
        int slot = own.position();
        if (slot < 0 || slot == other.position() || other.state(row) != FactRow.KNOWN) {
            return;
        }
        Fact fact = catalogue.facts().get(slot);
        if (!canChange(fact, slot)) {
            return;
        }
        long about = own.unmoved(other.value(row));
        long[] fitting = LongStream.rangeClosed(about - DAYS_AROUND, about + DAYS_AROUND)
                .filter(day -> holds(leaf, slot, day) == wanted)
                .toArray();
        if (fitting.length == 0) {
            return;
        }
        boolean later = holds(leaf, slot, about + DAYS_AROUND) == wanted;
        long nearest = later ? fitting[0] : fitting[fitting.length - 1];
        if (isDate(slot)) {
            if (nearest > row.numbers[slot]) {
                wait(slot, nearest, changes);
            }
            return;
        }
        changes.add(new Change(later ? Change.Kind.AT_LEAST : Change.Kind.AT_MOST, fact, value(fact, nearest)));
    }

    private void label(Node.HoldsLabel leaf, Condition.HoldsLabel label, List<Change> changes) {
        int slot = leaf.at.position();
        int labels = catalogue.position(label.fact().id());
        if (slot < 0 || !isDate(slot) || row.states[labels] != FactRow.KNOWN) {
            return;
        }
        long[] starts = ((HeldLabels) row.object(labels)).startsAfter(label.kind(), row.numbers[slot]);
        Arrays.stream(starts).filter(day -> holds(leaf, slot, day)).limit(1).forEach(day -> wait(slot, day, changes));
    }

    private void flag(Condition.Is is, boolean wanted, List<Change> changes) {
        int slot = catalogue.position(is.fact().id());
        if (canChange(is.fact(), slot)) {
            changes.add(new Change(Change.Kind.CHOOSE, is.fact(), new FactValue.Flag(is.wanted() == wanted)));
        }
    }

    private void choice(Condition.OneOf one, List<Change> changes) {
        int slot = catalogue.position(one.fact().id());
        if (canChange(one.fact(), slot)) {
            one.choice().stream()
                    .limit(MOST_CHOICES)
                    .forEach(word -> changes.add(new Change(Change.Kind.CHOOSE, one.fact(), new FactValue.Code(word))));
        }
    }

    /** The value as a number, to compare changes of one fact. */
    static Long number(FactValue value) {
        if (value instanceof FactValue.Amount amount) {
            return amount.money().getAmountMinorLong();
        } else if (value instanceof FactValue.Count count) {
            return count.number();
        } else if (value instanceof FactValue.Day day) {
            return day.date().toEpochDay();
        }
        return 0L;
    }
}
