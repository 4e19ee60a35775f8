package org.subsidia.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * A body that gives money.
 *
 * @param id its id in the portfolio
 * @param level on which level it stands
 * @param name its name
 * @param siren nine digits
 * @param siret fourteen digits
 * @param nuts the NUTS code of its territory, such as {@code FRG0}
 * @param territory the official code of its territory on its level, such as {@code 52} for a Region
 * @param note free text
 * @param extras fields of the document that this version does not know
 */
public record Funder(
        FunderId id,
        FunderLevel level,
        String name,
        @Nullable String siren,
        @Nullable String siret,
        @Nullable String nuts,
        @Nullable String territory,
        @Nullable String note,
        Extras extras)
        implements PortfolioRecord {

    /** Refuses what is missing. */
    public Funder {
        Check.notNull(id, "id");
        Check.notNull(level, "level");
        Check.notNull(name, "name");
        siren = Check.text(siren);
        siret = Check.text(siret);
        nuts = Check.text(nuts);
        territory = Check.text(territory);
        note = Check.text(note);
        Check.notNull(extras, "extras");
    }

    /**
     * Starts a new one; what is not set stays unknown.
     *
     * @param id its id in the portfolio
     * @param level on which level it stands
     * @param name its name
     * @return the builder
     */
    public static Builder builder(FunderId id, FunderLevel level, String name) {
        return new Builder(id, level, name);
    }

    /** {@return a builder that starts from this value} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    public Funder withExtras(Extras other) {
        return toBuilder().extras(other).build();
    }

    /** Builds a {@link Funder} step by step; every setter returns the builder. */
    public static final class Builder {
        private FunderId id;
        private FunderLevel level = FunderLevel.UNKNOWN;
        private String name;
        private @Nullable String siren;
        private @Nullable String siret;
        private @Nullable String nuts;
        private @Nullable String territory;
        private @Nullable String note;
        private Extras extras = Extras.NONE;

        private Builder(FunderId id, FunderLevel level, String name) {
            this.id = id;
            this.level = level;
            this.name = name;
        }

        private Builder(Funder from) {
            this.id = from.id;
            this.level = from.level;
            this.name = from.name;
            this.siren = from.siren;
            this.siret = from.siret;
            this.nuts = from.nuts;
            this.territory = from.territory;
            this.note = from.note;
            this.extras = from.extras;
        }

        /**
         * Sets id.
         *
         * @param value its id in the portfolio
         * @return this builder
         */
        public Builder id(FunderId value) {
            id = value;
            return this;
        }

        /**
         * Sets level.
         *
         * @param value on which level it stands
         * @return this builder
         */
        public Builder level(FunderLevel value) {
            level = value;
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
         * Sets siren.
         *
         * @param value nine digits; null: not known
         * @return this builder
         */
        public Builder siren(@Nullable String value) {
            siren = value;
            return this;
        }

        /**
         * Sets siret.
         *
         * @param value fourteen digits; null: not known
         * @return this builder
         */
        public Builder siret(@Nullable String value) {
            siret = value;
            return this;
        }

        /**
         * Sets nuts.
         *
         * @param value the NUTS code of its territory, such as {@code FRG0}; null: not known
         * @return this builder
         */
        public Builder nuts(@Nullable String value) {
            nuts = value;
            return this;
        }

        /**
         * Sets territory.
         *
         * @param value the official code of its territory on its level, such as {@code 52} for a Region; null: not known
         * @return this builder
         */
        public Builder territory(@Nullable String value) {
            territory = value;
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
        public Funder build() {
            return new Funder(id, level, name, siren, siret, nuts, territory, note, extras);
        }
    }
}
