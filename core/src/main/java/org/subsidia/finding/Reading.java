package org.subsidia.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a tolerant reader answers: the value it read, or none, and what it found on the way.
 *
 * <p>A value with no findings was written as it should be. A value with findings was repaired, each repair named. No value
 * means that reading on would have been a guess; then at least one finding is an error that says why.
 *
 * @param <T> what is read
 */
public final class Reading<T> {
    private final @Nullable T value;
    private final List<Finding> findings;

    private Reading(@Nullable T value, List<Finding> findings) {
        this.value = value;
        this.findings = List.copyOf(findings);
    }

    /**
     * A value, and the repairs that led to it.
     *
     * @param value what was read
     * @param repairs what had to be repaired
     * @param <T> what is read
     * @return the reading
     */
    public static <T> Reading<T> of(T value, Finding... repairs) {
        return new Reading<>(value, List.of(repairs));
    }

    /**
     * A value, and the repairs that led to it.
     *
     * @param value what was read
     * @param repairs what had to be repaired
     * @param <T> what is read
     * @return the reading
     */
    public static <T> Reading<T> of(T value, List<Finding> repairs) {
        return new Reading<>(value, repairs);
    }

    /**
     * No value.
     *
     * @param reason why not: an error
     * @param <T> what would have been read
     * @return the reading
     */
    public static <T> Reading<T> refused(Finding reason) {
        return refused(List.of(reason));
    }

    /**
     * No value.
     *
     * @param reasons why not; at least one is an error
     * @param <T> what would have been read
     * @return the reading
     * @throws IllegalArgumentException if no reason is an error
     */
    public static <T> Reading<T> refused(List<Finding> reasons) {
        if (reasons.stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException("a refusal says why: " + reasons);
        }
        return new Reading<>(null, reasons);
    }

    /** {@return the value, if there is one} */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** {@return whether there is a value} */
    public boolean isRead() {
        return value != null;
    }

    /**
     * The value of a reading that is known to have one.
     *
     * @return the value
     * @throws IllegalStateException with the findings, if there is none
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("nothing was read: " + findings);
        }
        return value;
    }

    /** {@return repairs and refusals, in the order in which they were made} */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * The same reading of what the value stands for.
     *
     * @param function from this value to the other
     * @param <U> the other value's type
     * @return the other reading, with the same findings
     */
    public <U> Reading<U> map(Function<? super T, ? extends U> function) {
        return value == null ? new Reading<>(null, findings) : new Reading<>(function.apply(value), findings);
    }

    /**
     * The same reading, each finding put at a place.
     *
     * @param place where the text that was read stands
     * @return the reading there
     */
    public Reading<T> at(Place place) {
        return new Reading<>(value, findings.stream().map(f -> f.at(place)).toList());
    }

    /**
     * This reading with more findings behind its own.
     *
     * @param more what else was found
     * @return the reading
     */
    public Reading<T> with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Reading<>(value, all);
    }

    @Override
    public String toString() {
        return value + " " + findings;
    }
}
