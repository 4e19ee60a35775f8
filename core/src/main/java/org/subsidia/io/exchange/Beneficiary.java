package org.subsidia.io.exchange;

import java.util.List;
import java.util.Optional;
import org.subsidia.identity.OrganisationId;

/**
 * Whom a file names as receiving money.
 *
 * @param name as written; empty where only a number is given
 * @param postcode empty where the file has none
 * @param numbers its numbers, the most exact first
 */
public record Beneficiary(String name, String postcode, List<OrganisationId> numbers) {

    /** Copies the list. */
    public Beneficiary {
        numbers = List.copyOf(numbers);
    }

    /**
     * Known by name and postcode alone.
     *
     * @param name as written
     * @param postcode empty where the file has none
     * @return the beneficiary
     */
    public static Beneficiary named(String name, String postcode) {
        return new Beneficiary(name, postcode, List.of());
    }

    /** {@return the number that says most} */
    public Optional<OrganisationId> number() {
        return numbers.stream().findFirst();
    }
}
