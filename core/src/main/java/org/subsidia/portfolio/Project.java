package org.subsidia.portfolio;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An action that several funders pay for together; its grants carry its id.
 *
 * @param id its id in the portfolio
 * @param name its name
 * @param lead the structure that leads it
 * @param partners partners, in words
 * @param window when it runs
 * @param costs the planned cost
 * @param funding the funding plan, which should add up to the cost
 * @param note free text
 * @param extras fields of the document that this version does not know
 */
public record Project(
        ProjectId id,
        String name,
        @Nullable StructureId lead,
        List<String> partners,
        @Nullable DateWindow window,
        List<ProjectCost> costs,
        List<FundingLine> funding,
        @Nullable String note,
        Extras extras)
        implements PortfolioRecord {

    /** Copies the lists; refuses what is missing. */
    public Project {
        Check.notNull(id, "id");
        Check.notNull(name, "name");
        partners = List.copyOf(partners);
        costs = List.copyOf(costs);
        funding = List.copyOf(funding);
        note = Check.text(note);
        Check.notNull(extras, "extras");
    }

    /**
     * Starts a new one; what is not set stays unknown.
     *
     * @param id its id in the portfolio
     * @param name its name
     * @return the builder
     */
    public static Builder builder(ProjectId id, String name) {
        return new Builder(id, name);
    }

    /** {@return a builder that starts from this value} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the planned cost; none while there is no line, or where currencies differ} */
    public Optional<Money> totalCost() {
        return Check.total(costs.stream().map(ProjectCost::amount).toList());
    }

    /** {@return the planned funding; none while there is no line, or where currencies differ} */
    public Optional<Money> totalFunding() {
        return Check.total(funding.stream().map(FundingLine::amount).toList());
    }

    /** {@return what the funding plan leaves of the cost; negative where it brings more; none where a total is not known} */
    public Optional<Money> fundingGap() {
        Optional<Money> cost = totalCost();
        Optional<Money> funding = totalFunding();
        return cost.isPresent() && funding.isPresent() && cost.get().isSameCurrency(funding.get())
                ? Optional.of(cost.get().minus(funding.get()))
                : Optional.empty();
    }

    @Override
    public Project withExtras(Extras other) {
        return toBuilder().extras(other).build();
    }

    /** Builds a {@link Project} step by step; every setter returns the builder. */
    public static final class Builder {
        private ProjectId id;
        private String name;
        private @Nullable StructureId lead;
        private List<String> partners = List.of();
        private @Nullable DateWindow window;
        private List<ProjectCost> costs = List.of();
        private List<FundingLine> funding = List.of();
        private @Nullable String note;
        private Extras extras = Extras.NONE;

        private Builder(ProjectId id, String name) {
            this.id = id;
            this.name = name;
        }

        private Builder(Project from) {
            this.id = from.id;
            this.name = from.name;
            this.lead = from.lead;
            this.partners = from.partners;
            this.window = from.window;
            this.costs = from.costs;
            this.funding = from.funding;
            this.note = from.note;
            this.extras = from.extras;
        }

        /**
         * Sets id.
         *
         * @param value its id in the portfolio
         * @return this builder
         */
        public Builder id(ProjectId value) {
            id = value;
            return this;
        }

        /**
         * Sets name.
         *
         * @param value its name
         * @return this builder
         */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Sets lead.
         *
         * @param value the structure that leads it; null: not known
         * @return this builder
         */
        public Builder lead(@Nullable StructureId value) {
            lead = value;
            return this;
        }

        /**
         * Sets partners.
         *
         * @param value partners, in words
         * @return this builder
         */
        public Builder partners(List<String> value) {
            partners = value;
            return this;
        }

        /**
         * Adds one to partners.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addPartner(String value) {
            partners = Check.plus(partners, value);
            return this;
        }

        /**
         * Sets window.
         *
         * @param value when it runs; null: not known
         * @return this builder
         */
        public Builder window(@Nullable DateWindow value) {
            window = value;
            return this;
        }

        /**
         * Sets costs.
         *
         * @param value the planned cost
         * @return this builder
         */
        public Builder costs(List<ProjectCost> value) {
            costs = value;
            return this;
        }

        /**
         * Adds one to costs.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addCost(ProjectCost value) {
            costs = Check.plus(costs, value);
            return this;
        }

        /**
         * Sets funding.
         *
         * @param value the funding plan, which should add up to the cost
         * @return this builder
         */
        public Builder funding(List<FundingLine> value) {
            funding = value;
            return this;
        }

        /**
         * Adds one to funding.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addFunding(FundingLine value) {
            funding = Check.plus(funding, value);
            return this;
        }

        /**
         * Sets note.
         *
         * @param value free text; null: not known
         * @return this builder
         */
        public Builder note(@Nullable String value) {
            note = value;
            return this;
        }

        /**
         * Sets extras.
         *
         * @param value fields of the document that this version does not know
         * @return this builder
         */
        public Builder extras(Extras value) {
            extras = value;
            return this;
        }

        /** {@return the finished value} */
        public Project build() {
            return new Project(id, name, lead, partners, window, costs, funding, note, extras);
        }
    }
}
