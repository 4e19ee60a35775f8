package org.subsidia.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.time.Counting;
import org.subsidia.time.Span;
import org.subsidia.time.YearDay;

/**
 * The law of a day.
 *
 * <p>The methods that name a kind ({@code money}, {@code share} …) are for rules that must exist: they throw {@link
 * IllegalArgumentException}, naming the rule, the day and the days on which it is known, if it has no value on this day, and
 * likewise if it is of another kind. {@link #find} is for rules that may be missing, and {@link #whyMissing} says why.
 */
public final class Law {
    private final LawBase base;
    private final LocalDate date;

    Law(LawBase base, LocalDate date) {
        this.base = base;
        this.date = date;
    }

    /** {@return the day} */
    public LocalDate date() {
        return date;
    }

    /** {@return the base in which it stands, for other days} */
    public LawBase base() {
        return base;
    }

    /**
     * An amount.
     *
     * @param id the rule
     * @return the amount in euros
     */
    public Rule<Money> money(String id) {
        return get(Kind.MONEY, id);
    }

    /**
     * A share or rate.
     *
     * @param id the rule
     * @return the exact share; 1 is the whole
     */
    public Rule<Fraction> share(String id) {
        return get(Kind.SHARE, id);
    }

    /**
     * A whole number.
     *
     * @param id the rule
     * @return the number
     */
    public Rule<Long> count(String id) {
        return get(Kind.COUNT, id);
    }

    /**
     * A number with decimals.
     *
     * @param id the rule
     * @return the number
     */
    public Rule<BigDecimal> number(String id) {
        return get(Kind.NUMBER, id);
    }

    /**
     * A delay.
     *
     * @param id the rule
     * @return days, working days, weeks, months or years
     */
    public Rule<Span> period(String id) {
        return get(Kind.PERIOD, id);
    }

    /**
     * A list of names or codes.
     *
     * @param id the rule
     * @return the list, in the order of the text
     */
    public Rule<List<String>> list(String id) {
        return get(Kind.LIST, id);
    }

    /**
     * A text.
     *
     * @param id the rule
     * @return the text
     */
    public Rule<String> text(String id) {
        return get(Kind.TEXT, id);
    }

    /**
     * A day.
     *
     * @param id the rule
     * @return the day
     */
    public Rule<LocalDate> date(String id) {
        return get(Kind.DATE, id);
    }

    /**
     * A day that comes back every year.
     *
     * @param id the rule
     * @return the day
     */
    public Rule<YearDay> yearDay(String id) {
        return get(Kind.YEAR_DAY, id);
    }

    /**
     * Yes or no.
     *
     * @param id the rule
     * @return yes or no
     */
    public Rule<Boolean> flag(String id) {
        return get(Kind.FLAG, id);
    }

    /**
     * Shares by key.
     *
     * @param id the rule
     * @return exact shares, in the order of the text
     */
    public Rule<Map<String, Fraction>> shares(String id) {
        return get(Kind.SHARES, id);
    }

    /**
     * Amounts by key.
     *
     * @param id the rule
     * @return amounts in euros, in the order of the text
     */
    public Rule<Map<String, Money>> amounts(String id) {
        return get(Kind.AMOUNTS, id);
    }

    /**
     * Whole numbers by key.
     *
     * @param id the rule
     * @return numbers, in the order of the text
     */
    public Rule<Map<String, Long>> counts(String id) {
        return get(Kind.COUNTS, id);
    }

    /**
     * A table.
     *
     * @param id the rule
     * @return rows of named texts, in the order of the text
     */
    public Rule<List<Map<String, String>>> table(String id) {
        return get(Kind.TABLE, id);
    }

    /**
     * How a text counts delays.
     *
     * @param id the rule
     * @return what {@code Deadline.counted} takes
     */
    public Rule<Counting> counting(String id) {
        return get(Kind.COUNTING, id);
    }

    /**
     * A rule that must have a value on this day.
     *
     * @param kind what its value is
     * @param id the rule
     * @param <T> the value's type
     * @return the value and its reference
     * @throws IllegalArgumentException if the rule is unknown, has no value on this day, or is of another kind
     */
    public <T> Rule<T> get(Kind<T> kind, String id) {
        return find(kind, id)
                .orElseThrow(() -> new IllegalArgumentException(whyMissing(id).toString()));
    }

    /**
     * A rule that may have a value on this day.
     *
     * @param kind what its value is
     * @param id the rule
     * @param <T> the value's type
     * @return the value and its reference, or none
     * @throws IllegalArgumentException if the rule is of another kind
     */
    public <T> Optional<Rule<T>> find(Kind<T> kind, String id) {
        Optional<Parameter> parameter = base.parameter(id);
        if (parameter.isPresent() && parameter.get().unit().kind() != kind) {
            throw new IllegalArgumentException(
                    id + " is read with " + parameter.get().unit().kind() + "(), not with " + kind + "(): its unit is "
                            + parameter.get().unit().text());
        }
        return parameter.flatMap(
                p -> p.on(date).map(v -> new Rule<>(kind.cast(v.value()), p.reference(v), v.userFile())));
    }

    /**
     * Why a rule has no value on this day: the reason of a figure that cannot be computed.
     *
     * @param id the rule
     * @return the sentence, naming the days on which the rule is known
     */
    public Message whyMissing(String id) {
        return base.parameter(id)
                .map(p -> Message.of("LAW-RULE-NOTATDATE", id, date, p.windows()))
                .orElseGet(() -> Message.of("LAW-RULE-UNKNOWN", id));
    }

    @Override
    public String toString() {
        return "law of " + date;
    }
}
