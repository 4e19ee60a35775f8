package org.subsidia.rcp.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.subsidia.check.Checked;
import org.subsidia.check.GuardContext;
import org.subsidia.check.Guards;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.rcp.explorer.Node;

/**
 * What was found, most severe first.
 *
 * @param checked by the guards
 * @param list in words: what the guards found, records that name nothing, and remarks of the last import
 */
record Problems(List<Checked> checked, List<Problem> list) {
    Problems {
        checked = List.copyOf(checked);
        list = List.copyOf(list);
    }

    static Problems of(Question question, List<Finding> remarks, Locale locale) {
        Portfolio portfolio = question.portfolio();
        GuardContext context = GuardContext.of(portfolio, question.law(), question.at());
        if (question.scope() instanceof Node.OfStructure structure && portfolio.contains(structure.id())) {
            context = context.only(structure.id());
        }
        List<Checked> checked = Guards.standard().check(context);
        List<Problem> all = new ArrayList<>();
        checked.forEach(one -> all.add(Problem.of(one, portfolio, locale)));
        Set<Finding> more = new LinkedHashSet<>(portfolio.check());
        more.addAll(remarks);
        checked.forEach(one -> more.remove(one.finding()));
        more.forEach(finding -> all.add(Problem.of(finding, portfolio, locale)));
        Optional<Set<RecordId>> within = within(question.scope(), portfolio, locale);
        List<Problem> kept = all.stream()
                .filter(problem -> within.isEmpty()
                        || problem.record().isPresent()
                                && within.get().contains(problem.record().get()))
                .sorted((a, b) -> b.finding().severity().compareTo(a.finding().severity()))
                .toList();
        return new Problems(checked, kept);
    }

    /** The records of a scope; empty: all. */
    private static Optional<Set<RecordId>> within(Node scope, Portfolio portfolio, Locale locale) {
        if (scope instanceof Node.Trunk) {
            return Optional.empty();
        }
        Set<RecordId> ids = new ExplorerTree(portfolio, locale)
                .grants(scope).stream().map(Grant::id).collect(Collectors.toSet());
        scope.record().ifPresent(ids::add);
        if (scope instanceof Node.OfLevel level) {
            portfolio.funders().stream()
                    .filter(funder -> funder.level() == level.level())
                    .forEach(funder -> ids.add(funder.id()));
        }
        return Optional.of(ids);
    }

    long count(Severity severity) {
        return list.stream()
                .filter(problem -> problem.finding().severity() == severity)
                .count();
    }
}
