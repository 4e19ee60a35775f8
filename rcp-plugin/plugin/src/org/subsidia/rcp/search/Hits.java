package org.subsidia.rcp.search;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Records;

/** The records of a portfolio as they can be found: structures, funders, programmes, calls and grants. */
final class Hits {
    private Hits() {}

    static List<Hit> of(Portfolio portfolio) {
        return portfolio.stream()
                .filter(record -> !kind(record).isEmpty())
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
        return record instanceof Grant ? Texts.kindGrant : "";
    }

    private static String more(PortfolioRecord record, Portfolio portfolio) {
        if (record instanceof Structure structure) {
            return joined(structure.siren(), structure.siret(), structure.rna());
        }
        if (record instanceof Funder funder) {
            return joined(funder.level().label().in(Texts.locale()), funder.siren(), funder.siret());
        }
        if (record instanceof Grant grant) {
            String structure =
                    portfolio.structure(grant.structure()).map(Structure::name).orElse(null);
            String funder = grant.funders().stream()
                    .findFirst()
                    .flatMap(portfolio::funder)
                    .map(Funder::name)
                    .orElse(null);
            return joined(structure, funder, grant.reference());
        }
        return record instanceof Programme programme ? joined(programme.code(), programme.fund()) : "";
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
