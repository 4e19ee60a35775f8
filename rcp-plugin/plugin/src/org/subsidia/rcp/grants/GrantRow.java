package org.subsidia.rcp.grants;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.rcp.ui.Folding;
import org.subsidia.rcp.ui.Records;

/**
 * A grant as the table shows it.
 *
 * @param grant the grant
 * @param funder the names of its payer, else of who decides
 * @param structure the name of who receives it
 * @param state where it stands, in words
 * @param requested the amount asked for
 * @param awarded the amount decided
 * @param received what came; none where neither a receipt nor the funder tells
 * @param awaited what may still come
 * @param awardedOn the day of the decision, else of the notification, else of the convention
 * @param searched what the filter looks into
 */
record GrantRow(
        Grant grant,
        String funder,
        String structure,
        String state,
        Optional<Money> requested,
        Optional<Money> awarded,
        Optional<Explanation> received,
        Awaited awaited,
        Optional<LocalDate> awardedOn,
        String searched) {

    static GrantRow of(Grant grant, Portfolio portfolio, LocalDate today, Locale locale) {
        return of(grant, portfolio, new Awaited(portfolio, grant, today), today, locale);
    }

    static GrantRow of(Grant grant, Portfolio portfolio, Awaited awaited, LocalDate today, Locale locale) {
        String structure = portfolio
                .structure(grant.structure())
                .map(Structure::name)
                .orElse(grant.structure().value());
        String funder = grant.funders().stream()
                .findFirst()
                .map(id -> name(id, portfolio))
                .orElse("");
        String state = grant.state().label().in(locale);
        String searched = Stream.concat(
                        Stream.of(structure, grant.purpose(), state),
                        Stream.concat(
                                grant.funders().stream().map(id -> name(id, portfolio)),
                                Stream.of(
                                                grant.reference(),
                                                grant.scheme(),
                                                grant.id().value())
                                        .filter(text -> text != null)))
                .collect(Collectors.joining("\n"));
        return new GrantRow(
                grant,
                funder,
                structure,
                state,
                grant.amount(AmountStage.REQUESTED),
                grant.amount(AmountStage.AWARDED),
                ScheduleEngine.received(grant, today),
                awaited,
                first(
                        grant.dates().decision(),
                        grant.dates().notification(),
                        grant.dates().convention()),
                Folding.fold(searched));
    }

    private static String name(FunderId id, Portfolio portfolio) {
        return portfolio.funder(id).map(Funder::name).orElse(id.value());
    }

    private static Optional<LocalDate> first(LocalDate... dates) {
        for (LocalDate date : dates) {
            if (date != null) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    /** What the grant is called: its purpose, else its id. */
    String name() {
        return Records.name(grant);
    }

    /** Its name, whose it is and who funds it. */
    String title() {
        return Stream.of(name(), structure, funder)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" – "));
    }
}
