package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/** One value in a {@link Table} or a {@link KeyFigure}. What cannot be computed is {@link Unknown}, never blank. */
public sealed interface Cell {

    /** Nothing belongs here, such as the name in a row of totals. */
    Cell EMPTY = new Empty();

    /**
     * A name or other text from the data, the same in every language.
     *
     * @param text not yet escaped for any format
     */
    record Text(String text) implements Cell {}

    /**
     * Words of ours, in the reader's language.
     *
     * @param message the words
     */
    record Words(Message message) implements Cell {}

    /**
     * The value of a rule: people read it in words, programs as law files write it.
     *
     * @param version of the rule
     */
    record Legal(RuleReference version) implements Cell {}

    /**
     * An amount.
     *
     * @param money with its currency
     */
    record Amount(Money money) implements Cell {}

    /**
     * A share; 1 is the whole.
     *
     * @param share the share as a decimal, rounded where it does not end
     * @param fraction the exact share, or null where only the rounded one is known
     */
    record Share(BigDecimal share, @Nullable Fraction fraction) implements Cell {
        private static final int PLACES = 6;

        static Share of(Fraction exact) {
            return new Share(exact.value(PLACES), exact);
        }

        /** {@return the exact share, where it is known} */
        public Optional<Fraction> exact() {
            return Optional.ofNullable(fraction);
        }
    }

    /**
     * A whole number of things.
     *
     * @param count how many
     */
    record Count(long count) implements Cell {}

    /**
     * A number in its column's unit.
     *
     * @param number shown with as many places as it has
     */
    record Decimal(BigDecimal number) implements Cell {}

    /**
     * A day.
     *
     * @param date the day
     */
    record Day(LocalDate date) implements Cell {}

    /**
     * A month of a year.
     *
     * @param month the month
     */
    record Month(YearMonth month) implements Cell {}

    /**
     * A moment, to the second.
     *
     * @param time the time, with its distance from universal time
     */
    record Moment(OffsetDateTime time) implements Cell {}

    /**
     * No value.
     *
     * @param reason why it cannot be computed
     */
    record Unknown(Message reason) implements Cell {}

    /** See {@link #EMPTY}. */
    record Empty() implements Cell {}

    /**
     * A name or other text from the data.
     *
     * @param text the text
     * @return the cell
     */
    static Cell of(String text) {
        return new Text(text);
    }

    /**
     * Words of ours.
     *
     * @param message the words
     * @return the cell
     */
    static Cell of(Message message) {
        return new Words(message);
    }

    /**
     * An amount.
     *
     * @param money the amount
     * @return the cell
     */
    static Cell of(Money money) {
        return new Amount(money);
    }

    /**
     * A whole number of things.
     *
     * @param count how many
     * @return the cell
     */
    static Cell of(long count) {
        return new Count(count);
    }

    /**
     * A day.
     *
     * @param date the day
     * @return the cell
     */
    static Cell of(LocalDate date) {
        return new Day(date);
    }

    /**
     * A month of a year.
     *
     * @param month the month
     * @return the cell
     */
    static Cell of(YearMonth month) {
        return new Month(month);
    }

    /**
     * A number in its column's unit.
     *
     * @param number the number
     * @return the cell
     */
    static Cell of(BigDecimal number) {
        return new Decimal(number);
    }

    /**
     * A share that is known exactly.
     *
     * @param share the share; 1 is the whole
     * @return the cell
     */
    static Cell of(Fraction share) {
        return Share.of(share);
    }

    /**
     * The share of an amount in another, or unknown when the other is not positive.
     *
     * @param part the part
     * @param whole what it is a part of, in the same currency
     * @return the cell
     */
    static Cell share(Money part, Money whole) {
        return whole.isPositive()
                ? Share.of(Fraction.ratio(part, whole))
                : new Unknown(Message.of("REPORT-UNKNOWN-SHARE", whole));
    }

    /**
     * The figure of an explanation.
     *
     * @param value the figure, or why there is none
     * @return the cell
     */
    static Cell of(Value value) {
        if (value instanceof Value.Amount amount) {
            return new Amount(amount.money());
        } else if (value instanceof Value.Share share) {
            return new Share(share.share(), null);
        } else if (value instanceof Value.Quantity quantity) {
            return new Decimal(quantity.amount());
        } else if (value instanceof Value.Day day) {
            return new Day(day.date());
        } else if (value instanceof Value.Statement statement) {
            return new Words(statement.text());
        } else if (value instanceof Value.Unknown unknown) {
            return new Unknown(unknown.reason());
        }
        throw new IllegalArgumentException("no cell for " + value);
    }
}
