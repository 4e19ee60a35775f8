package org.subsidia.portfolio;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A structure that receives public money: a cluster, a pôle, an association.
 *
 * <p>Identifiers are kept as they came, right or wrong; the checks look at them.
 *
 * @param id its id in the portfolio
 * @param kind what it is
 * @param name its name
 * @param siren nine digits
 * @param siret fourteen digits, of the seat
 * @param rna the number in the register of associations, such as {@code W751234567}
 * @param legalForm the legal form’s code or words
 * @param postcode of the seat, such as {@code 69007}
 * @param labels labels held, each for a time
 * @param regions regions of the seat, each for a time
 * @param groups single undertakings it belongs to, each for a time
 * @param successions structures whose State aid history it took over
 * @param activity the code of its main activity (NACE or APE), such as {@code 94.99Z}
 * @param fiscalYearEnd the last day of its accounting year; null: 31 December is not certain
 * @param created when it was founded
 * @param cashBalances what it had in cash, on the days for which that is known
 * @param cashRhythms when in the year the lines of its budget are paid or come in
 * @param note free text
 * @param extras fields of the document that this version does not know
 */
public record Structure(
        StructureId id,
        StructureKind kind,
        String name,
        @Nullable String siren,
        @Nullable String siret,
        @Nullable String rna,
        @Nullable String legalForm,
        @Nullable String postcode,
        List<Label> labels,
        List<RegionStay> regions,
        List<GroupMembership> groups,
        List<Succession> successions,
        @Nullable String activity,
        @Nullable MonthDay fiscalYearEnd,
        @Nullable LocalDate created,
        List<CashBalance> cashBalances,
        List<CashRhythm> cashRhythms,
        @Nullable String note,
        Extras extras)
        implements PortfolioRecord {

    /** Copies the lists; refuses what is missing. */
    public Structure {
        Check.notNull(id, "id");
        Check.notNull(kind, "kind");
        Check.notNull(name, "name");
        siren = Check.text(siren);
        siret = Check.text(siret);
        rna = Check.text(rna);
        legalForm = Check.text(legalForm);
        postcode = Check.text(postcode);
        labels = List.copyOf(labels);
        regions = List.copyOf(regions);
        groups = List.copyOf(groups);
        cashBalances = List.copyOf(cashBalances);
        cashRhythms = List.copyOf(cashRhythms);
        successions = List.copyOf(successions);
        activity = Check.text(activity);
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
    public static Builder builder(StructureId id, String name) {
        return new Builder(id, name);
    }

    /** {@return a builder that starts from this value} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * The labels held on a day.
     *
     * @param day any day
     * @return the labels in their order
     */
    public List<Label> labelsOn(LocalDate day) {
        return labels.stream().filter(label -> label.heldOn(day)).toList();
    }

    /**
     * The region of the seat on a day.
     *
     * @param day any day
     * @return the code of the first stay that contains the day
     */
    public Optional<String> regionOn(LocalDate day) {
        return regions.stream()
                .filter(stay -> stay.window().contains(day))
                .map(RegionStay::region)
                .findFirst();
    }

    /**
     * The single undertaking on a day.
     *
     * @param day any day
     * @return the name of the first group whose membership contains the day
     */
    public Optional<String> groupOn(LocalDate day) {
        return groups.stream()
                .filter(membership -> membership.window().contains(day))
                .map(GroupMembership::group)
                .findFirst();
    }

    /**
     * The money known last on a day.
     *
     * @param day any day
     * @return the latest balance that is not after it; of two on one day the one noted last
     */
    public Optional<CashBalance> cashOn(LocalDate day) {
        return cashBalances.stream()
                .filter(balance -> !balance.date().isAfter(day))
                .reduce((a, b) -> b.date().isBefore(a.date()) ? a : b);
    }

    /**
     * When in the year the lines of a kind are paid or come in.
     *
     * @param kind the kind of budget line
     * @return the rhythm noted last, if one is
     */
    public Optional<CashRhythm> cashRhythm(BudgetKind kind) {
        return cashRhythms.stream().filter(rhythm -> rhythm.kind() == kind).reduce((first, last) -> last);
    }

    @Override
    public Structure withExtras(Extras other) {
        return toBuilder().extras(other).build();
    }

    /** Builds a {@link Structure} step by step; every setter returns the builder. */
    public static final class Builder {
        private StructureId id;
        private StructureKind kind = StructureKind.OTHER;
        private String name;
        private @Nullable String siren;
        private @Nullable String siret;
        private @Nullable String rna;
        private @Nullable String legalForm;
        private @Nullable String postcode;
        private List<Label> labels = List.of();
        private List<RegionStay> regions = List.of();
        private List<GroupMembership> groups = List.of();
        private List<Succession> successions = List.of();
        private @Nullable String activity;
        private @Nullable MonthDay fiscalYearEnd;
        private @Nullable LocalDate created;
        private List<CashBalance> cashBalances = List.of();
        private List<CashRhythm> cashRhythms = List.of();
        private @Nullable String note;
        private Extras extras = Extras.NONE;

        private Builder(StructureId id, String name) {
            this.id = id;
            this.name = name;
        }

        private Builder(Structure from) {
            this.id = from.id;
            this.kind = from.kind;
            this.name = from.name;
            this.siren = from.siren;
            this.siret = from.siret;
            this.rna = from.rna;
            this.legalForm = from.legalForm;
            this.postcode = from.postcode;
            this.labels = from.labels;
            this.regions = from.regions;
            this.groups = from.groups;
            this.successions = from.successions;
            this.activity = from.activity;
            this.fiscalYearEnd = from.fiscalYearEnd;
            this.created = from.created;
            this.cashBalances = from.cashBalances;
            this.cashRhythms = from.cashRhythms;
            this.note = from.note;
            this.extras = from.extras;
        }

        /**
         * Sets id.
         *
         * @param value its id in the portfolio
         * @return this builder
         */
        public Builder id(StructureId value) {
            id = value;
            return this;
        }

        /**
         * Sets kind.
         *
         * @param value what it is
         * @return this builder
         */
        public Builder kind(StructureKind value) {
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
         * @param value fourteen digits, of the seat; null: not known
         * @return this builder
         */
        public Builder siret(@Nullable String value) {
            siret = value;
            return this;
        }

        /**
         * Sets rna.
         *
         * @param value the number in the register of associations, such as {@code W751234567}; null: not known
         * @return this builder
         */
        public Builder rna(@Nullable String value) {
            rna = value;
            return this;
        }

        /**
         * Sets legalForm.
         *
         * @param value the legal form’s code or words; null: not known
         * @return this builder
         */
        public Builder legalForm(@Nullable String value) {
            legalForm = value;
            return this;
        }

        /**
         * Sets postcode.
         *
         * @param value the postcode of the seat; null: not known
         * @return this builder
         */
        public Builder postcode(@Nullable String value) {
            postcode = value;
            return this;
        }

        /**
         * Sets labels.
         *
         * @param value labels held, each for a time
         * @return this builder
         */
        public Builder labels(List<Label> value) {
            labels = value;
            return this;
        }

        /**
         * Adds one to labels.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addLabel(Label value) {
            labels = Check.plus(labels, value);
            return this;
        }

        /**
         * Sets regions.
         *
         * @param value regions of the seat, each for a time
         * @return this builder
         */
        public Builder regions(List<RegionStay> value) {
            regions = value;
            return this;
        }

        /**
         * Adds one to regions.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addRegion(RegionStay value) {
            regions = Check.plus(regions, value);
            return this;
        }

        /**
         * Sets groups.
         *
         * @param value single undertakings it belongs to, each for a time
         * @return this builder
         */
        public Builder groups(List<GroupMembership> value) {
            groups = value;
            return this;
        }

        /**
         * Adds one to groups.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addGroup(GroupMembership value) {
            groups = Check.plus(groups, value);
            return this;
        }

        /**
         * Sets successions.
         *
         * @param value structures whose State aid history it took over
         * @return this builder
         */
        public Builder successions(List<Succession> value) {
            successions = value;
            return this;
        }

        /**
         * Adds one to successions.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addSuccession(Succession value) {
            successions = Check.plus(successions, value);
            return this;
        }

        /**
         * Sets activity.
         *
         * @param value the code of its main activity (NACE or APE), such as {@code 94.99Z}; null: not known
         * @return this builder
         */
        public Builder activity(@Nullable String value) {
            activity = value;
            return this;
        }

        /**
         * Sets fiscalYearEnd.
         *
         * @param value the last day of its accounting year; null: 31 December is not certain
         * @return this builder
         */
        public Builder fiscalYearEnd(@Nullable MonthDay value) {
            fiscalYearEnd = value;
            return this;
        }

        /**
         * Sets created.
         *
         * @param value when it was founded; null: not known
         * @return this builder
         */
        public Builder created(@Nullable LocalDate value) {
            created = value;
            return this;
        }

        /**
         * Sets cashBalances.
         *
         * @param value what it had in cash
         * @return this builder
         */
        public Builder cashBalances(List<CashBalance> value) {
            cashBalances = value;
            return this;
        }

        /**
         * Adds one to cashBalances.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addCashBalance(CashBalance value) {
            cashBalances = Check.plus(cashBalances, value);
            return this;
        }

        /**
         * Sets cashRhythms.
         *
         * @param value when in the year the lines of its budget are paid or come in
         * @return this builder
         */
        public Builder cashRhythms(List<CashRhythm> value) {
            cashRhythms = value;
            return this;
        }

        /**
         * Adds one to cashRhythms.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addCashRhythm(CashRhythm value) {
            cashRhythms = Check.plus(cashRhythms, value);
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
        public Structure build() {
            return new Structure(
                    id,
                    kind,
                    name,
                    siren,
                    siret,
                    rna,
                    legalForm,
                    postcode,
                    labels,
                    regions,
                    groups,
                    successions,
                    activity,
                    fiscalYearEnd,
                    created,
                    cashBalances,
                    cashRhythms,
                    note,
                    extras);
        }
    }
}
