package org.subsidia.law;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Place;

/**
 * The value of a legal rule on a day.
 *
 * @param value the value
 * @param reference which version of which rule; results carry it
 * @param userFile where the user's own file sets it; null: the standard law base does
 * @param <T> the value's type
 */
public record Rule<T>(
        T value, RuleReference reference, @Nullable Place userFile) {

    /** {@return file and line of the user's own value, empty for the standard law base} */
    public Optional<Place> origin() {
        return Optional.ofNullable(userFile);
    }
}
