package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.StructureKind;

/**
 * A structure as the simulator sees it: where it is, what it weighs, what it received, what it costs.
 *
 * @param id its id, unique in the population
 * @param name its name
 * @param kind what it is
 * @param labels labels held, each for a time
 * @param poleClass the State's class of pôle; null: not known or none
 * @param regions weights of the present regions by INSEE code; one region: weight 1; empty: not known
 * @param departements codes of the départements in which it is active
 * @param keys what it weighs by key: {@code members}, {@code fte}, {@code projects}, {@code population} or any other name;
 *     none negative; a key that is not there is not known
 * @param history public money by level of the one who decides, and by year
 * @param oneOff what of the public money is given once, in the order in which it was said
 * @param fixedCosts cash costs that stay when activity falls, by year
 * @param variableCosts cash costs that fall with activity, by year
 * @param privateIncome fees, services, sponsorship and other own income, by year
 * @param openingCash what it holds on the first day of the transfer; null: not known
 * @param knownCash what a cash forecast knows, which then counts instead of the opening cash and of even months; null: nothing
 * @param facts what a portfolio tells of its figures and its State aid; null: nothing
 */
public record Recipient(
        String id,
        String name,
        StructureKind kind,
        List<Label> labels,
        @Nullable PoleClass poleClass,
        SortedMap<String, Fraction> regions,
        SortedSet<String> departements,
        SortedMap<String, Fraction> keys,
        SortedMap<FunderLevel, YearlyAmounts> history,
        List<OneOff> oneOff,
        YearlyAmounts fixedCosts,
        YearlyAmounts variableCosts,
        YearlyAmounts privateIncome,
        @Nullable Money openingCash,
        @Nullable KnownCash knownCash,
        @Nullable KnownFacts facts) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if the id is blank, a weight of a region is not positive or a key is negative
     */
    public Recipient {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a structure without an id: " + name);
        }
        labels = List.copyOf(labels);
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        departements = Collections.unmodifiableSortedSet(new TreeSet<>(departements));
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        history = Collections.unmodifiableSortedMap(new TreeMap<>(history));
        oneOff = List.copyOf(oneOff);
        if (regions.values().stream().anyMatch(weight -> weight.signum() <= 0)) {
            throw new IllegalArgumentException("a region's weight is positive: " + id + ' ' + regions);
        }
        if (keys.values().stream().anyMatch(key -> key.signum() < 0)) {
            throw new IllegalArgumentException("a key is not negative: " + id + ' ' + keys);
        }
    }

    /**
     * Starts a new one; what is not set stays unknown.
     *
     * @param id its id
     * @param name its name
     * @return the builder
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * Public money of a level.
     *
     * @param level who decides
     * @return the amounts by year, none where there never were any
     */
    public YearlyAmounts received(FunderLevel level) {
        return history.getOrDefault(level, YearlyAmounts.NONE);
    }

    /**
     * Public money of a level that is given again and again: without one-off grants, and without the years that had nothing else.
     *
     * @param level who decides
     * @return the amounts by year, none where there never were any
     */
    public YearlyAmounts recurring(FunderLevel level) {
        YearlyAmounts all = received(level);
        YearlyAmounts once = YearlyAmounts.NONE;
        for (OneOff each : oneOff) {
            once = each.level() == level ? once.plus(each.year(), each.amount()) : once;
        }
        return once.isEmpty() ? all : all.without(once);
    }

    /**
     * What goes on of a level's money in a year if nothing is decided: what is known of the year, else what was last known.
     *
     * @param level who decides
     * @param year any year
     * @param oneOffGrants whether one-off grants go on
     * @return the amount, if one is known
     */
    public Optional<Money> goesOn(FunderLevel level, int year, OneOffGrants oneOffGrants) {
        YearlyAmounts all = received(level);
        return all.in(year).or(() -> (oneOffGrants == OneOffGrants.END ? recurring(level) : all).lastKnown(year));
    }

    /** Whether a one-off grant is in the amount last known of a level in some later year until the last. */
    boolean isLastKnown(OneOff grant, int last) {
        Integer next = received(grant.level()).byYear().tailMap(grant.year() + 1).keySet().stream()
                .findFirst()
                .orElse(null);
        return grant.year() < last && (next == null || next > grant.year() + 1);
    }

    /**
     * What it weighs by a key.
     *
     * @param key the key's name
     * @return the weight, if it is known
     */
    public Optional<Fraction> key(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** {@return the region of the seat: the one of greatest weight, the first by code among equals} */
    public Optional<String> seat() {
        return regions.entrySet().stream()
                .reduce((best, next) -> next.getValue().compareTo(best.getValue()) > 0 ? next : best)
                .map(Map.Entry::getKey);
    }

    /** Builds a {@link Recipient} step by step; every setter returns the builder. */
    public static final class Builder {
        private final String id;
        private final String name;
        private StructureKind kind = StructureKind.OTHER;
        private List<Label> labels = List.of();
        private @Nullable PoleClass poleClass;
        private final SortedMap<String, Fraction> regions = new TreeMap<>();
        private final SortedSet<String> departements = new TreeSet<>();
        private final SortedMap<String, Fraction> keys = new TreeMap<>();
        private final SortedMap<FunderLevel, YearlyAmounts> history = new TreeMap<>();
        private final List<OneOff> oneOff = new ArrayList<>();
        private YearlyAmounts fixedCosts = YearlyAmounts.NONE;
        private YearlyAmounts variableCosts = YearlyAmounts.NONE;
        private YearlyAmounts privateIncome = YearlyAmounts.NONE;
        private @Nullable Money openingCash;
        private @Nullable KnownCash knownCash;
        private @Nullable KnownFacts facts;

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
        }

        /**
         * Sets what it is.
         *
         * @param value the kind
         * @return this builder
         */
        public Builder kind(StructureKind value) {
            kind = value;
            return this;
        }

        /**
         * Sets the labels.
         *
         * @param value each for a time
         * @return this builder
         */
        public Builder labels(List<Label> value) {
            labels = value;
            return this;
        }

        /**
         * Sets the State's class of pôle.
         *
         * @param value null: not known or none
         * @return this builder
         */
        public Builder poleClass(@Nullable PoleClass value) {
            poleClass = value;
            return this;
        }

        /**
         * Adds a region.
         *
         * @param code the present INSEE code
         * @param weight its weight among the structure's regions, positive
         * @return this builder
         */
        public Builder region(String code, Fraction weight) {
            regions.merge(code, weight, Fraction::plus);
            return this;
        }

        /**
         * Adds a département.
         *
         * @param code its code
         * @return this builder
         */
        public Builder departement(String code) {
            departements.add(code);
            return this;
        }

        /**
         * Sets what it weighs by a key.
         *
         * @param key the key's name
         * @param weight not negative
         * @return this builder
         */
        public Builder key(String key, Fraction weight) {
            keys.put(key, weight);
            return this;
        }

        /**
         * Adds public money.
         *
         * @param level who decides
         * @param year the year
         * @param amount how much, added to what is there
         * @return this builder
         */
        public Builder received(FunderLevel level, int year, Money amount) {
            history.merge(level, YearlyAmounts.NONE.plus(year, amount), (before, more) -> before.plus(year, amount));
            return this;
        }

        /**
         * Adds public money that is given once.
         *
         * @param grant whose, how much and why; added to what is there
         * @return this builder
         */
        public Builder receivedOnce(OneOff grant) {
            oneOff.add(grant);
            return received(grant.level(), grant.year(), grant.amount());
        }

        /**
         * Adds a cost that stays when activity falls.
         *
         * @param year the year
         * @param amount how much, added to what is there
         * @return this builder
         */
        public Builder fixedCost(int year, Money amount) {
            fixedCosts = fixedCosts.plus(year, amount);
            return this;
        }

        /**
         * Adds a cost that falls with activity.
         *
         * @param year the year
         * @param amount how much, added to what is there
         * @return this builder
         */
        public Builder variableCost(int year, Money amount) {
            variableCosts = variableCosts.plus(year, amount);
            return this;
        }

        /**
         * Adds own income.
         *
         * @param year the year
         * @param amount how much, added to what is there
         * @return this builder
         */
        public Builder privateIncome(int year, Money amount) {
            privateIncome = privateIncome.plus(year, amount);
            return this;
        }

        /**
         * Sets the cash at the start.
         *
         * @param value null: not known
         * @return this builder
         */
        public Builder openingCash(@Nullable Money value) {
            openingCash = value;
            return this;
        }

        /**
         * Sets what a cash forecast knows.
         *
         * @param value null: nothing
         * @return this builder
         */
        public Builder knownCash(@Nullable KnownCash value) {
            knownCash = value;
            return this;
        }

        /**
         * Sets what a portfolio tells of its figures and its State aid.
         *
         * @param value null: nothing
         * @return this builder
         */
        public Builder facts(@Nullable KnownFacts value) {
            facts = value;
            return this;
        }

        /** {@return the finished value} */
        public Recipient build() {
            return new Recipient(
                    id,
                    name,
                    kind,
                    labels,
                    poleClass,
                    regions,
                    departements,
                    keys,
                    history,
                    oneOff,
                    fixedCosts,
                    variableCosts,
                    privateIncome,
                    openingCash,
                    knownCash,
                    facts);
        }
    }
}
