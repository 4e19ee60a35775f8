package org.subsidia.dependence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.StructureId;

/**
 * What is known about the running of one structure in one year: the input of all ratios.
 *
 * <p>Each item is an amount in euros with its explanation, or unknown with the reason: never silently zero. Total products
 * are not given but summed, so that what no other item names belongs to {@link OperatingItem#OTHER_PRODUCTS}.
 *
 * @param structure the structure; null: only its accounts are known
 * @param name what the structure is called
 * @param year the accounting year, by the calendar year in which it ends
 * @param months how long the year is, in begun months; a first year may be shorter than 12, or longer
 * @param basis accounts, budget or forecast
 * @param items the items that were given; see {@link #item} for the others
 * @param publicAmounts who is behind the public money; what it leaves of an item is of unknown funders
 */
public record OperatingFigures(
        @Nullable StructureId structure,
        String name,
        int year,
        int months,
        FigureBasis basis,
        Map<OperatingItem, Explanation> items,
        List<PublicAmount> publicAmounts) {

    /** Copies; refuses a year without a month, and amounts that are not in euros. */
    public OperatingFigures {
        if (months < 1) {
            throw new IllegalArgumentException("a year of " + months + " months");
        }
        items = Collections.unmodifiableMap(copy(items));
        publicAmounts = List.copyOf(publicAmounts);
        publicAmounts.forEach(part -> euros(part.amount()));
    }

    private static Map<OperatingItem, Explanation> copy(Map<OperatingItem, Explanation> from) {
        Map<OperatingItem, Explanation> copy = new EnumMap<>(OperatingItem.class);
        from.forEach((item, figure) -> {
            if (figure.value().isKnown()) {
                euros(Amounts.of(figure)
                        .orElseThrow(() -> new IllegalArgumentException(item + " is no amount: " + figure.value())));
            }
            copy.put(item, figure);
        });
        return copy;
    }

    private static void euros(Money amount) {
        if (!amount.getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            throw new IllegalArgumentException("figures are in euros, not " + amount);
        }
    }

    /**
     * Starts figures of which no item is known yet.
     *
     * @param name what the structure is called
     * @param year the accounting year, by the calendar year in which it ends
     * @param basis accounts, budget or forecast
     * @return the builder; the year has 12 months unless told otherwise
     */
    public static Builder builder(String name, int year, FigureBasis basis) {
        return new Builder(name, year, basis);
    }

    /** {@return a builder that starts from these figures} */
    public Builder toBuilder() {
        Builder builder = new Builder(name, year, basis).structure(structure).months(months);
        builder.items.putAll(items);
        builder.publicAmounts.addAll(publicAmounts);
        return builder;
    }

    /**
     * An item.
     *
     * @param item which one
     * @return an amount in euros with its explanation, or unknown with the reason
     */
    public Explanation item(OperatingItem item) {
        Explanation given = items.get(item);
        return given != null
                ? given
                : Amounts.unknown(item.label(), Message.of("DEP-NOT-GIVEN", item.label(), Integer.toString(year)));
    }

    /**
     * The amount of an item.
     *
     * @param item which one
     * @return the amount, if it is known
     */
    public Optional<Money> amount(OperatingItem item) {
        return Amounts.of(item(item));
    }

    /** {@return total operating products (TP), without dedicated funds and contributions in kind} */
    public Explanation totalProducts() {
        return Amounts.sum(
                Message.of("DEP-TP"),
                CurrencyUnit.EUR,
                Arrays.stream(OperatingItem.values())
                        .filter(OperatingItem.PRODUCTS::contains)
                        .map(this::item)
                        .toList());
    }

    /** Builds {@link OperatingFigures} step by step; every setter returns the builder. */
    public static final class Builder {
        private final String name;
        private final int year;
        private final FigureBasis basis;
        private @Nullable StructureId structure;
        private int months = 12;
        private final Map<OperatingItem, Explanation> items = new EnumMap<>(OperatingItem.class);
        private final List<PublicAmount> publicAmounts = new ArrayList<>();

        private Builder(String name, int year, FigureBasis basis) {
            this.name = name;
            this.year = year;
            this.basis = basis;
        }

        /**
         * Sets the structure.
         *
         * @param value its id; null: not in a portfolio
         * @return this builder
         */
        public Builder structure(@Nullable StructureId value) {
            structure = value;
            return this;
        }

        /**
         * Sets how long the year is.
         *
         * @param value begun months, at least 1
         * @return this builder
         */
        public Builder months(int value) {
            months = value;
            return this;
        }

        /**
         * Sets an item with its explanation.
         *
         * @param item which one
         * @param figure an amount in euros, or unknown with the reason
         * @return this builder
         */
        public Builder item(OperatingItem item, Explanation figure) {
            items.put(item, figure);
            return this;
        }

        /**
         * Sets an item that is read, not computed.
         *
         * @param item which one
         * @param amount in euros
         * @return this builder
         */
        public Builder item(OperatingItem item, Money amount) {
            return item(item, Amounts.given(item.label(), amount));
        }

        /**
         * Says why an item is not known.
         *
         * @param item which one
         * @param reason what is missing
         * @return this builder
         */
        public Builder unknown(OperatingItem item, Message reason) {
            return item(item, Amounts.unknown(item.label(), reason));
        }

        /**
         * Adds a part of public money with the bodies behind it.
         *
         * @param part the part, in euros
         * @return this builder
         */
        public Builder publicAmount(PublicAmount part) {
            publicAmounts.add(part);
            return this;
        }

        /** {@return the figures} */
        public OperatingFigures build() {
            return new OperatingFigures(structure, name, year, months, basis, items, publicAmounts);
        }
    }
}
