package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Label;
import org.subsidia.stateaid.AidHistory;
import org.subsidia.territory.TerritoryCode;

/** The value of a fact that is known. What is not known has no value at all. */
public sealed interface FactValue {

    /** {@return the type of fact that can have this value; none for {@link Absent}, which any can be} */
    Optional<FactType> type();

    /**
     * An amount.
     *
     * @param money in euros
     */
    record Amount(Money money) implements FactValue {
        /** Refuses other currencies. */
        public Amount {
            if (!money.getCurrencyUnit().getCode().equals("EUR")) {
                throw new IllegalArgumentException("facts are in euros: " + money);
            }
        }

        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.MONEY);
        }
    }

    /**
     * A whole number.
     *
     * @param number of what the fact's unit says
     */
    record Count(long number) implements FactValue {
        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.COUNT);
        }
    }

    /**
     * A share.
     *
     * @param share exact; 1 is the whole; numerator and denominator each fit in a long
     */
    record Share(Fraction share) implements FactValue {
        /** Refuses fractions that no one would write. */
        public Share {
            if (share.numerator().bitLength() > 62 || share.denominator().bitLength() > 62) {
                throw new IllegalArgumentException("a share of too many digits: " + share);
            }
        }

        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.SHARE);
        }
    }

    /**
     * A day.
     *
     * @param date the day
     */
    record Day(LocalDate date) implements FactValue {
        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.DAY);
        }
    }

    /**
     * Yes or no.
     *
     * @param yes whether yes
     */
    record Flag(boolean yes) implements FactValue {
        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.FLAG);
        }
    }

    /**
     * One of some words.
     *
     * @param code the word
     */
    record Code(String code) implements FactValue {
        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.CODE);
        }
    }

    /**
     * Where something is: in each of these.
     *
     * @param places at least one
     */
    record Area(List<TerritoryCode> places) implements FactValue {
        /** Copies the list; refuses an empty one. */
        public Area {
            places = List.copyOf(places);
            if (places.isEmpty()) {
                throw new IllegalArgumentException("nowhere is not a territory");
            }
        }

        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.TERRITORY);
        }
    }

    /**
     * All labels held, each for a time.
     *
     * @param held none, when it is known that there is none
     */
    record Labels(List<Label> held) implements FactValue {
        /** Copies the list. */
        public Labels {
            held = List.copyOf(held);
        }

        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.LABELS);
        }
    }

    /**
     * All aid of one kind that was received.
     *
     * @param history none, when it is known that there is none
     */
    record Aids(AidHistory history) implements FactValue {
        @Override
        public Optional<FactType> type() {
            return Optional.of(FactType.AIDS);
        }
    }

    /** It is known that there is none: a document that does not exist, works that have not begun. No comparison holds. */
    record Absent() implements FactValue {
        @Override
        public Optional<FactType> type() {
            return Optional.empty();
        }
    }
}
