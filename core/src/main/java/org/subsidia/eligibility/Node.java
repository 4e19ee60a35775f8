package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.stateaid.AidHistory;
import org.subsidia.stateaid.SizeClass;
import org.subsidia.territory.TerritoryCode;
import org.subsidia.territory.TerritoryLevel;

/** A condition under the law of a day, ready to be asked for one row of facts after the other. */
abstract class Node {
    final Condition condition;
    /** Positions of the facts that it reads itself. */
    final int[] slots;
    /** Rules that have no value on the day: the condition stays unknown. */
    final List<LawRef> lawless;

    Node(Condition condition, int[] slots, List<LawRef> lawless) {
        this.condition = condition;
        this.slots = slots;
        this.lawless = List.copyOf(lawless);
    }

    /** One of the constants of {@link Kleene}; makes no objects. */
    abstract int eval(FactRow row);

    List<Node> parts() {
        return List.of();
    }

    /** Several conditions as one. */
    static final class Group extends Node {
        private final Node[] parts;
        private final Condition.Mode mode;
        private final int least;

        Group(Condition.Group group, List<Node> parts) {
            super(group, new int[0], List.of());
            this.parts = parts.toArray(Node[]::new);
            this.mode = group.mode();
            this.least = group.least();
        }

        @Override
        List<Node> parts() {
            return Arrays.asList(parts);
        }

        @Override
        int eval(FactRow row) {
            return switch (mode) {
                case ALL -> all(row);
                case ANY -> any(row);
                case NONE -> Kleene.not(any(row));
                case AT_LEAST -> atLeast(row);
            };
        }

        private int all(FactRow row) {
            int result = Kleene.TRUE;
            for (Node part : parts) {
                int truth = part.eval(row);
                if (truth == Kleene.FALSE) {
                    return truth;
                }
                result = Math.min(result, truth);
            }
            return result;
        }

        private int any(FactRow row) {
            int result = Kleene.FALSE;
            for (Node part : parts) {
                int truth = part.eval(row);
                if (truth == Kleene.TRUE) {
                    return truth;
                }
                result = Math.max(result, truth);
            }
            return result;
        }

        private int atLeast(FactRow row) {
            int met = 0;
            int open = 0;
            for (Node part : parts) {
                int truth = part.eval(row);
                met += truth == Kleene.TRUE ? 1 : 0;
                open += truth == Kleene.UNKNOWN ? 1 : 0;
            }
            return met >= least ? Kleene.TRUE : met + open < least ? Kleene.FALSE : Kleene.UNKNOWN;
        }
    }

    /** A condition that the law of the day leaves open. */
    static final class Lawless extends Node {
        Lawless(Condition condition, List<LawRef> missing) {
            super(condition, new int[0], missing);
        }

        @Override
        int eval(FactRow row) {
            return Kleene.UNKNOWN;
        }
    }

    /** Numbers compared. */
    static final class Numbers extends Node {
        final Linear difference;
        final Condition.Operator operator;

        Numbers(Condition.Comparison condition, Linear difference) {
            super(condition, difference.slots(), List.of());
            this.difference = difference;
            this.operator = condition.operator();
        }

        @Override
        int eval(FactRow row) {
            int state = difference.state(row);
            return state == FactRow.UNKNOWN
                    ? Kleene.UNKNOWN
                    : Kleene.of(state == FactRow.KNOWN && operator.holds(difference.sign(row, 0)));
        }
    }

    /** Days compared. */
    static final class Days extends Node {
        final DayForm left;
        final DayForm right;
        final Condition.Operator operator;

        Days(Condition.Comparison condition, DayForm left, DayForm right) {
            super(condition, both(left, right), List.of());
            this.left = left;
            this.right = right;
            this.operator = condition.operator();
        }

        @Override
        int eval(FactRow row) {
            int a = left.state(row);
            int b = right.state(row);
            if (a == FactRow.UNKNOWN || b == FactRow.UNKNOWN) {
                return Kleene.UNKNOWN;
            }
            return Kleene.of(a == FactRow.KNOWN
                    && b == FactRow.KNOWN
                    && operator.holds(Long.compare(left.value(row), right.value(row))));
        }
    }

    static int[] both(DayForm... forms) {
        return Arrays.stream(forms)
                .mapToInt(DayForm::position)
                .filter(position -> position >= 0)
                .distinct()
                .toArray();
    }

    /** A word from a list. */
    static final class OneOf extends Node {
        private final int slot;
        private final Set<String> choice;

        OneOf(Condition.OneOf condition, int slot, Set<String> choice) {
            super(condition, new int[] {slot}, List.of());
            this.slot = slot;
            this.choice = choice;
        }

        @Override
        int eval(FactRow row) {
            byte state = row.states[slot];
            return state == FactRow.UNKNOWN
                    ? Kleene.UNKNOWN
                    : Kleene.of(state == FactRow.KNOWN && choice.contains((String) row.object(slot)));
        }
    }

    /** Yes or no. */
    static final class Is extends Node {
        private final int slot;
        private final long wanted;

        Is(Condition.Is condition, int slot) {
            super(condition, new int[] {slot}, List.of());
            this.slot = slot;
            this.wanted = condition.wanted() ? 1 : 0;
        }

        @Override
        int eval(FactRow row) {
            byte state = row.states[slot];
            return state == FactRow.UNKNOWN
                    ? Kleene.UNKNOWN
                    : Kleene.of(state == FactRow.KNOWN && row.numbers[slot] == wanted);
        }
    }

    /** Given, or known to be absent. */
    static final class Presence extends Node {
        private final int slot;
        private final byte wanted;

        Presence(Condition condition, int slot, byte wanted) {
            super(condition, new int[] {slot}, List.of());
            this.slot = slot;
            this.wanted = wanted;
        }

        @Override
        int eval(FactRow row) {
            byte state = row.states[slot];
            return state == FactRow.UNKNOWN ? Kleene.UNKNOWN : Kleene.of(state == wanted);
        }
    }

    /** A label held on a day. */
    static final class HoldsLabel extends Node {
        private final int slot;
        private final LabelKind kind;
        private final @Nullable String phase;
        final DayForm at;

        HoldsLabel(Condition.HoldsLabel condition, int slot, DayForm at) {
            super(condition, at.position() < 0 ? new int[] {slot} : new int[] {slot, at.position()}, List.of());
            this.slot = slot;
            this.kind = condition.kind();
            this.phase = condition.phase();
            this.at = at;
        }

        @Override
        int eval(FactRow row) {
            int day = at.state(row);
            if (row.states[slot] == FactRow.UNKNOWN || day == FactRow.UNKNOWN) {
                return Kleene.UNKNOWN;
            }
            if (row.states[slot] == FactRow.ABSENT || day == FactRow.ABSENT) {
                return Kleene.FALSE;
            }
            return ((HeldLabels) row.object(slot)).holds(kind, phase, at.value(row));
        }
    }

    /** A sum of aid below a ceiling. */
    static final class AidSum extends Node {
        final int slot;
        /** What is asked now less the ceiling. */
        final Linear excess;

        final DayForm from;
        final DayForm to;

        AidSum(Condition.AidSum condition, int slot, Linear excess, DayForm from, DayForm to) {
            super(condition, slots(slot, excess, from, to), List.of());
            this.slot = slot;
            this.excess = excess;
            this.from = from;
            this.to = to;
        }

        private static int[] slots(int slot, Linear excess, DayForm from, DayForm to) {
            List<Integer> all = new ArrayList<>(List.of(slot));
            Arrays.stream(excess.slots()).forEach(all::add);
            Arrays.stream(both(from, to)).forEach(all::add);
            return all.stream().mapToInt(Integer::intValue).distinct().toArray();
        }

        @Override
        int eval(FactRow row) {
            int state = Math.max(excess.state(row), Math.max(from.state(row), to.state(row)));
            boolean open = excess.state(row) == FactRow.UNKNOWN
                    || from.state(row) == FactRow.UNKNOWN
                    || to.state(row) == FactRow.UNKNOWN
                    || row.states[slot] == FactRow.UNKNOWN;
            if (open) {
                return Kleene.UNKNOWN;
            }
            return Kleene.of(state == FactRow.KNOWN && excess.sign(row, used(row)) <= 0);
        }

        /** Cents granted in the window; none, where it is known that there is no aid. */
        long used(FactRow row) {
            return row.states[slot] == FactRow.ABSENT
                    ? 0
                    : ((AidHistory) row.object(slot)).cents(from.value(row), to.value(row));
        }
    }

    /** A place in territories. */
    static final class InTerritory extends Node {
        private final int slot;
        private final Located[] within;
        private final Located[] except;
        private final boolean somewhere;

        InTerritory(Condition.InTerritory condition, int slot, Located[] within, Located[] except) {
            super(condition, new int[] {slot}, List.of());
            this.slot = slot;
            this.within = within;
            this.except = except;
            this.somewhere = condition.somewhere();
        }

        @Override
        int eval(FactRow row) {
            byte state = row.states[slot];
            if (state != FactRow.KNOWN) {
                return state == FactRow.UNKNOWN ? Kleene.UNKNOWN : Kleene.FALSE;
            }
            int result = somewhere ? Kleene.FALSE : Kleene.TRUE;
            for (Located place : (Located[]) row.object(slot)) {
                int in = within.length == 0 ? Kleene.TRUE : inOneOf(place, within);
                int here = Math.min(in, Kleene.not(inOneOf(place, except)));
                result = somewhere ? Math.max(result, here) : Math.min(result, here);
            }
            return result;
        }

        private static int inOneOf(Located place, Located[] territories) {
            int result = Kleene.FALSE;
            for (Located territory : territories) {
                result = Math.max(result, in(place, territory));
            }
            return result;
        }

        /** A place larger than the territory may lie in it or not; what groupings of communes hold is not known here. */
        private static int in(Located place, Located territory) {
            TerritoryCode wanted = territory.place();
            if (place.isIn(wanted)) {
                return Kleene.TRUE;
            }
            boolean larger = territory.isIn(place.place());
            boolean grouping = place.place().level() != wanted.level()
                    && (place.place().level() == TerritoryLevel.EPCI || wanted.level() == TerritoryLevel.EPCI);
            return larger || grouping ? Kleene.UNKNOWN : Kleene.FALSE;
        }
    }

    /** The size of an enterprise. */
    static final class OfSize extends Node {
        private static final int SIZES = SizeClass.values().length - 1;
        private final boolean[] allowed = new boolean[SIZES + 1];
        private final long[] limits;

        OfSize(Condition.OfSize condition, int[] slots, long[] limits) {
            super(condition, slots, List.of());
            SizeClass[] all = SizeClass.values();
            for (int i = 0; i < all.length; i++) {
                allowed[i] = condition.sizes().contains(all[i]);
            }
            this.limits = limits;
        }

        static Optional<OfSize> of(
                Condition.OfSize condition, FactCatalogue catalogue, LawSource law, List<LawRef> missing) {
            int[] slots = {
                catalogue.position(SizeFacts.STAFF),
                catalogue.position(SizeFacts.TURNOVER),
                catalogue.position(SizeFacts.BALANCE)
            };
            long[] limits = new long[3 * SIZES];
            for (int i = 0; i < limits.length; i++) {
                LawRef ref = SizeFacts.LAWS.get(i);
                int at = i;
                law.find(ref)
                        .flatMap(found -> Linear.fraction(found.value()))
                        .ifPresentOrElse(
                                limit -> limits[at] = limit.numerator().longValueExact(), () -> missing.add(ref));
            }
            return missing.isEmpty() ? Optional.of(new OfSize(condition, slots, limits)) : Optional.empty();
        }

        @Override
        int eval(FactRow row) {
            boolean some = false;
            boolean others = false;
            boolean certain = false;
            for (int size = 0; size <= SIZES && !certain; size++) {
                int upTo = size == SIZES ? Kleene.TRUE : upTo(row, size);
                certain = upTo == Kleene.TRUE;
                if (upTo != Kleene.FALSE) {
                    some |= allowed[size];
                    others |= !allowed[size];
                }
            }
            return some && others ? Kleene.UNKNOWN : Kleene.of(some);
        }

        private int upTo(FactRow row, int size) {
            int staff = below(row, slots[0], limits[size] - 1);
            int turnover = below(row, slots[1], limits[SIZES + size]);
            int balance = below(row, slots[2], limits[2 * SIZES + size]);
            return Math.min(staff, Math.max(turnover, balance));
        }

        private static int below(FactRow row, int slot, long limit) {
            byte state = row.states[slot];
            return state == FactRow.UNKNOWN
                    ? Kleene.UNKNOWN
                    : Kleene.of(state == FactRow.KNOWN && row.numbers[slot] <= limit);
        }
    }
}
