package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.stateaid.SizeClass;
import org.subsidia.territory.TerritoryCode;

/** A node of the tree of a rule set: a group of conditions or one condition on facts. */
public sealed interface Condition {

    /** {@return what every condition has} */
    Head head();

    /** {@return the ids of the facts that this very condition reads, not those of its parts} */
    Set<String> facts();

    /** {@return the condition in words} */
    default Message words() {
        return Sentences.of(this);
    }

    /** {@return this condition and all below it, parents first} */
    default Stream<Condition> all() {
        return this instanceof Group group
                ? Stream.concat(Stream.of(this), group.parts().stream().flatMap(Condition::all))
                : Stream.of(this);
    }

    /**
     * What every condition has.
     *
     * @param id its name in cases and comparisons; where the document gives none, the path to it, such as {@code 2.1}
     * @param label its own sentence, or null: one is made from its content
     * @param reference article and text, or null
     * @param place where in the document it stands
     */
    record Head(
            String id, @Nullable Message label, @Nullable String reference, Place place) {}

    /** How a group makes one answer of many. */
    enum Mode {
        /** Every part. */
        ALL,
        /** One part or more. */
        ANY,
        /** No part. */
        NONE,
        /** So many parts or more. */
        AT_LEAST
    }

    /**
     * Several conditions as one.
     *
     * @param head its name and place
     * @param mode how they come together
     * @param least for {@link Mode#AT_LEAST}: how many, from 1
     * @param parts at least one
     */
    record Group(Head head, Mode mode, int least, List<Condition> parts) implements Condition {
        /** Copies the list. */
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<String> facts() {
            return Set.of();
        }
    }

    /** How two values stand to each other. */
    enum Operator {
        /** Not greater. */
        AT_MOST,
        /** Not smaller. */
        AT_LEAST,
        /** Smaller. */
        LESS_THAN,
        /** Greater. */
        MORE_THAN,
        /** The same. */
        EQUAL;

        boolean holds(int sign) {
            return switch (this) {
                case AT_MOST -> sign <= 0;
                case AT_LEAST -> sign >= 0;
                case LESS_THAN -> sign < 0;
                case MORE_THAN -> sign > 0;
                case EQUAL -> sign == 0;
            };
        }
    }

    /**
     * Two values compared.
     *
     * @param head its name and place
     * @param left what is compared
     * @param operator how
     * @param right with what; of the same type
     */
    record Comparison(Head head, Expression left, Operator operator, Expression right) implements Condition {
        @Override
        public Set<String> facts() {
            return union(left.facts(), right.facts());
        }
    }

    /**
     * A word from a list.
     *
     * @param head its name and place
     * @param fact a code
     * @param choice the words that are allowed
     * @param law a rule of law that holds the list instead, or null
     */
    record OneOf(
            Head head,
            Fact fact,
            List<String> choice,
            @Nullable LawRef law) implements Condition {
        /** Copies the list. */
        public OneOf {
            choice = List.copyOf(choice);
        }

        @Override
        public Set<String> facts() {
            return Set.of(fact.id());
        }
    }

    /**
     * A place inside territories and outside others.
     *
     * @param head its name and place
     * @param fact a territory
     * @param within one of these contains it; empty: anywhere
     * @param except none of these contains it: exclusions win
     * @param somewhere whether it is enough that one of several places lies so, not all
     */
    record InTerritory(Head head, Fact fact, List<TerritoryCode> within, List<TerritoryCode> except, boolean somewhere)
            implements Condition {
        /** Copies the lists. */
        public InTerritory {
            within = List.copyOf(within);
            except = List.copyOf(except);
        }

        @Override
        public Set<String> facts() {
            return Set.of(fact.id());
        }
    }

    /**
     * A label held on a day.
     *
     * @param head its name and place
     * @param fact the labels
     * @param kind of the label
     * @param phase of the label, or null: any
     * @param at the day
     */
    record HoldsLabel(
            Head head, Fact fact, LabelKind kind, @Nullable String phase, Expression at) implements Condition {
        @Override
        public Set<String> facts() {
            return union(Set.of(fact.id()), at.facts());
        }
    }

    /**
     * The aid of a window of days, and what is asked now, below a ceiling.
     *
     * @param head its name and place
     * @param fact the aid received
     * @param plus what is asked now, or null
     * @param from the first day of the window, included
     * @param at its last day, included
     * @param ceiling the most that the sum may be
     */
    record AidSum(Head head, Fact fact, @Nullable Expression plus, Expression from, Expression at, Expression ceiling)
            implements Condition {
        @Override
        public Set<String> facts() {
            Set<String> ids = union(union(Set.of(fact.id()), at.facts()), union(from.facts(), ceiling.facts()));
            return plus == null ? ids : union(ids, plus.facts());
        }
    }

    /**
     * The size of an enterprise (recommendation 2003/361/EC, article 2 of the annex): headcount, and turnover or balance sheet.
     *
     * @param head its name and place
     * @param sizes those that are allowed
     */
    record OfSize(Head head, Set<SizeClass> sizes) implements Condition {
        /** Copies the set. */
        public OfSize {
            sizes = Set.copyOf(sizes);
        }

        @Override
        public Set<String> facts() {
            return SizeFacts.FACTS;
        }
    }

    /**
     * A fact that must be known, such as the date of a document.
     *
     * @param head its name and place
     * @param fact any fact
     */
    record Given(Head head, Fact fact) implements Condition {
        @Override
        public Set<String> facts() {
            return Set.of(fact.id());
        }
    }

    /**
     * A fact that it is known not to have, such as works that have not begun.
     *
     * @param head its name and place
     * @param fact any fact
     */
    record Missing(Head head, Fact fact) implements Condition {
        @Override
        public Set<String> facts() {
            return Set.of(fact.id());
        }
    }

    /**
     * Yes or no.
     *
     * @param head its name and place
     * @param fact a flag
     * @param wanted what it must be
     */
    record Is(Head head, Fact fact, boolean wanted) implements Condition {
        @Override
        public Set<String> facts() {
            return Set.of(fact.id());
        }
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }

    /** {@return the rules of law that this very condition names} */
    default List<LawRef> laws() {
        List<LawRef> refs = new ArrayList<>();
        if (this instanceof Comparison c) {
            Expressions.laws(c.left(), refs);
            Expressions.laws(c.right(), refs);
        } else if (this instanceof AidSum sum) {
            Expressions.laws(sum.from(), refs);
            Expressions.laws(sum.at(), refs);
            Expressions.laws(sum.ceiling(), refs);
            Expression plus = sum.plus();
            if (plus != null) {
                Expressions.laws(plus, refs);
            }
        } else if (this instanceof HoldsLabel label) {
            Expressions.laws(label.at(), refs);
        } else if (this instanceof OneOf one && one.law() != null) {
            refs.add(one.law());
        } else if (this instanceof OfSize) {
            refs.addAll(SizeFacts.LAWS);
        }
        return refs;
    }
}
