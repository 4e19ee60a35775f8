package org.subsidia.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * Public money promised, or hoped for, to one structure: who decides, who pays, from whose funds, how much, when, under which rules.
 *
 * @param id its id in the portfolio
 * @param structure who receives it
 * @param purpose what it is for, in the funder’s words; may be empty
 * @param payer who transfers the cash
 * @param decisionMaker who decides
 * @param origin whose funds they are, such as the Union’s paid by a Region
 * @param programme under which programme
 * @param call in answer to which call
 * @param project for which project; grants of several funders share it
 * @param reference the funder’s reference of the decision
 * @param scheme the name of the scheme where it is no programme of the portfolio
 * @param nature what it is in law
 * @param spending operating or investment; null: not known
 * @param form cash or in kind
 * @param state where it stands in its life
 * @param regimes the State aid rules
 * @param notifiedToUnion whether it was notified to the Commission as aid; null: not known
 * @param amounts the amounts by stage
 * @param dates the dates
 * @param eligibility when expenses must be paid to be eligible
 * @param fiscalYear the accounting year for which it is given; null: several or not known
 * @param rate the share of the eligible cost
 * @param eligibleBase the eligible cost foreseen
 * @param maximum the most that can be paid
 * @param settlement how the final amount follows from the cost; null: not known
 * @param yearLines commitment, payment, income and cost by year
 * @param incomeSplit how a grant for several years is divided among them; null: not chosen
 * @param dedicated whether its use is restricted to a defined project, so that what is not spent at the end of a year is a
 *     dedicated fund; null: not known
 * @param depreciation from the first to the last day of the depreciation of the asset, in step with which an investment grant is
 *     carried to income; null: not known
 * @param condition on which the right to it hangs; null: none known
 * @param schedule the payment schedule
 * @param paymentTerms the terms of payment in words
 * @param paymentWindow when it is or was to be paid, as published
 * @param deadlines other deadlines of the convention
 * @param costOptions how costs are shown: simplified cost options, or real costs alone; empty: not known
 * @param claims requests for payment
 * @param receipts money that came in
 * @param evidence documents
 * @param provenance the lines from which it was imported
 * @param note free text
 * @param extras fields of the document that this version does not know
 */
public record Grant(
        GrantId id,
        StructureId structure,
        String purpose,
        @Nullable FunderId payer,
        @Nullable FunderId decisionMaker,
        @Nullable FunderId origin,
        @Nullable ProgrammeId programme,
        @Nullable CallId call,
        @Nullable ProjectId project,
        @Nullable String reference,
        @Nullable String scheme,
        GrantNature nature,
        @Nullable SpendingKind spending,
        AidForm form,
        GrantState state,
        List<Regime> regimes,
        @Nullable Boolean notifiedToUnion,
        List<StagedAmount> amounts,
        GrantDates dates,
        @Nullable DateWindow eligibility,
        @Nullable Integer fiscalYear,
        @Nullable Fraction rate,
        @Nullable Money eligibleBase,
        @Nullable Money maximum,
        @Nullable Settlement settlement,
        List<YearLine> yearLines,
        @Nullable IncomeSplit incomeSplit,
        @Nullable Boolean dedicated,
        @Nullable DateWindow depreciation,
        @Nullable AwardCondition condition,
        List<ScheduleStep> schedule,
        @Nullable String paymentTerms,
        @Nullable DateWindow paymentWindow,
        List<AgreedDeadline> deadlines,
        List<CostOption> costOptions,
        List<Claim> claims,
        List<Receipt> receipts,
        List<Evidence> evidence,
        List<Provenance> provenance,
        @Nullable String note,
        Extras extras)
        implements PortfolioRecord {

    /** Copies the lists; refuses what is missing. */
    public Grant {
        Check.notNull(id, "id");
        Check.notNull(structure, "structure");
        Check.notNull(purpose, "purpose");
        reference = Check.text(reference);
        scheme = Check.text(scheme);
        Check.notNull(nature, "nature");
        Check.notNull(form, "form");
        Check.notNull(state, "state");
        regimes = List.copyOf(regimes);
        amounts = List.copyOf(amounts);
        Check.notNull(dates, "dates");
        Check.share(rate, "rate");
        yearLines = List.copyOf(yearLines);
        schedule = List.copyOf(schedule);
        paymentTerms = Check.text(paymentTerms);
        deadlines = List.copyOf(deadlines);
        costOptions = List.copyOf(costOptions);
        claims = List.copyOf(claims);
        receipts = List.copyOf(receipts);
        evidence = List.copyOf(evidence);
        provenance = List.copyOf(provenance);
        note = Check.text(note);
        Check.notNull(extras, "extras");
    }

    /**
     * Starts a new one; what is not set stays unknown.
     *
     * @param id its id in the portfolio
     * @param structure who receives it
     * @return the builder
     */
    public static Builder builder(GrantId id, StructureId structure) {
        return new Builder(id, structure);
    }

    /** {@return a builder that starts from this value} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * The amount that stands at a stage.
     *
     * @param stage the stage
     * @return the amount of the latest entry, if there is one
     */
    public Optional<Money> amount(AmountStage stage) {
        return amountOn(stage, LocalDate.MAX);
    }

    /**
     * The amount that stood at a stage on a day.
     *
     * @param stage the stage
     * @param day any day
     * @return the amount of the latest entry that is not after the day; of two on one day, the one noted last
     */
    public Optional<Money> amountOn(AmountStage stage, LocalDate day) {
        return standing(stage, day).map(StagedAmount::amount);
    }

    /**
     * The entry that stood at a stage on a day.
     *
     * @param stage the stage
     * @param day any day; {@link LocalDate#MAX} for the entry that stands now
     * @return the latest entry that is not after the day; of two on one day, the one noted last
     */
    public Optional<StagedAmount> standing(AmountStage stage, LocalDate day) {
        StagedAmount latest = null;
        for (StagedAmount entry : amounts) {
            LocalDate date = entry.date();
            if (entry.stage() != stage || (date != null && date.isAfter(day))) {
                continue;
            }
            LocalDate known = latest == null ? null : latest.date();
            if (latest == null || known == null || (date != null && !date.isBefore(known))) {
                latest = entry;
            }
        }
        return Optional.ofNullable(latest);
    }

    /** {@return the receipts added up; none while there is no receipt, or where currencies differ} */
    public Optional<Money> received() {
        return Check.total(receipts.stream().map(Receipt::amount).toList());
    }

    /** {@return the funders named: payer, decision maker and origin, each once} */
    public List<FunderId> funders() {
        return Stream.of(Optional.ofNullable(payer), Optional.ofNullable(decisionMaker), Optional.ofNullable(origin))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    @Override
    public Grant withExtras(Extras other) {
        return toBuilder().extras(other).build();
    }

    /** Builds a {@link Grant} step by step; every setter returns the builder. */
    public static final class Builder {
        private GrantId id;
        private StructureId structure;
        private String purpose = "";
        private @Nullable FunderId payer;
        private @Nullable FunderId decisionMaker;
        private @Nullable FunderId origin;
        private @Nullable ProgrammeId programme;
        private @Nullable CallId call;
        private @Nullable ProjectId project;
        private @Nullable String reference;
        private @Nullable String scheme;
        private GrantNature nature = GrantNature.SUBSIDY;
        private @Nullable SpendingKind spending;
        private AidForm form = AidForm.CASH;
        private GrantState state = GrantState.PLANNED;
        private List<Regime> regimes = List.of();
        private @Nullable Boolean notifiedToUnion;
        private List<StagedAmount> amounts = List.of();
        private GrantDates dates = GrantDates.NONE;
        private @Nullable DateWindow eligibility;
        private @Nullable Integer fiscalYear;
        private @Nullable Fraction rate;
        private @Nullable Money eligibleBase;
        private @Nullable Money maximum;
        private @Nullable Settlement settlement;
        private List<YearLine> yearLines = List.of();
        private @Nullable IncomeSplit incomeSplit;
        private @Nullable Boolean dedicated;
        private @Nullable DateWindow depreciation;
        private @Nullable AwardCondition condition;
        private List<ScheduleStep> schedule = List.of();
        private @Nullable String paymentTerms;
        private @Nullable DateWindow paymentWindow;
        private List<AgreedDeadline> deadlines = List.of();
        private List<CostOption> costOptions = List.of();
        private List<Claim> claims = List.of();
        private List<Receipt> receipts = List.of();
        private List<Evidence> evidence = List.of();
        private List<Provenance> provenance = List.of();
        private @Nullable String note;
        private Extras extras = Extras.NONE;

        private Builder(GrantId id, StructureId structure) {
            this.id = id;
            this.structure = structure;
        }

        private Builder(Grant from) {
            this.id = from.id;
            this.structure = from.structure;
            this.purpose = from.purpose;
            this.payer = from.payer;
            this.decisionMaker = from.decisionMaker;
            this.origin = from.origin;
            this.programme = from.programme;
            this.call = from.call;
            this.project = from.project;
            this.reference = from.reference;
            this.scheme = from.scheme;
            this.nature = from.nature;
            this.spending = from.spending;
            this.form = from.form;
            this.state = from.state;
            this.regimes = from.regimes;
            this.notifiedToUnion = from.notifiedToUnion;
            this.amounts = from.amounts;
            this.dates = from.dates;
            this.eligibility = from.eligibility;
            this.fiscalYear = from.fiscalYear;
            this.rate = from.rate;
            this.eligibleBase = from.eligibleBase;
            this.maximum = from.maximum;
            this.settlement = from.settlement;
            this.yearLines = from.yearLines;
            this.incomeSplit = from.incomeSplit;
            this.dedicated = from.dedicated;
            this.depreciation = from.depreciation;
            this.condition = from.condition;
            this.schedule = from.schedule;
            this.paymentTerms = from.paymentTerms;
            this.paymentWindow = from.paymentWindow;
            this.deadlines = from.deadlines;
            this.costOptions = from.costOptions;
            this.claims = from.claims;
            this.receipts = from.receipts;
            this.evidence = from.evidence;
            this.provenance = from.provenance;
            this.note = from.note;
            this.extras = from.extras;
        }

        /**
         * Sets id.
         *
         * @param value its id in the portfolio
         * @return this builder
         */
        public Builder id(GrantId value) {
            id = value;
            return this;
        }

        /**
         * Sets structure.
         *
         * @param value who receives it
         * @return this builder
         */
        public Builder structure(StructureId value) {
            structure = value;
            return this;
        }

        /**
         * Sets purpose.
         *
         * @param value what it is for, in the funder’s words; may be empty
         * @return this builder
         */
        public Builder purpose(String value) {
            purpose = value;
            return this;
        }

        /**
         * Sets payer.
         *
         * @param value who transfers the cash; null: not known
         * @return this builder
         */
        public Builder payer(@Nullable FunderId value) {
            payer = value;
            return this;
        }

        /**
         * Sets decisionMaker.
         *
         * @param value who decides; null: not known
         * @return this builder
         */
        public Builder decisionMaker(@Nullable FunderId value) {
            decisionMaker = value;
            return this;
        }

        /**
         * Sets origin.
         *
         * @param value whose funds they are, such as the Union’s paid by a Region; null: not known
         * @return this builder
         */
        public Builder origin(@Nullable FunderId value) {
            origin = value;
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
         * Sets call.
         *
         * @param value in answer to which call; null: not known
         * @return this builder
         */
        public Builder call(@Nullable CallId value) {
            call = value;
            return this;
        }

        /**
         * Sets project.
         *
         * @param value for which project; grants of several funders share it; null: not known
         * @return this builder
         */
        public Builder project(@Nullable ProjectId value) {
            project = value;
            return this;
        }

        /**
         * Sets reference.
         *
         * @param value the funder’s reference of the decision; null: not known
         * @return this builder
         */
        public Builder reference(@Nullable String value) {
            reference = value;
            return this;
        }

        /**
         * Sets scheme.
         *
         * @param value the name of the scheme where it is no programme of the portfolio; null: not known
         * @return this builder
         */
        public Builder scheme(@Nullable String value) {
            scheme = value;
            return this;
        }

        /**
         * Sets nature.
         *
         * @param value what it is in law
         * @return this builder
         */
        public Builder nature(GrantNature value) {
            nature = value;
            return this;
        }

        /**
         * Sets spending.
         *
         * @param value operating or investment; null: not known
         * @return this builder
         */
        public Builder spending(@Nullable SpendingKind value) {
            spending = value;
            return this;
        }

        /**
         * Sets form.
         *
         * @param value cash or in kind
         * @return this builder
         */
        public Builder form(AidForm value) {
            form = value;
            return this;
        }

        /**
         * Sets state.
         *
         * @param value where it stands in its life
         * @return this builder
         */
        public Builder state(GrantState value) {
            state = value;
            return this;
        }

        /**
         * Sets regimes.
         *
         * @param value the State aid rules
         * @return this builder
         */
        public Builder regimes(List<Regime> value) {
            regimes = value;
            return this;
        }

        /**
         * Adds one to regimes.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addRegime(Regime value) {
            regimes = Check.plus(regimes, value);
            return this;
        }

        /**
         * Sets notifiedToUnion.
         *
         * @param value whether it was notified to the Commission as aid; null: not known
         * @return this builder
         */
        public Builder notifiedToUnion(@Nullable Boolean value) {
            notifiedToUnion = value;
            return this;
        }

        /**
         * Sets amounts.
         *
         * @param value the amounts by stage
         * @return this builder
         */
        public Builder amounts(List<StagedAmount> value) {
            amounts = value;
            return this;
        }

        /**
         * Adds one to amounts.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addAmount(StagedAmount value) {
            amounts = Check.plus(amounts, value);
            return this;
        }

        /**
         * Sets dates.
         *
         * @param value the dates
         * @return this builder
         */
        public Builder dates(GrantDates value) {
            dates = value;
            return this;
        }

        /**
         * Sets eligibility.
         *
         * @param value when expenses must be paid to be eligible; null: not known
         * @return this builder
         */
        public Builder eligibility(@Nullable DateWindow value) {
            eligibility = value;
            return this;
        }

        /**
         * Sets fiscalYear.
         *
         * @param value the accounting year for which it is given; null: several or not known
         * @return this builder
         */
        public Builder fiscalYear(@Nullable Integer value) {
            fiscalYear = value;
            return this;
        }

        /**
         * Sets rate.
         *
         * @param value the share of the eligible cost; null: not known
         * @return this builder
         */
        public Builder rate(@Nullable Fraction value) {
            rate = value;
            return this;
        }

        /**
         * Sets eligibleBase.
         *
         * @param value the eligible cost foreseen; null: not known
         * @return this builder
         */
        public Builder eligibleBase(@Nullable Money value) {
            eligibleBase = value;
            return this;
        }

        /**
         * Sets maximum.
         *
         * @param value the most that can be paid; null: not known
         * @return this builder
         */
        public Builder maximum(@Nullable Money value) {
            maximum = value;
            return this;
        }

        /**
         * Sets settlement.
         *
         * @param value how the final amount follows from the cost; null: not known
         * @return this builder
         */
        public Builder settlement(@Nullable Settlement value) {
            settlement = value;
            return this;
        }

        /**
         * Sets yearLines.
         *
         * @param value commitment, payment, income and cost by year
         * @return this builder
         */
        public Builder yearLines(List<YearLine> value) {
            yearLines = value;
            return this;
        }

        /**
         * Adds one to yearLines.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addYearLine(YearLine value) {
            yearLines = Check.plus(yearLines, value);
            return this;
        }

        /**
         * Sets incomeSplit.
         *
         * @param value how a grant for several years is divided among them; null: not chosen
         * @return this builder
         */
        public Builder incomeSplit(@Nullable IncomeSplit value) {
            incomeSplit = value;
            return this;
        }

        /**
         * Sets dedicated.
         *
         * @param value whether its use is restricted to a defined project; null: not known
         * @return this builder
         */
        public Builder dedicated(@Nullable Boolean value) {
            dedicated = value;
            return this;
        }

        /**
         * Sets depreciation.
         *
         * @param value the first and the last day of the depreciation of the asset; null: not known
         * @return this builder
         */
        public Builder depreciation(@Nullable DateWindow value) {
            depreciation = value;
            return this;
        }

        /**
         * Sets condition.
         *
         * @param value on which the right to it hangs; null: none known
         * @return this builder
         */
        public Builder condition(@Nullable AwardCondition value) {
            condition = value;
            return this;
        }

        /**
         * Sets schedule.
         *
         * @param value the payment schedule
         * @return this builder
         */
        public Builder schedule(List<ScheduleStep> value) {
            schedule = value;
            return this;
        }

        /**
         * Adds one to schedule.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addStep(ScheduleStep value) {
            schedule = Check.plus(schedule, value);
            return this;
        }

        /**
         * Sets paymentTerms.
         *
         * @param value the terms of payment in words; null: not known
         * @return this builder
         */
        public Builder paymentTerms(@Nullable String value) {
            paymentTerms = value;
            return this;
        }

        /**
         * Sets paymentWindow.
         *
         * @param value when it is or was to be paid, as published; null: not known
         * @return this builder
         */
        public Builder paymentWindow(@Nullable DateWindow value) {
            paymentWindow = value;
            return this;
        }

        /**
         * Sets deadlines.
         *
         * @param value other deadlines of the convention
         * @return this builder
         */
        public Builder deadlines(List<AgreedDeadline> value) {
            deadlines = value;
            return this;
        }

        /**
         * Sets costOptions.
         *
         * @param value how costs are shown: simplified cost options, or real costs alone; empty: not known
         * @return this builder
         */
        public Builder costOptions(List<CostOption> value) {
            costOptions = value;
            return this;
        }

        /**
         * Adds one to deadlines.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addDeadline(AgreedDeadline value) {
            deadlines = Check.plus(deadlines, value);
            return this;
        }

        /**
         * Sets claims.
         *
         * @param value requests for payment
         * @return this builder
         */
        public Builder claims(List<Claim> value) {
            claims = value;
            return this;
        }

        /**
         * Adds one to claims.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addClaim(Claim value) {
            claims = Check.plus(claims, value);
            return this;
        }

        /**
         * Sets receipts.
         *
         * @param value money that came in
         * @return this builder
         */
        public Builder receipts(List<Receipt> value) {
            receipts = value;
            return this;
        }

        /**
         * Adds one to receipts.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addReceipt(Receipt value) {
            receipts = Check.plus(receipts, value);
            return this;
        }

        /**
         * Sets evidence.
         *
         * @param value documents
         * @return this builder
         */
        public Builder evidence(List<Evidence> value) {
            evidence = value;
            return this;
        }

        /**
         * Adds one to evidence.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addEvidence(Evidence value) {
            evidence = Check.plus(evidence, value);
            return this;
        }

        /**
         * Sets provenance.
         *
         * @param value the lines from which it was imported
         * @return this builder
         */
        public Builder provenance(List<Provenance> value) {
            provenance = value;
            return this;
        }

        /**
         * Adds one to provenance.
         *
         * @param value comes last
         * @return this builder
         */
        public Builder addProvenance(Provenance value) {
            provenance = Check.plus(provenance, value);
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
        public Grant build() {
            return new Grant(
                    id,
                    structure,
                    purpose,
                    payer,
                    decisionMaker,
                    origin,
                    programme,
                    call,
                    project,
                    reference,
                    scheme,
                    nature,
                    spending,
                    form,
                    state,
                    regimes,
                    notifiedToUnion,
                    amounts,
                    dates,
                    eligibility,
                    fiscalYear,
                    rate,
                    eligibleBase,
                    maximum,
                    settlement,
                    yearLines,
                    incomeSplit,
                    dedicated,
                    depreciation,
                    condition,
                    schedule,
                    paymentTerms,
                    paymentWindow,
                    deadlines,
                    costOptions,
                    claims,
                    receipts,
                    evidence,
                    provenance,
                    note,
                    extras);
        }
    }
}
