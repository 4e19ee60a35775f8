package org.subsidia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.eligibility.Fact;
import org.subsidia.eligibility.FactCatalogue;
import org.subsidia.eligibility.FactText;
import org.subsidia.eligibility.FactValue;
import org.subsidia.eligibility.Facts;
import org.subsidia.eligibility.Matching;
import org.subsidia.eligibility.RuleLibrary;
import org.subsidia.eligibility.RuleSet;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Structure;
import org.subsidia.report.EligibilityReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia eligibility P --structure S}: which calls fit, which do not, why, and what would help. */
@Command(name = "eligibility")
final class EligibilityCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--structure", required = true, paramLabel = "ID", descriptionKey = "eligibilityStructure")
    @SuppressWarnings("NullAway.Init") // required
    private String structure;

    @Option(names = "--project", paramLabel = "ID", descriptionKey = "eligibilityProject")
    private @Nullable String project;

    @Option(names = "--grant", paramLabel = "ID", descriptionKey = "eligibilityGrant")
    private @Nullable String grant;

    @Option(names = "--call", paramLabel = "ID", descriptionKey = "eligibilityCall")
    private @Nullable String call;

    @SuppressWarnings("UnusedVariable") // what happens without --call anyway
    @Option(names = "--all", descriptionKey = "eligibilityAll")
    private boolean all;

    @Option(names = "--rules", paramLabel = "FILE", descriptionKey = "eligibilityRules")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--fact", paramLabel = "ID=VALUE", descriptionKey = "eligibilityFact")
    private Map<String, String> facts = new LinkedHashMap<>();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    EligibilityCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LawBase laws = LawBase.standard();
        Portfolio own = PortfolioFile.open(console, file);
        Structure asking = structure(own);
        Catalogue catalogue = Catalogue.standard();
        List<CallId> more = catalogue.calls().stream()
                .map(Call::id)
                .filter(id -> !own.contains(id))
                .toList();
        Portfolio portfolio = own.apply(catalogue.toEdits(more, own));
        RuleLibrary library =
                rules.isEmpty() ? RuleLibrary.examples(laws) : new RuleLibrary(RuleFiles.use(console, rules));
        List<Call> calls = calls(portfolio);
        RuleLibrary asked = call == null ? library : new RuleLibrary(library.of(calls.get(0), portfolio));
        Project forProject = project(portfolio);
        Matching matching = Matching.of(
                new Matching.Question(portfolio, asking)
                        .project(forProject)
                        .grant(grant(portfolio))
                        .calls(calls)
                        .facts(facts(library)),
                asked,
                laws,
                at.day());
        String subject = forProject == null ? asking.name() : asking.name() + ", " + forProject.name();
        output.write(console, EligibilityReport.of(matching, subject, at.day()));
    }

    private Structure structure(Portfolio portfolio) {
        return portfolio.structures().stream()
                .filter(each -> structure.equals(each.id().value())
                        || structure.equals(each.siren())
                        || structure.equals(each.siret()))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "CLI-NO-STRUCTURE",
                        structure,
                        portfolio.structures().stream().map(each -> each.id() + " (" + each.name() + ')')));
    }

    private static UnusableInput unknown(String code, String id, Stream<String> known) {
        String names = known.limit(20).collect(Collectors.joining(", "));
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, code, id, names)));
    }

    private @Nullable Project project(Portfolio portfolio) {
        String id = project;
        return id == null
                ? null
                : portfolio
                        .project(new ProjectId(id))
                        .orElseThrow(() -> unknown(
                                "ELIG-NO-PROJECT",
                                id,
                                portfolio.projects().stream()
                                        .map(each -> each.id().value())));
    }

    private @Nullable Grant grant(Portfolio portfolio) {
        String id = grant;
        return id == null
                ? null
                : portfolio
                        .grant(new GrantId(id))
                        .orElseThrow(() -> unknown(
                                "ELIG-NO-GRANT", id, portfolio.grants().stream().map(each -> each.id()
                                        .value())));
    }

    private List<Call> calls(Portfolio portfolio) {
        String id = call;
        return id == null
                ? portfolio.calls()
                : List.of(portfolio
                        .call(new CallId(id))
                        .orElseThrow(() -> unknown(
                                "ELIG-NO-CALL", id, portfolio.calls().stream().map(each -> each.id()
                                        .value()))));
    }

    private Facts facts(RuleLibrary library) {
        Facts known = Facts.on(at.day());
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, String> entry : facts.entrySet()) {
            Optional<Fact> fact = Stream.concat(
                            Stream.of(FactCatalogue.standard()),
                            library.rules().stream().map(RuleSet::catalogue))
                    .flatMap(catalogue -> catalogue.find(entry.getKey()).stream())
                    .findFirst();
            if (fact.isEmpty() || entry.getKey().equals(Facts.DATE)) {
                findings.add(Finding.error(
                        Place.NOWHERE,
                        "ELIG-FACT-UNKNOWN",
                        entry.getKey(),
                        FactCatalogue.standard().nearest(entry.getKey())));
                continue;
            }
            Reading<FactValue> value = FactText.read(fact.get(), entry.getValue());
            findings.addAll(value.findings());
            if (value.isRead()) {
                known = known.with(entry.getKey(), value.get(), "--fact");
            }
        }
        if (!findings.isEmpty()) {
            throw new UnusableInput(findings);
        }
        return known;
    }
}
