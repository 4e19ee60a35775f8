package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.subsidia.finding.Reading;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.Taken;
import org.subsidia.law.Law;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

/** Operations of the Union’s funds: whose one is goes by its name, and where that is not sure a person says so. */
final class EuOperationsSource extends Source.OfRows {
    @Override
    String title() {
        return Texts.euTitle;
    }

    @Override
    String description() {
        return Texts.euDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".xlsx", ".csv"};
    }

    @Override
    List<Heading> headings() {
        return List.of(
                Heading.words(Texts.euBeneficiary, 180),
                Heading.words(Texts.euPostcode, 75),
                Heading.words(Texts.euStructure, 165),
                Heading.number(Texts.euScore, 60),
                Heading.words(Texts.euPurpose, 150),
                Heading.number(Texts.euAmount, 110));
    }

    @Override
    Callable<Reading<Review>> reader(Path file, Portfolio into) {
        Law law = Settings.law().at(Settings.today());
        return () -> EuOperations.prepare(file, into, MatchOptions.standard(), law)
                .map(intake -> review(file, into, law, intake));
    }

    private static Review review(Path file, Portfolio into, Law law, Intake intake) {
        String name = file.getFileName().toString();
        String summary = Texts.bind(
                Texts.euCounts,
                intake.taken().stream().filter(one -> one.record() != null).count(),
                intake.count(Taken.Kind.REVIEW),
                intake.count(Taken.Kind.SKIPPED),
                intake.count(Taken.Kind.REFUSED));
        List<Row> rows = intake.taken().stream().map(one -> row(one, into)).toList();
        Ending ending = Ending.edit(
                name,
                count -> Texts.bind(Texts.importLabel, name, count),
                keys -> decided(file, into, law, intake, keys));
        return new Review(summary, rows, intake.findings(), ending);
    }

    private static Row row(Taken one, Portfolio into) {
        String structure = one.whose()
                .map(id -> into.structure(id).map(Structure::name).orElse(id.value()))
                .orElse("");
        List<Object> cells = List.of(
                one.beneficiary(),
                one.postcode(),
                structure,
                one.whose().<Object>map(id -> one.score()).orElse(""),
                one.purpose(),
                one.amount() == null ? "" : one.amount());
        Outcome outcome = Outcome.of(one.kind());
        if (outcome == Outcome.REVIEW && one.structure() != null) {
            Object key = new MatchDecision(one.beneficiary(), one.postcode(), one.structure());
            return Row.of(key, one.line(), outcome, cells, one.findings()).inWords(outcome.label(), true);
        }
        Object key = one.record() == null ? one.line() : one.record();
        return Row.of(key, one.line(), outcome, cells, one.findings());
    }

    /** The records chosen; where a person has said whose a name is, the list is read again with that. */
    private static Reading<Edit> decided(Path file, Portfolio into, Law law, Intake first, List<Object> keys) {
        Set<RecordId> chosen = new HashSet<>();
        List<MatchDecision> decisions = new ArrayList<>();
        for (Object key : keys) {
            if (key instanceof MatchDecision decision) {
                decisions.add(decision);
            } else {
                chosen.add((RecordId) key);
            }
        }
        if (decisions.isEmpty()) {
            return Reading.of(first.editOf(chosen));
        }
        Set<Long> open = new HashSet<>();
        first.taken().stream().filter(one -> one.kind() == Taken.Kind.REVIEW).forEach(one -> open.add(one.line()));
        MatchOptions options = new MatchOptions(decisions, MatchOptions.SAME_NAME, false);
        return EuOperations.prepare(file, into, options, law).map(again -> {
            again.taken().stream()
                    .filter(one -> open.contains(one.line()) && one.record() != null)
                    .forEach(one -> chosen.add(one.record()));
            return again.editOf(chosen);
        });
    }
}
