package org.subsidia.io.scdl;

import java.util.Optional;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Spelling;

/**
 * Who grants or who receives, as far as it could be read.
 *
 * @param name as published, blanks tidied; of a natural person {@link #PERSON}
 * @param id SIRET or SIREN, else the RNA number; empty where none is published or the published one is unusable
 * @param rna the number in the register of associations, where there is one
 * @param person whether it is a natural person, whose name and number are dropped
 */
public record ScdlParty(Optional<String> name, Optional<OrganisationId> id, Optional<Rna> rna, boolean person) {
    /** What stands in place of a natural person's name (règlement (UE) 2016/679, article 5). */
    public static final String PERSON = "personne physique";

    /** Nobody: neither name nor number is published. */
    public static final ScdlParty UNKNOWN = new ScdlParty(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * A party known by its name alone.
     *
     * @param name its name
     * @return the party
     */
    public static ScdlParty named(String name) {
        return new ScdlParty(Optional.of(name), Optional.empty(), Optional.empty(), false);
    }

    /**
     * A party known by its name and number.
     *
     * @param name its name
     * @param id its number
     * @return the party
     */
    public static ScdlParty of(String name, OrganisationId id) {
        Optional<Rna> rna = id instanceof Rna number ? Optional.of(number) : Optional.empty();
        return new ScdlParty(Optional.of(name), Optional.of(id), rna, false);
    }

    /** {@return a natural person} */
    public static ScdlParty ofPerson() {
        return new ScdlParty(Optional.of(PERSON), Optional.empty(), Optional.empty(), true);
    }

    /** {@return the legal unit, where the number tells it} */
    public Optional<Siren> siren() {
        return id.flatMap(OrganisationId::legalUnit);
    }

    /** {@return whether neither name nor number is known} */
    public boolean isUnknown() {
        return name.isEmpty() && id.isEmpty();
    }

    /** {@return what tells this party from others: its number, else its name without case, accents and punctuation} */
    public String key() {
        return id.map(OrganisationId::value)
                .orElseGet(() -> name.map(Spelling::key).orElse(""));
    }
}
