package org.subsidia.rcp.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Records;
import org.subsidia.rcp.ui.Words;

/** The records of a portfolio as they can be found: structures, funders, programmes, calls, projects, grants and budget lines. */
final class Hits {
    private Hits() {}

    static List<Hit> of(Portfolio portfolio) {
        return portfolio.stream()
                .map(record -> new Hit(record.id(), kind(record), Records.name(record), more(record, portfolio)))
                .toList();
    }

    private static String kind(PortfolioRecord record) {
        if (record instanceof Structure) {
            return Texts.kindStructure;
        }
        if (record instanceof Funder) {
            return Texts.kindFunder;
        }
        if (record instanceof Programme) {
            return Texts.kindProgramme;
        }
        if (record instanceof Call) {
            return Texts.kindCall;
        }
        if (record instanceof Project) {
            return Texts.fieldProject;
        }
        return record instanceof Grant ? Texts.kindGrant : Texts.kindBudgetLine;
    }

    private static String more(PortfolioRecord record, Portfolio portfolio) {
        List<Optional<String>> parts = new ArrayList<>();
        if (record instanceof Structure structure) {
            Stream.of(structure.siren(), structure.siret(), structure.rna()).forEach(one -> parts.add(maybe(one)));
        } else if (record instanceof Funder funder) {
            parts.add(maybe(funder.level().label().in(Texts.locale())));
            Stream.of(funder.siren(), funder.siret()).forEach(one -> parts.add(maybe(one)));
        } else if (record instanceof Grant grant) {
            parts.add(portfolio.structure(grant.structure()).map(Structure::name));
            grant.funders().forEach(id -> parts.add(portfolio.funder(id).map(Funder::name)));
            parts.add(year(grant));
            parts.add(maybe(grant.reference()));
            parts.add(maybe(grant.id().value()));
        } else if (record instanceof Programme programme) {
            Stream.of(programme.code(), programme.fund()).forEach(one -> parts.add(maybe(one)));
        } else if (record instanceof Call call) {
            parts.add(maybe(call.programme()).flatMap(portfolio::programme).map(Programme::name));
            parts.add(maybe(call.funder()).flatMap(portfolio::funder).map(Funder::name));
        } else if (record instanceof Project project) {
            parts.add(maybe(project.lead()).flatMap(portfolio::structure).map(Structure::name));
        } else if (record instanceof BudgetLine line) {
            parts.add(portfolio.structure(line.structure()).map(Structure::name));
            parts.add(Optional.of(String.valueOf(line.year())));
            parts.add(Optional.of(Words.amount(Optional.of(line.amount()))));
            parts.add(maybe(line.account()));
        }
        return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    private static Optional<String> year(Grant grant) {
        return maybe(grant.fiscalYear())
                .or(() -> maybe(grant.dates().decision()).map(LocalDate::getYear))
                .map(String::valueOf);
    }

    private static <T> Optional<T> maybe(T value) {
        return Optional.ofNullable(value);
    }
}
