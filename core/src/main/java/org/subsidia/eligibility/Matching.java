package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.Structure;

/**
 * All calls and schemes for one structure and project, the promising ones first.
 *
 * @param matches open and eligible, then open questions with the fewest missing facts first, then refusals, then what is closed
 *     or has no rule set; each by its closing day
 * @param stacking what taking several together would break, as far as amounts are known
 */
public record Matching(List<Match> matches, Stacking stacking) {

    /** Copies the list. */
    public Matching {
        matches = List.copyOf(matches);
    }

    /**
     * One call or scheme.
     *
     * @param offer the call, or null: a rule set that belongs to no call at hand
     * @param answered the verdict, or null: there is no rule set for the call
     * @param closed whether the call is closed, cancelled, or past its last day
     */
    public record Match(@Nullable Call offer, @Nullable Verdict answered, boolean closed) {

        /** {@return the call, if there is one} */
        public Optional<Call> call() {
            return Optional.ofNullable(offer);
        }

        /** {@return the verdict, if there is a rule set} */
        public Optional<Verdict> verdict() {
            return Optional.ofNullable(answered);
        }

        /** {@return the answer of the rule set; unknown where there is none} */
        public Answer answer() {
            return answered == null ? Answer.UNKNOWN : answered.answer();
        }

        private int rank() {
            return closed
                    ? 3
                    : answered == null ? 4 : answer() == Answer.ELIGIBLE ? 0 : answer() == Answer.UNKNOWN ? 1 : 2;
        }

        private int open() {
            return answered == null || answer() != Answer.UNKNOWN
                    ? 0
                    : answered.missing().facts().size();
        }

        private LocalDate closes() {
            return offer == null || offer.closes() == null ? LocalDate.MAX : offer.closes();
        }

        private String name() {
            return offer != null
                    ? offer.id().value()
                    : answered != null ? answered.rules().id() : "";
        }
    }

    /** What is asked: who, for what, and what is known besides the portfolio. */
    public static final class Question {
        private final Portfolio portfolio;
        private final Structure structure;
        private @Nullable Project project;
        private @Nullable Grant grant;
        private List<Call> calls;
        private @Nullable Facts more;

        /**
         * A question for a structure; without more, all calls of its portfolio.
         *
         * @param portfolio what is known
         * @param structure who asks
         */
        public Question(Portfolio portfolio, Structure structure) {
            this.portfolio = portfolio;
            this.structure = structure;
            this.calls = portfolio.calls();
        }

        /**
         * Sets the project.
         *
         * @param value the project; null: none
         * @return this question
         */
        public Question project(@Nullable Project value) {
            project = value;
            return this;
        }

        /**
         * Sets the request, where it is in the portfolio.
         *
         * @param value the grant; null: none
         * @return this question
         */
        public Question grant(@Nullable Grant value) {
            grant = value;
            return this;
        }

        /**
         * Sets the calls to look at.
         *
         * @param value the calls
         * @return this question
         */
        public Question calls(List<Call> value) {
            calls = List.copyOf(value);
            return this;
        }

        /**
         * Sets facts that the portfolio does not hold; they win over it.
         *
         * @param value the facts
         * @return this question
         */
        public Question facts(Facts value) {
            more = value;
            return this;
        }
    }

    /**
     * Asks every rule set.
     *
     * @param question who and what
     * @param library the rule sets
     * @param laws the law base
     * @param date the day
     * @return the ranking
     */
    public static Matching of(Question question, RuleLibrary library, LawBase laws, LocalDate date) {
        List<Match> matches = new ArrayList<>();
        Set<RuleSet> used = new HashSet<>();
        for (Call call : question.calls) {
            List<RuleSet> sets = library.of(call, question.portfolio);
            used.addAll(sets);
            for (RuleSet rules : sets) {
                matches.add(new Match(call, verdict(question, rules, call, laws, date), isClosed(call, date)));
            }
            if (sets.isEmpty()) {
                matches.add(new Match(call, null, isClosed(call, date)));
            }
        }
        library.rules().stream()
                .filter(rules -> !used.contains(rules))
                .forEach(rules -> matches.add(new Match(null, verdict(question, rules, null, laws, date), false)));
        matches.sort(Comparator.comparing(Match::rank)
                .thenComparing(Match::open)
                .thenComparing(Match::closes)
                .thenComparing(Match::name));
        Facts plain = facts(question, null, date);
        return new Matching(matches, Stacking.of(matches, plain, laws.at(date)));
    }

    private static Verdict verdict(
            Question question, RuleSet rules, @Nullable Call call, LawBase laws, LocalDate date) {
        return Evaluator.of(rules, laws.at(date)).verdict(facts(question, call, date));
    }

    private static Facts facts(Question question, @Nullable Call call, LocalDate date) {
        Facts facts =
                PortfolioFacts.of(question.structure, question.project, question.grant, call, question.portfolio, date);
        Facts more = question.more;
        return more == null ? facts : PortfolioFacts.derived(facts.with(more).at(date));
    }

    private static boolean isClosed(Call call, LocalDate date) {
        return call.state() == CallState.CLOSED
                || call.state() == CallState.CANCELLED
                || (call.closes() != null && call.closes().isBefore(date));
    }
}
