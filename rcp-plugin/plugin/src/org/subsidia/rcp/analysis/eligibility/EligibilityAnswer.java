package org.subsidia.rcp.analysis.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.eligibility.Answer;
import org.subsidia.eligibility.FactValue;
import org.subsidia.eligibility.Facts;
import org.subsidia.eligibility.Matching;
import org.subsidia.eligibility.MissingFacts;
import org.subsidia.eligibility.Remedy;
import org.subsidia.eligibility.RuleLibrary;
import org.subsidia.eligibility.Verdict;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.report.EligibilityReport;
import org.subsidia.report.Report;

/**
 * The calls and schemes for one structure, the promising ones first.
 *
 * @param structure who asks
 * @param offers each with its conditions
 * @param counts where the key figures come from, by their ids
 * @param report the same to be read
 */
public record EligibilityAnswer(
        Structure structure, List<Offer> offers, Map<String, Explanation> counts, Report report) {
    private static LawBase readFor;
    private static RuleLibrary rules;

    /**
     * A call or scheme with its verdict.
     *
     * @param match which one
     * @param verdict the answer
     * @param tree every condition with what was found
     * @param missing what would have to be known
     * @param remedies what would make the answer a yes
     */
    public record Offer(
            Matching.Match match, Verdict verdict, Explanation tree, MissingFacts missing, List<Remedy> remedies) {

        /** The call and its rules are the same, whatever the answer. */
        String id() {
            return match.call().map(call -> call.id().value()).orElse("")
                    + ' '
                    + verdict.rules().id();
        }

        String name() {
            return match.call().map(Call::name).orElse(verdict.rules().title().in(Texts.locale()));
        }

        /** Every condition, under the whole name of the call. */
        Explanation named() {
            return new Explanation(
                    Message.of("REPORT-VERBATIM", name()),
                    tree.value(),
                    tree.step(),
                    tree.children(),
                    tree.rules(),
                    tree.records());
        }

        Answer answer() {
            return verdict.answer();
        }

        Message words() {
            return match.closed() ? Message.of("REPORT-ELIG-CLOSED") : answer().words();
        }
    }

    static EligibilityAnswer of(
            Structure structure, Question question, Map<String, FactValue> known, BooleanSupplier cancelled) {
        Portfolio own = question.portfolio();
        Catalogue catalogue = Catalogue.standard();
        List<CallId> more = catalogue.calls().stream()
                .map(Call::id)
                .filter(id -> !own.contains(id))
                .toList();
        Portfolio portfolio = own.apply(catalogue.toEdits(more, own));
        Facts facts = Facts.on(question.at());
        for (Map.Entry<String, FactValue> fact : known.entrySet()) {
            facts = facts.with(fact.getKey(), fact.getValue(), Texts.eligibilitySaid);
        }
        Matching matching = Matching.of(
                new Matching.Question(portfolio, structure).facts(facts),
                library(question.law()),
                question.law(),
                question.at());
        List<Offer> offers = new ArrayList<>();
        for (Matching.Match match : matching.matches()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            match.verdict()
                    .ifPresent(verdict -> offers.add(
                            new Offer(match, verdict, verdict.explanation(), verdict.missing(), verdict.changes())));
        }
        return new EligibilityAnswer(
                structure,
                offers,
                EligibilityReport.counts(matching),
                EligibilityReport.of(matching, structure.name(), question.at()));
    }

    /** Reading the rules takes longer than asking them: they are kept as long as the law is the same. */
    private static synchronized RuleLibrary library(LawBase laws) {
        if (laws != readFor) {
            rules = RuleLibrary.examples(laws);
            readFor = laws;
        }
        return rules;
    }
}
