package org.subsidia.portfolio;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * What a grant is paid under: a volet of a contrat de plan, a programme of an EU fund, a line of the State’s budget, a regional scheme.
 *
 * @param id its id in the portfolio
 * @param kind what it is
 * @param name its name
 * @param code the number of the State’s line ({@code 112}, {@code 134}) or the CCI of the EU programme
 * @param fund the EU fund, such as {@code FEDER}
 * @param parent what it is part of
 * @param funder who runs it
 * @param period when it runs
 * @param rate its usual or highest rate
 * @param values what it is worth, by year and document
 * @param source where it was read
 * @param note free text
 * @param extras fields of the document that this version does not know
 */
public record Programme(
        ProgrammeId id,
        ProgrammeKind kind,
        String name,
        @Nullable String code,
        @Nullable String fund,
        @Nullable ProgrammeId parent,
        @Nullable FunderId funder,
        @Nullable DateWindow period,
        @Nullable Fraction rate,
        List<BudgetValue> values,
        @Nullable Source source,
        @Nullable String note,
        Extras extras)
        implements PortfolioRecord {

    /** Copies the lists; refuses what is missing. */
    public Programme {
        Check.notNull(id, "id");
        Check.notNull(kind, "kind");
        Check.notNull(name, "name");
        code = Check.text(code);
        fund = Check.text(fund);
        Check.share(rate, "rate");
        values = List.copyOf(values);
        note = Check.text(note);
        Check.notNull(extras, "extras");
    }

    /**
     * Starts a new one; what is not set stays unknown.
     *
     * @param id its id in the portfolio
     * @param kind what it is
     * @param name its name
     * @return the builder
     */
    public static Builder builder(ProgrammeId id, ProgrammeKind kind, String name) {
        return new Builder(id, kind, name);
    }

    /** {@return a builder that starts from this value} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * The value of a year according to one document.
     *
     * @param year the budget year
     * @param stage the document
     * @return the last one noted
     */
    public Optional<BudgetValue> value(int year, BudgetStage stage) {
        return values.stream()
                .filter(value -> value.year() == year && value.stage() == stage)
                .reduce((first, second) -> second);
    }

    @Override
    public Programme withExtras(Extras other) {
        return toBuilder().extras(other).build();
    }

    /** Builds a {@link Programme} step by step; every setter returns the builder. */
    public static final class Builder {
        private ProgrammeId id;
        private ProgrammeKind kind = ProgrammeKind.OTHER;
        private String name;
        private @Nullable String code;
        private @Nullable String fund;
        private @Nullable ProgrammeId parent;
        private @Nullable FunderId funder;
        private @Nullable DateWindow period;
        private @Nullable Fraction rate;
        private List<BudgetValue> values = List.of();
        private @Nullable Source source;
        private @Nullable String note;
        private Extras extras = Extras.NONE;

        private Builder(ProgrammeId id, ProgrammeKind kind, String name) {
            this.id = id;
            this.kind = kind;
            this.name = name;
        }

        private Builder(Programme from) {
            this.id = from.id;
            this.kind = from.kind;
            this.name = from.name;
            this.code = from.code;
            this.fund = from.fund;
            this.parent = from.parent;
            this.funder = from.funder;
            this.period = from.period;
            this.rate = from.rate;
            this.values = from.values;
            this.source = from.source;
            this.note = from.note;
            this.extras = from.extras;
        }

        /**
         * Sets id.
         *
         * @param value its id in the portfolio
         * @return this builder
         */
        public Builder id(ProgrammeId value) {
            id = value;
            return this;
        }

        /**
         * Sets kind.
         *
         * @param value what it is
         * @return this builder
         */
        public Builder kind(ProgrammeKind value) {
            kind = value;
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
         * Sets code.
         *
         * @param value the number of the State’s line ({@code 112}, {@code 134}) or the CCI of the EU programme; null: not known
         * @return this builder
         */
        public Builder code(@Nullable String value) {
            code = value;
            return this;
        }

        /**
         * Sets fund.
         *
         * @param value the EU fund, such as {@code FEDER}; null: not known
         * @return this builder
         */
        public Builder fund(@Nullable String value) {
            fund = value;
            return this;
        }

        /**
         * Sets parent.
         *
         * @param value what it is part of; null: not known
         * @return this builder
         */
        public Builder parent(@Nullable ProgrammeId value) {
            parent = value;
            return this;
        }

        /**
         * Sets funder.
         *
         * @param value who runs it; null: not known
         * @return this builder
         */
        public Builder funder(@Nullable FunderId value) {
            funder = value;
            return this;
        }

        /**
         * Sets period.
         *
         * @param value when it runs; null: not known
         * @return this builder
         */
        public Builder period(@Nullable DateWindow value) {
            period = value;
            return this;
        }

        /**
         * Sets rate.
         *
         * @param value its usual or highest rate; null: not known
         * @return this builder
         */
        public Builder rate(@Nullable Fraction value) {
            rate = value;
            return this;
        }

        /**
         * Sets values.
         *
         * @param value what it is worth, by year and document
         * @return this builder
         */
        public Builder values(List<BudgetValue> value) {
            values = value;
            return this;
        }

        /**
         * Adds one to values.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addValue(BudgetValue value) {
            values = Check.plus(values, value);
            return this;
        }

        /**
         * Sets source.
         *
         * @param value where it was read; null: not known
         * @return this builder
         */
        public Builder source(@Nullable Source value) {
            source = value;
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
        public Programme build() {
            return new Programme(
                    id, kind, name, code, fund, parent, funder, period, rate, values, source, note, extras);
        }
    }
}
