package org.subsidia.portfolio;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * A call for projects or a yearly window in which requests are filed.
 *
 * @param id its id in the portfolio
 * @param state how far it has come
 * @param name its name
 * @param programme under which programme
 * @param funder who calls
 * @param opens the first day for requests
 * @param preDeposit the last day of the letter of intent or pre-deposit, where there is one
 * @param cutOffs intermediate dates on which filed requests are taken together
 * @param closes the last day for requests
 * @param decision when the funder decides
 * @param recurrence how long until it comes again; null: once
 * @param rate the highest rate
 * @param minimum the smallest grant
 * @param maximum the greatest grant
 * @param address where it is published
 * @param source where it was read
 * @param note free text
 * @param extras fields of the document that this version does not know
 */
public record Call(
        CallId id,
        CallState state,
        String name,
        @Nullable ProgrammeId programme,
        @Nullable FunderId funder,
        @Nullable LocalDate opens,
        @Nullable LocalDate preDeposit,
        List<LocalDate> cutOffs,
        @Nullable LocalDate closes,
        @Nullable LocalDate decision,
        @Nullable Period recurrence,
        @Nullable Fraction rate,
        @Nullable Money minimum,
        @Nullable Money maximum,
        @Nullable String address,
        @Nullable Source source,
        @Nullable String note,
        Extras extras)
        implements PortfolioRecord {

    /** Copies the lists; refuses what is missing. */
    public Call {
        Check.notNull(id, "id");
        Check.notNull(state, "state");
        Check.notNull(name, "name");
        cutOffs = List.copyOf(cutOffs);
        Check.share(rate, "rate");
        address = Check.text(address);
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
    public static Builder builder(CallId id, String name) {
        return new Builder(id, name);
    }

    /** {@return a builder that starts from this value} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    public Call withExtras(Extras other) {
        return toBuilder().extras(other).build();
    }

    /** Builds a {@link Call} step by step; every setter returns the builder. */
    public static final class Builder {
        private CallId id;
        private CallState state = CallState.EXPECTED;
        private String name;
        private @Nullable ProgrammeId programme;
        private @Nullable FunderId funder;
        private @Nullable LocalDate opens;
        private @Nullable LocalDate preDeposit;
        private List<LocalDate> cutOffs = List.of();
        private @Nullable LocalDate closes;
        private @Nullable LocalDate decision;
        private @Nullable Period recurrence;
        private @Nullable Fraction rate;
        private @Nullable Money minimum;
        private @Nullable Money maximum;
        private @Nullable String address;
        private @Nullable Source source;
        private @Nullable String note;
        private Extras extras = Extras.NONE;

        private Builder(CallId id, String name) {
            this.id = id;
            this.name = name;
        }

        private Builder(Call from) {
            this.id = from.id;
            this.state = from.state;
            this.name = from.name;
            this.programme = from.programme;
            this.funder = from.funder;
            this.opens = from.opens;
            this.preDeposit = from.preDeposit;
            this.cutOffs = from.cutOffs;
            this.closes = from.closes;
            this.decision = from.decision;
            this.recurrence = from.recurrence;
            this.rate = from.rate;
            this.minimum = from.minimum;
            this.maximum = from.maximum;
            this.address = from.address;
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
        public Builder id(CallId value) {
            id = value;
            return this;
        }

        /**
         * Sets state.
         *
         * @param value how far it has come
         * @return this builder
         */
        public Builder state(CallState value) {
            state = value;
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
         * Sets programme.
         *
         * @param value under which programme; null: not known
         * @return this builder
         */
        public Builder programme(@Nullable ProgrammeId value) {
            programme = value;
            return this;
        }

        /**
         * Sets funder.
         *
         * @param value who calls; null: not known
         * @return this builder
         */
        public Builder funder(@Nullable FunderId value) {
            funder = value;
            return this;
        }

        /**
         * Sets opens.
         *
         * @param value the first day for requests; null: not known
         * @return this builder
         */
        public Builder opens(@Nullable LocalDate value) {
            opens = value;
            return this;
        }

        /**
         * Sets preDeposit.
         *
         * @param value the last day of the letter of intent or pre-deposit, where there is one; null: not known
         * @return this builder
         */
        public Builder preDeposit(@Nullable LocalDate value) {
            preDeposit = value;
            return this;
        }

        /**
         * Sets cutOffs.
         *
         * @param value intermediate dates on which filed requests are taken together
         * @return this builder
         */
        public Builder cutOffs(List<LocalDate> value) {
            cutOffs = value;
            return this;
        }

        /**
         * Adds one to cutOffs.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addCutOff(LocalDate value) {
            cutOffs = Check.plus(cutOffs, value);
            return this;
        }

        /**
         * Sets closes.
         *
         * @param value the last day for requests; null: not known
         * @return this builder
         */
        public Builder closes(@Nullable LocalDate value) {
            closes = value;
            return this;
        }

        /**
         * Sets decision.
         *
         * @param value when the funder decides; null: not known
         * @return this builder
         */
        public Builder decision(@Nullable LocalDate value) {
            decision = value;
            return this;
        }

        /**
         * Sets recurrence.
         *
         * @param value how long until it comes again; null: once
         * @return this builder
         */
        public Builder recurrence(@Nullable Period value) {
            recurrence = value;
            return this;
        }

        /**
         * Sets rate.
         *
         * @param value the highest rate; null: not known
         * @return this builder
         */
        public Builder rate(@Nullable Fraction value) {
            rate = value;
            return this;
        }

        /**
         * Sets minimum.
         *
         * @param value the smallest grant; null: not known
         * @return this builder
         */
        public Builder minimum(@Nullable Money value) {
            minimum = value;
            return this;
        }

        /**
         * Sets maximum.
         *
         * @param value the greatest grant; null: not known
         * @return this builder
         */
        public Builder maximum(@Nullable Money value) {
            maximum = value;
            return this;
        }

        /**
         * Sets address.
         *
         * @param value where it is published; null: not known
         * @return this builder
         */
        public Builder address(@Nullable String value) {
            address = value;
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
        public Call build() {
            return new Call(
                    id,
                    state,
                    name,
                    programme,
                    funder,
                    opens,
                    preDeposit,
                    cutOffs,
                    closes,
                    decision,
                    recurrence,
                    rate,
                    minimum,
                    maximum,
                    address,
                    source,
                    note,
                    extras);
        }
    }
}
