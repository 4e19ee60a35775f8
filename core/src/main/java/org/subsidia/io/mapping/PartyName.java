package org.subsidia.io.mapping;

import java.util.Optional;
import org.subsidia.identity.OrganisationName;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;

/** How a row names a structure or a funder. */
record PartyName(
        Optional<String> id,
        Optional<String> siren,
        Optional<String> siret,
        Optional<String> rna,
        Optional<String> name) {

    /** By the fields of a table of structures or funders. */
    static PartyName ofRecord(RowValues row) {
        Optional<String> siret = row.text("siret");
        return new PartyName(
                row.text("id"),
                row.text("siren").or(() -> siret.filter(Siret::isValid).map(s -> s.substring(0, 9))),
                siret,
                row.text("rna"),
                row.text("name"));
    }

    /** By the fields of a group, such as {@code payer.name}. */
    static PartyName ofGroup(RowValues row, String group) {
        Optional<String> number = row.text(group + ".number");
        Optional<String> siret = number.filter(Siret::isValid);
        return new PartyName(
                row.text(group + ".id"),
                siret.map(s -> s.substring(0, 9)).or(() -> number.filter(Siren::isValid)),
                siret,
                number.filter(Rna::isValid),
                row.text(group + ".name"));
    }

    boolean isEmpty() {
        return id.isEmpty() && !hasNumber() && name.isEmpty();
    }

    boolean hasNumber() {
        return siren.isPresent() || siret.isPresent() || rna.isPresent();
    }

    /** What people read. */
    String shown() {
        return name.or(() -> siret).or(() -> siren).or(() -> rna).or(() -> id).orElse("");
    }

    /** The id of a record that is made for this party. */
    String newId() {
        return id.or(() -> siren.map(number -> "siren-" + number))
                .or(() -> rna.map(number -> "rna-" + number))
                .orElseGet(() -> OrganisationName.of(shown()).id());
    }
}
