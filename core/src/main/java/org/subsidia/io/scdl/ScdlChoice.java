package org.subsidia.io.scdl;

import java.util.Set;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Siren;

/**
 * Whose grants are imported.
 *
 * @param beneficiaries their numbers, empty for everybody: a SIREN stands for all establishments; a SIRET for its
 *     establishment and for rows that give the SIREN alone
 */
public record ScdlChoice(Set<OrganisationId> beneficiaries) {

    /** Copies the set. */
    public ScdlChoice {
        beneficiaries = Set.copyOf(beneficiaries);
    }

    /** {@return the grants of everybody} */
    public static ScdlChoice everybody() {
        return new ScdlChoice(Set.of());
    }

    /**
     * The grants of some.
     *
     * @param beneficiaries SIRET, SIREN or RNA numbers
     * @return the choice
     */
    public static ScdlChoice of(OrganisationId... beneficiaries) {
        return new ScdlChoice(Set.of(beneficiaries));
    }

    boolean wants(ScdlParty party) {
        return beneficiaries.isEmpty() || beneficiaries.stream().anyMatch(id -> matches(id, party));
    }

    private static boolean matches(OrganisationId wanted, ScdlParty party) {
        if (party.id().filter(wanted::equals).isPresent()
                || party.rna().filter(wanted::equals).isPresent()) {
            return true;
        }
        boolean wholeUnit = wanted instanceof Siren
                || party.id().filter(Siren.class::isInstance).isPresent();
        return wholeUnit && wanted.legalUnit().isPresent() && wanted.legalUnit().equals(party.siren());
    }
}
