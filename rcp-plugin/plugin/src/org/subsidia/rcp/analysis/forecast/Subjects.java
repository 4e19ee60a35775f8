package org.subsidia.rcp.analysis.forecast;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Records;

/** What a stress of a structure may be about: its funders, grants and programmes, by name. */
record Subjects(List<Subject> funders, List<Subject> open, List<Subject> paid, List<Subject> programmes) {
    static final Subjects NONE = new Subjects(List.of(), List.of(), List.of(), List.of());

    private static final Set<GrantState> OVER = EnumSet.of(GrantState.REFUSED, GrantState.CLOSED, GrantState.CANCELLED);

    /** One of them; without an id: all. */
    record Subject(String name, Optional<RecordId> id) {}

    static Subjects of(StructureId structure, Portfolio portfolio) {
        List<Grant> grants = portfolio.grantsOf(structure);
        List<Grant> open =
                grants.stream().filter(grant -> !OVER.contains(grant.state())).toList();
        return new Subjects(
                records(open, grant -> grant.funders().stream(), portfolio),
                named(open, portfolio),
                named(
                        grants.stream()
                                .filter(grant -> !grant.receipts().isEmpty())
                                .toList(),
                        portfolio),
                records(open, grant -> Stream.ofNullable(grant.programme()), portfolio));
    }

    private static List<Subject> records(
            List<Grant> grants, Function<Grant, Stream<? extends RecordId>> ids, Portfolio portfolio) {
        return sorted(grants.stream()
                .flatMap(ids)
                .distinct()
                .flatMap(id -> portfolio.find(id).stream())
                .map(record -> new Subject(Records.name(record), Optional.of(record.id()))));
    }

    /** Funders share purposes: a grant is called by both. */
    private static List<Subject> named(List<Grant> grants, Portfolio portfolio) {
        return sorted(grants.stream().map(grant -> {
            String funder = grant.funders().stream()
                    .findFirst()
                    .flatMap(portfolio::find)
                    .map((PortfolioRecord one) -> " – " + Records.name(one))
                    .orElse("");
            return new Subject(Records.name(grant) + funder, Optional.of(grant.id()));
        }));
    }

    private static List<Subject> sorted(Stream<Subject> subjects) {
        return subjects.sorted(Comparator.comparing(Subject::name, Collator.getInstance(Texts.locale())::compare))
                .toList();
    }

    /** Those of a kind of stress. */
    List<Subject> of(StressKind.Who who) {
        return switch (who) {
            case FUNDER -> funders;
            case FUNDER_OR_ALL -> all(Texts.stressAllFunders, funders);
            case GRANT -> open;
            case GRANT_OR_ALL -> all(Texts.stressAllActions, open);
            case PAID_GRANT -> paid;
            case PROGRAMME -> programmes;
        };
    }

    private static List<Subject> all(String name, List<Subject> each) {
        List<Subject> all = new ArrayList<>(List.of(new Subject(name, Optional.empty())));
        all.addAll(each);
        return all;
    }
}
