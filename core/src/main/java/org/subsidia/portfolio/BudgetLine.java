package org.subsidia.portfolio;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product, a cost or a contribution in kind of a structure in a year.
 *
 * @param id its id in the portfolio
 * @param structure whose budget
 * @param year the accounting year, by the calendar year in which it ends
 * @param kind what it is
 * @param basis planned, revised or actual
 * @param amount how much; positive for products and for costs alike
 * @param label words
 * @param account the account of the chart, such as {@code 741}
 * @param funder the funder, for public money
 * @param grant the grant, where it is one
 * @param behaviour fixed or variable, for costs
 * @param note free text
 * @param extras fields of the document that this version does not know
 */
public record BudgetLine(
        BudgetLineId id,
        StructureId structure,
        int year,
        BudgetKind kind,
        BudgetBasis basis,
        Money amount,
        @Nullable String label,
        @Nullable String account,
        @Nullable FunderId funder,
        @Nullable GrantId grant,
        @Nullable CostBehaviour behaviour,
        @Nullable String note,
        Extras extras)
        implements PortfolioRecord {

    /** Refuses what is missing. */
    public BudgetLine {
        Check.notNull(id, "id");
        Check.notNull(structure, "structure");
        Check.notNull(kind, "kind");
        Check.notNull(basis, "basis");
        Check.notNull(amount, "amount");
        label = Check.text(label);
        account = Check.text(account);
        note = Check.text(note);
        Check.notNull(extras, "extras");
    }

    /**
     * Starts a new one; what is not set stays unknown.
     *
     * @param id its id in the portfolio
     * @param structure whose budget
     * @param year the accounting year, by the calendar year in which it ends
     * @param kind what it is
     * @param amount how much; positive for products and for costs alike
     * @return the builder
     */
    public static Builder builder(BudgetLineId id, StructureId structure, int year, BudgetKind kind, Money amount) {
        return new Builder(id, structure, year, kind, amount);
    }

    /** {@return a builder that starts from this value} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    public BudgetLine withExtras(Extras other) {
        return toBuilder().extras(other).build();
    }

    /** Builds a {@link BudgetLine} step by step; every setter returns the builder. */
    public static final class Builder {
        private BudgetLineId id;
        private StructureId structure;
        private int year;
        private BudgetKind kind;
        private BudgetBasis basis = BudgetBasis.PLANNED;
        private Money amount;
        private @Nullable String label;
        private @Nullable String account;
        private @Nullable FunderId funder;
        private @Nullable GrantId grant;
        private @Nullable CostBehaviour behaviour;
        private @Nullable String note;
        private Extras extras = Extras.NONE;

        private Builder(BudgetLineId id, StructureId structure, int year, BudgetKind kind, Money amount) {
            this.id = id;
            this.structure = structure;
            this.year = year;
            this.kind = kind;
            this.amount = amount;
        }

        private Builder(BudgetLine from) {
            this.id = from.id;
            this.structure = from.structure;
            this.year = from.year;
            this.kind = from.kind;
            this.basis = from.basis;
            this.amount = from.amount;
            this.label = from.label;
            this.account = from.account;
            this.funder = from.funder;
            this.grant = from.grant;
            this.behaviour = from.behaviour;
            this.note = from.note;
            this.extras = from.extras;
        }

        /**
         * Sets id.
         *
         * @param value its id in the portfolio
         * @return this builder
         */
        public Builder id(BudgetLineId value) {
            id = value;
            return this;
        }

        /**
         * Sets structure.
         *
         * @param value whose budget
         * @return this builder
         */
        public Builder structure(StructureId value) {
            structure = value;
            return this;
        }

        /**
         * Sets year.
         *
         * @param value the accounting year, by the calendar year in which it ends
         * @return this builder
         */
        public Builder year(int value) {
            year = value;
            return this;
        }

        /**
         * Sets kind.
         *
         * @param value what it is
         * @return this builder
         */
        public Builder kind(BudgetKind value) {
            kind = value;
            return this;
        }

        /**
         * Sets basis.
         *
         * @param value planned, revised or actual
         * @return this builder
         */
        public Builder basis(BudgetBasis value) {
            basis = value;
            return this;
        }

        /**
         * Sets amount.
         *
         * @param value how much; positive for products and for costs alike
         * @return this builder
         */
        public Builder amount(Money value) {
            amount = value;
            return this;
        }

        /**
         * Sets label.
         *
         * @param value words; null: not known
         * @return this builder
         */
        public Builder label(@Nullable String value) {
            label = value;
            return this;
        }

        /**
         * Sets account.
         *
         * @param value the account of the chart, such as {@code 741}; null: not known
         * @return this builder
         */
        public Builder account(@Nullable String value) {
            account = value;
            return this;
        }

        /**
         * Sets funder.
         *
         * @param value the funder, for public money; null: not known
         * @return this builder
         */
        public Builder funder(@Nullable FunderId value) {
            funder = value;
            return this;
        }

        /**
         * Sets grant.
         *
         * @param value the grant, where it is one; null: not known
         * @return this builder
         */
        public Builder grant(@Nullable GrantId value) {
            grant = value;
            return this;
        }

        /**
         * Sets behaviour.
         *
         * @param value fixed or variable, for costs; null: not known
         * @return this builder
         */
        public Builder behaviour(@Nullable CostBehaviour value) {
            behaviour = value;
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
        public BudgetLine build() {
            return new BudgetLine(
                    id, structure, year, kind, basis, amount, label, account, funder, grant, behaviour, note, extras);
        }
    }
}
