package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;
import org.subsidia.time.DueDay;

/**
 * A day on which something happens or must be done by.
 *
 * @param id stable as long as the record and its part keep their names: kind, record and part; a changed date keeps it
 * @param date the day; for a deadline the last one in time
 * @param kind what it is
 * @param certainty how sure the day is
 * @param title kind and subject in words
 * @param source the record from which it follows
 * @param field the field of that record that sets the day or starts the counting; null: several
 * @param structure whom it concerns; null: no structure in particular
 * @param funder the authority concerned; null: none or not known
 * @param grant the grant concerned; null: none
 * @param done when it was done; the day itself where only the state of the grant tells; null: not, or not known
 * @param explanation the counting in words, with the rules and records used
 */
public record CalendarEvent(
        String id,
        LocalDate date,
        EventKind kind,
        Certainty certainty,
        Message title,
        RecordId source,
        @Nullable String field,
        @Nullable StructureId structure,
        @Nullable FunderId funder,
        @Nullable GrantId grant,
        @Nullable LocalDate done,
        Explanation explanation) {

    /** By day, kind and id. */
    public static final Comparator<CalendarEvent> ORDER = Comparator.comparing(CalendarEvent::date)
            .thenComparing(CalendarEvent::kind)
            .thenComparing(CalendarEvent::id);

    /**
     * Starts an event.
     *
     * @param kind what it is
     * @param date the day
     * @param source the record from which it follows
     * @param subject the name of that record, for the title
     * @return the builder
     */
    public static Builder builder(EventKind kind, LocalDate date, RecordId source, String subject) {
        return new Builder(kind, date, source, subject);
    }

    /**
     * Where it stands.
     *
     * @param asOf the day of looking
     * @param notice how many days ahead an event is due, 0 or more
     * @return the state
     */
    public EventState state(LocalDate asOf, int notice) {
        if (done != null && !done.isAfter(asOf)) {
            return EventState.DONE;
        }
        if (date.isBefore(asOf)) {
            return kind.isTracked() ? EventState.LATE : EventState.PAST;
        }
        return date.isAfter(asOf.plusDays(notice)) ? EventState.FUTURE : EventState.DUE;
    }

    /** {@return the record and field from which it follows} */
    public Place place() {
        Place record = Place.record(source.value());
        return field == null ? record : record.field(field);
    }

    /** {@return the versions of legal rules used, each once} */
    public List<RuleReference> rules() {
        return List.copyOf(explanation.allRules());
    }

    /** Builds a {@link CalendarEvent} step by step; every setter returns the builder. */
    public static final class Builder {
        private final EventKind kind;
        private final LocalDate date;
        private final RecordId source;
        private final String subject;
        private final List<Explanation> reasons = new ArrayList<>();
        private final List<String> records = new ArrayList<>();
        private Certainty certainty = Certainty.FIXED;
        private @Nullable String part;
        private @Nullable Message partName;
        private @Nullable String field;
        private @Nullable StructureId structure;
        private @Nullable FunderId funder;
        private @Nullable GrantId grant;
        private @Nullable LocalDate done;

        private Builder(EventKind kind, LocalDate date, RecordId source, String subject) {
            this.kind = kind;
            this.date = date;
            this.source = source;
            this.subject = subject;
            records.add(source.value());
        }

        /**
         * Tells several events of one kind and record apart.
         *
         * @param key stable, such as a year or the name of a step
         * @param name the same in words
         * @return this builder
         */
        public Builder part(String key, Message name) {
            part = key;
            partName = name;
            return this;
        }

        /**
         * Sets how sure the day is; {@link Certainty#FIXED} if not set.
         *
         * @param value how sure
         * @return this builder
         */
        public Builder certainty(Certainty value) {
            certainty = value;
            return this;
        }

        /**
         * Sets the field of the source.
         *
         * @param value such as {@code dates.notification}
         * @return this builder
         */
        public Builder field(String value) {
            field = value;
            return this;
        }

        /**
         * Sets the structure.
         *
         * @param value whom it concerns; null: no structure in particular
         * @return this builder
         */
        public Builder structure(@Nullable StructureId value) {
            structure = value;
            return this;
        }

        /**
         * Sets the authority.
         *
         * @param value the authority concerned; null: none or not known
         * @return this builder
         */
        public Builder funder(@Nullable FunderId value) {
            funder = value;
            return this;
        }

        /**
         * Sets the grant.
         *
         * @param value the grant concerned; null: none
         * @return this builder
         */
        public Builder grant(@Nullable GrantId value) {
            grant = value;
            return this;
        }

        /**
         * Sets when it was done.
         *
         * @param value the day; null: not done, or not known
         * @return this builder
         */
        public Builder done(@Nullable LocalDate value) {
            done = value;
            return this;
        }

        /**
         * Adds a reason for the day.
         *
         * @param reason a fact, an assumption or a counting
         * @return this builder
         */
        public Builder because(Explanation reason) {
            reasons.add(reason);
            return this;
        }

        /**
         * Adds the counting of a deadline.
         *
         * @param due where it leads
         * @return this builder
         */
        public Builder because(DueDay due) {
            return because(due.explanation());
        }

        /**
         * Adds a record that was read.
         *
         * @param id its id
         * @return this builder
         */
        public Builder read(RecordId id) {
            if (!records.contains(id.value())) {
                records.add(id.value());
            }
            return this;
        }

        /** {@return the finished event; unverified rules among its reasons are warned of} */
        public CalendarEvent build() {
            Message name = partName;
            Message title = name == null
                    ? Message.of("CAL-TITLE", kind.label(), subject)
                    : Message.of("CAL-TITLE-PART", kind.label(), subject, name);
            Explanation plain = explanation(title, reasons);
            List<Explanation> all = new ArrayList<>(reasons);
            plain.allRules().stream()
                    .filter(rule -> rule.confidence() == Confidence.UNVERIFIED)
                    .map(Builder::warning)
                    .forEach(all::add);
            String kindOfSource = source.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String id = kind.id() + '/' + kindOfSource + '/' + source.value() + (part == null ? "" : '/' + part);
            return new CalendarEvent(
                    id,
                    date,
                    kind,
                    certainty,
                    title,
                    source,
                    field,
                    structure,
                    funder,
                    grant,
                    done,
                    explanation(title, all));
        }

        private Explanation explanation(Message title, List<Explanation> children) {
            return Explanation.of(title, new Value.Day(date), children.isEmpty() ? Step.GIVEN : Step.CHOICE, children)
                    .withRecords(records);
        }

        private static Explanation warning(RuleReference rule) {
            return Explanation.leaf(
                    Message.of("CAL-WARN-RULE"),
                    new Value.Statement(Message.of("CAL-WARN-UNVERIFIED", rule.legalReference(), rule.id())));
        }
    }
}
