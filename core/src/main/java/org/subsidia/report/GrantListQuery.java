package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/**
 * Which grants a list shows, and in which order.
 *
 * @param asOf the day at which amounts are looked at
 * @param structure only this structure’s; null: all
 * @param funder only those that this funder pays, decides or is the origin of; null: all
 * @param state only those in this state; null: all
 * @param year only those of this year; null: all
 * @param sort the order; equal ones by id
 */
public record GrantListQuery(
        LocalDate asOf,
        @Nullable StructureId structure,
        @Nullable FunderId funder,
        @Nullable GrantState state,
        @Nullable Integer year,
        Sort sort) {

    /** The orders of a list. */
    public enum Sort {
        /** By id. */
        ID,
        /** The latest year first. */
        YEAR,
        /** The greatest award first. */
        AWARDED,
        /** The most to come first. */
        REMAINING,
        /** By the structure’s name. */
        STRUCTURE,
        /** By the funder’s name. */
        FUNDER,
        /** By how far they have come. */
        STATE
    }

    /**
     * All grants, the latest year first.
     *
     * @param asOf the day at which amounts are looked at
     * @return the query
     */
    public static GrantListQuery everything(LocalDate asOf) {
        return new GrantListQuery(asOf, null, null, null, null, Sort.YEAR);
    }

    List<GrantLine> of(Portfolio portfolio) {
        return portfolio.grants().stream()
                .filter(this::wants)
                .map(grant -> GrantLine.of(grant, portfolio, asOf))
                .filter(line -> year == null || line.year().filter(year::equals).isPresent())
                .sorted(order(portfolio).thenComparing(line -> line.grant().id()))
                .toList();
    }

    private boolean wants(Grant grant) {
        return (structure == null || structure.equals(grant.structure()))
                && (funder == null || grant.funders().contains(funder))
                && (state == null || state == grant.state());
    }

    private Comparator<GrantLine> order(Portfolio portfolio) {
        return switch (sort) {
            case ID -> Comparator.comparing(line -> line.grant().id());
            case YEAR ->
                Comparator.comparing((GrantLine line) -> line.year().orElse(Integer.MIN_VALUE))
                        .reversed();
            case AWARDED ->
                Comparator.comparing((GrantLine line) -> amountOf(line.grant().amountOn(AmountStage.AWARDED, asOf)))
                        .reversed();
            case REMAINING ->
                Comparator.comparing((GrantLine line) -> amountOf(line.remainingAmount()))
                        .reversed();
            case STRUCTURE ->
                Comparator.comparing(line -> lower(portfolio
                        .structure(line.grant().structure())
                        .map(Structure::name)
                        .orElse("")));
            case FUNDER ->
                Comparator.comparing(line -> lower(line.grant().funders().stream()
                        .map(portfolio::funder)
                        .flatMap(Optional::stream)
                        .map(Funder::name)
                        .findFirst()
                        .orElse("")));
            case STATE -> Comparator.comparing(line -> line.grant().state());
        };
    }

    private static BigDecimal amountOf(Optional<Money> amount) {
        return amount.map(Money::getAmount).orElse(BigDecimal.valueOf(Long.MIN_VALUE));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
