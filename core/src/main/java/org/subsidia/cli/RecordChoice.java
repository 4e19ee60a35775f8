package org.subsidia.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** The structure or funder that an option names by id, SIREN or SIRET; a name that nobody bears ends the verb. */
final class RecordChoice {
    private static final int MOST_SHOWN = 20;

    private RecordChoice() {}

    static @Nullable StructureId structure(@Nullable String wanted, Portfolio portfolio) {
        return wanted == null
                ? null
                : find(
                                wanted,
                                portfolio.structures(),
                                one -> names(one.id().value(), one.siren(), one.siret()),
                                Structure::name,
                                "CLI-NO-STRUCTURE")
                        .id();
    }

    static @Nullable FunderId funder(@Nullable String wanted, Portfolio portfolio) {
        return wanted == null
                ? null
                : find(
                                wanted,
                                portfolio.funders(),
                                one -> names(one.id().value(), one.siren(), one.siret()),
                                Funder::name,
                                "CLI-NO-FUNDER")
                        .id();
    }

    static Grant grant(String wanted, Portfolio portfolio) {
        return find(
                wanted,
                portfolio.grants(),
                one -> List.of(one.id().value()),
                one -> one.purpose().isBlank() ? one.id().value() : one.purpose(),
                "CLI-NO-GRANT");
    }

    private static List<String> names(String id, @Nullable String siren, @Nullable String siret) {
        List<String> names = new ArrayList<>(List.of(id));
        Optional.ofNullable(siren).ifPresent(names::add);
        Optional.ofNullable(siret).ifPresent(names::add);
        return names;
    }

    private static <T> T find(
            String wanted, List<T> all, Function<T, List<String>> keys, Function<T, String> name, String code) {
        return all.stream()
                .filter(one -> keys.apply(one).contains(wanted))
                .findFirst()
                .orElseThrow(() -> new UnusableInput(List.of(Finding.error(
                        Place.NOWHERE,
                        code,
                        wanted,
                        all.stream()
                                .limit(MOST_SHOWN)
                                .map(one -> keys.apply(one).get(0) + " (" + name.apply(one) + ')')
                                .collect(Collectors.joining(", "))))));
    }
}
