package org.subsidia.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a grant, never mixed: State aid counts by the decision, the 60 days of payment run from the notification,
 * open data shows the convention, and cash dates stand with the receipts.
 *
 * @param request the request was filed
 * @param decision the award was decided: the day of the legal right
 * @param notification the award was notified
 * @param convention the convention was signed
 * @param start the action starts
 * @param end the action ends
 * @param worksStart the works or the first binding order started, for the incentive effect
 * @param report the report is due
 * @param reported the report was filed
 * @param lastClaim the last claim is due
 */
public record GrantDates(
        @Nullable LocalDate request,
        @Nullable LocalDate decision,
        @Nullable LocalDate notification,
        @Nullable LocalDate convention,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate worksStart,
        @Nullable LocalDate report,
        @Nullable LocalDate reported,
        @Nullable LocalDate lastClaim) {

    /** Refuses what is missing. */
    public GrantDates {}

    /**
     * Starts a new one; what is not set stays unknown.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts from this value} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** No date known. */
    public static final GrantDates NONE = builder().build();

    /** Builds a {@link GrantDates} step by step; every setter returns the builder. */
    public static final class Builder {
        private @Nullable LocalDate request;
        private @Nullable LocalDate decision;
        private @Nullable LocalDate notification;
        private @Nullable LocalDate convention;
        private @Nullable LocalDate start;
        private @Nullable LocalDate end;
        private @Nullable LocalDate worksStart;
        private @Nullable LocalDate report;
        private @Nullable LocalDate reported;
        private @Nullable LocalDate lastClaim;

        private Builder() {}

        private Builder(GrantDates from) {
            this.request = from.request;
            this.decision = from.decision;
            this.notification = from.notification;
            this.convention = from.convention;
            this.start = from.start;
            this.end = from.end;
            this.worksStart = from.worksStart;
            this.report = from.report;
            this.reported = from.reported;
            this.lastClaim = from.lastClaim;
        }

        /**
         * Sets request.
         *
         * @param value the request was filed; null: not known
         * @return this builder
         */
        public Builder request(@Nullable LocalDate value) {
            request = value;
            return this;
        }

        /**
         * Sets decision.
         *
         * @param value the award was decided: the day of the legal right; null: not known
         * @return this builder
         */
        public Builder decision(@Nullable LocalDate value) {
            decision = value;
            return this;
        }

        /**
         * Sets notification.
         *
         * @param value the award was notified; null: not known
         * @return this builder
         */
        public Builder notification(@Nullable LocalDate value) {
            notification = value;
            return this;
        }

        /**
         * Sets convention.
         *
         * @param value the convention was signed; null: not known
         * @return this builder
         */
        public Builder convention(@Nullable LocalDate value) {
            convention = value;
            return this;
        }

        /**
         * Sets start.
         *
         * @param value the action starts; null: not known
         * @return this builder
         */
        public Builder start(@Nullable LocalDate value) {
            start = value;
            return this;
        }

        /**
         * Sets end.
         *
         * @param value the action ends; null: not known
         * @return this builder
         */
        public Builder end(@Nullable LocalDate value) {
            end = value;
            return this;
        }

        /**
         * Sets worksStart.
         *
         * @param value the works or the first binding order started, for the incentive effect; null: not known
         * @return this builder
         */
        public Builder worksStart(@Nullable LocalDate value) {
            worksStart = value;
            return this;
        }

        /**
         * Sets report.
         *
         * @param value the report is due; null: not known
         * @return this builder
         */
        public Builder report(@Nullable LocalDate value) {
            report = value;
            return this;
        }

        /**
         * Sets reported.
         *
         * @param value the report was filed; null: not known
         * @return this builder
         */
        public Builder reported(@Nullable LocalDate value) {
            reported = value;
            return this;
        }

        /**
         * Sets lastClaim.
         *
         * @param value the last claim is due; null: not known
         * @return this builder
         */
        public Builder lastClaim(@Nullable LocalDate value) {
            lastClaim = value;
            return this;
        }

        /** {@return the finished value} */
        public GrantDates build() {
            return new GrantDates(
                    request, decision, notification, convention, start, end, worksStart, report, reported, lastClaim);
        }
    }
}
