package org.subsidia.eligibility;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * What a comparison compares: {@code 50 % * project.eligible-cost - project.other-aid}, or {@code date - 3 years}.
 *
 * @param type of the result: amounts, counts, shares or days
 * @param unit of the result; empty: a bare number that fits any unit
 * @param terms added up; for days exactly one, whose coefficient is a day counted from 1970-01-01 where it names no fact
 * @param shifts for days only: what is added to the day, in order
 * @param text as it is written
 */
public record Expression(FactType type, String unit, List<Term> terms, List<Shift> shifts, String text) {

    /** Copies the lists. */
    public Expression {
        terms = List.copyOf(terms);
        shifts = List.copyOf(shifts);
    }

    /**
     * A product.
     *
     * @param coefficient exact; amounts in cents
     * @param factors facts and rules of law, at most two
     */
    public record Term(Fraction coefficient, List<Source> factors) {
        /** Copies the list. */
        public Term {
            factors = List.copyOf(factors);
        }
    }

    /**
     * Where a value comes from: a fact or a rule of law.
     *
     * @param fact the fact, or null
     * @param law the rule, or null
     */
    public record Source(@Nullable Fact fact, @Nullable LawRef law) {
        static Source fact(Fact fact) {
            return new Source(fact, null);
        }

        static Source law(LawRef ref) {
            return new Source(null, ref);
        }
    }

    /**
     * A stretch of time that is added to a day.
     *
     * @param months whole months, negative to go back
     * @param days days, negative to go back
     * @param law a rule of law that gives the stretch, or null
     * @param sign of the stretch of the rule: 1 or -1
     */
    public record Shift(int months, int days, @Nullable LawRef law, int sign) {}

    /** {@return the ids of all facts in it} */
    public Set<String> facts() {
        Set<String> ids = new TreeSet<>();
        terms.forEach(term -> term.factors().forEach(source -> {
            if (source.fact() != null) {
                ids.add(source.fact().id());
            }
        }));
        return ids;
    }

    /** {@return whether it names neither a fact nor a rule of law} */
    public boolean isConstant() {
        return terms.stream().allMatch(term -> term.factors().isEmpty())
                && shifts.stream().allMatch(shift -> shift.law() == null);
    }

    @Override
    public String toString() {
        return text;
    }
}
