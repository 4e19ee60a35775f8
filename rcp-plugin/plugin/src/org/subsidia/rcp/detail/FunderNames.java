package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;

/** Names by which funders can be told apart: two of one name bear their level too, two of one level their id. */
final class FunderNames {
    private FunderNames() {}

    static String of(FunderId id, Portfolio portfolio, Locale locale) {
        return portfolio
                .funder(id)
                .map(funder -> name(funder, portfolio, locale))
                .orElse(id.value());
    }

    /** All names, in their order. */
    static List<String> all(Portfolio portfolio, Locale locale) {
        return portfolio.funders().stream()
                .map(funder -> name(funder, portfolio, locale))
                .sorted()
                .toList();
    }

    /** All names, after an empty one for nothing. */
    static List<String> orNothing(Portfolio portfolio, Locale locale) {
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(all(portfolio, locale));
        return names;
    }

    static Optional<FunderId> find(String name, Portfolio portfolio, Locale locale) {
        return portfolio.funders().stream()
                .filter(funder -> name(funder, portfolio, locale).equals(name))
                .map(Funder::id)
                .findFirst();
    }

    private static String name(Funder funder, Portfolio portfolio, Locale locale) {
        List<Funder> alike = portfolio.funders().stream()
                .filter(other -> other.name().equals(funder.name()))
                .toList();
        if (alike.size() < 2) {
            return funder.name();
        }
        long sameLevel =
                alike.stream().filter(other -> other.level() == funder.level()).count();
        String level = funder.level().label().in(locale);
        return funder.name() + " (" + level
                + (sameLevel > 1 ? ", " + funder.id().value() : "") + ")";
    }
}
