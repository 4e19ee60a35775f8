package org.subsidia.eligibility;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.subsidia.territory.TerritoryCode;

/**
 * Facts in columns by position, for one verdict after the other without new objects. Mutable, for one thread.
 *
 * <p>The positions are those of the rule set's catalogue. Everything is unknown at first.
 */
public final class FactRow {
    static final byte UNKNOWN = 0;
    static final byte KNOWN = 1;
    static final byte ABSENT = 2;

    final byte[] states;
    /** Cents, counts, epoch days, 0 or 1, numerators of shares. */
    final long[] numbers;

    final long[] denominators;
    final @Nullable Object[] objects;

    private final FactCatalogue catalogue;

    private FactRow(FactCatalogue catalogue) {
        this.catalogue = catalogue;
        int size = catalogue.facts().size();
        states = new byte[size];
        numbers = new long[size];
        denominators = new long[size];
        objects = new Object[size];
    }

    /**
     * A row in which nothing is known.
     *
     * @param catalogue gives the positions
     * @return the row
     */
    public static FactRow of(FactCatalogue catalogue) {
        return new FactRow(catalogue);
    }

    /**
     * A row of these facts; those that the catalogue does not know are left out.
     *
     * @param catalogue gives the positions
     * @param facts what is known
     * @return the row
     */
    public static FactRow of(FactCatalogue catalogue, Facts facts) {
        FactRow row = new FactRow(catalogue);
        facts.known().forEach((id, known) -> {
            if (catalogue.find(id).isPresent()) {
                row.set(catalogue.position(id), known.value(), facts);
            }
        });
        return row;
    }

    /** {@return which fact stands at which position} */
    public FactCatalogue catalogue() {
        return catalogue;
    }

    /** Makes everything unknown again. */
    public void clear() {
        Arrays.fill(states, UNKNOWN);
    }

    /**
     * Makes a fact unknown.
     *
     * @param position its position
     */
    public void forget(int position) {
        states[position] = UNKNOWN;
    }

    /**
     * Sets an amount in cents, a count, a day counted from 1970-01-01, or 0 or 1 for no and yes.
     *
     * @param position the fact’s position
     * @param value the number
     */
    public void set(int position, long value) {
        states[position] = KNOWN;
        numbers[position] = value;
        denominators[position] = 1;
    }

    /**
     * Sets a value of any type.
     *
     * @param position the fact’s position
     * @param value the value, of the fact’s type
     * @param facts give the day at which territories are compared
     * @throws IllegalArgumentException if the value is of another type
     */
    public void set(int position, FactValue value, Facts facts) {
        Fact fact = catalogue.facts().get(position);
        value.type().filter(type -> type != fact.type()).ifPresent(type -> {
            throw new IllegalArgumentException(fact.id() + " is of type " + fact.type() + ", not " + type);
        });
        if (value instanceof FactValue.Amount amount) {
            set(position, amount.money().getAmountMinorLong());
        } else if (value instanceof FactValue.Count count) {
            set(position, count.number());
        } else if (value instanceof FactValue.Share share) {
            set(position, share.share().numerator().longValueExact());
            denominators[position] = share.share().denominator().longValueExact();
        } else if (value instanceof FactValue.Day day) {
            set(position, day.date().toEpochDay());
        } else if (value instanceof FactValue.Flag flag) {
            set(position, flag.yes() ? 1 : 0);
        } else if (value instanceof FactValue.Code code) {
            object(position, code.code());
        } else if (value instanceof FactValue.Area area) {
            object(
                    position,
                    area.places().stream()
                            .map((TerritoryCode place) -> Located.of(place, facts.date()))
                            .toArray(Located[]::new));
        } else if (value instanceof FactValue.Labels labels) {
            object(position, HeldLabels.of(labels.held()));
        } else if (value instanceof FactValue.Aids aids) {
            object(position, aids.history());
        } else {
            states[position] = ABSENT;
        }
    }

    private void object(int position, Object value) {
        states[position] = KNOWN;
        objects[position] = value;
    }

    Object object(int position) {
        Object value = objects[position];
        if (value == null) {
            throw new IllegalStateException("known, but not set: " + position);
        }
        return value;
    }
}
