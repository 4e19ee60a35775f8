package org.subsidia.examples;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.eligibility.Matching;
import org.subsidia.eligibility.RuleLibrary;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Structure;
import org.subsidia.store.file.FileStore;

/** Asks of every call of the catalogue whether a project may answer it: yes, no or unknown, with what is missing. */
public final class CallsForOneProject {
    private CallsForOneProject() {}

    /**
     * Asks.
     *
     * @param args the portfolio’s file, the project’s id, the day that counts
     */
    public static void main(String[] args) {
        Reading<Portfolio> opened = FileStore.at(Path.of(args[0])).open();
        if (!opened.isRead()) {
            opened.findings()
                    .forEach(finding -> System.err.println(finding.message().in(Locale.FRENCH)));
            return;
        }
        Portfolio own = opened.get();
        Catalogue catalogue = Catalogue.standard();
        Portfolio portfolio = own.apply(
                catalogue.toEdits(catalogue.calls().stream().map(Call::id).toList(), own));
        Project project = portfolio.project(new ProjectId(args[1])).orElseThrow();
        Structure structure = portfolio
                .structure(Objects.requireNonNull(project.lead(), "nobody leads the project"))
                .orElseThrow();
        LawBase laws = LawBase.standard();

        Matching matching = Matching.of(
                new Matching.Question(portfolio, structure).project(project).calls(portfolio.calls()),
                RuleLibrary.examples(laws),
                laws,
                LocalDate.parse(args[2]));
        for (Matching.Match match : matching.matches()) {
            String call = match.call().map(Call::name).orElse("?");
            List<String> missing = match.verdict().stream()
                    .flatMap(verdict -> verdict.missing().facts().stream())
                    .map(fact -> fact.label().in(Locale.FRENCH))
                    .toList();
            System.out.println(
                    match.answer().words().in(Locale.FRENCH) + "\t" + call + "\t" + String.join(", ", missing));
        }
    }
}
