package org.subsidia.io.scdl;

import java.util.Optional;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Rna;

/** Reads who grants and who receives. */
final class ScdlParties {
    private static final Pattern PERSON = Pattern.compile(
            "(?:M|MR|MME|MLLE|MONSIEUR|MADAME|MADEMOISELLE)(?:\\.\\s*|\\s+)(?:ET\\s+(?:MME|MADAME)\\.?\\s+)?\\p{L}.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern INITIAL = Pattern.compile("M\\s.*", Pattern.CASE_INSENSITIVE);

    private ScdlParties() {}

    static ScdlParty funder(RecordCells cells) {
        Optional<String> name = cells.words(ScdlColumn.NOM_ATTRIBUANT);
        String number = cells.text(ScdlColumn.ID_ATTRIBUANT);
        Optional<OrganisationId> id = id(cells, ScdlColumn.ID_ATTRIBUANT, number);
        return new ScdlParty(name, id, Optional.empty(), false);
    }

    static ScdlParty beneficiary(RecordCells cells, boolean hadPersonsNumber) {
        Optional<String> name = cells.words(ScdlColumn.NOM_BENEFICIAIRE);
        String number = cells.text(ScdlColumn.ID_BENEFICIAIRE);
        String register = cells.text(ScdlColumn.RNA_BENEFICIAIRE);
        boolean nir = !number.isEmpty() && isPersonal(OrganisationId.read(number));
        if (nir) {
            Place place = cells.place(ScdlColumn.ID_BENEFICIAIRE);
            cells.add(Finding.warning(place, "SCDL-PERSON-NUMBER", ScdlColumn.ID_BENEFICIAIRE.header()));
            number = "";
        }
        Optional<OrganisationId> id = id(cells, ScdlColumn.ID_BENEFICIAIRE, number);
        Optional<Rna> rna = register.isEmpty() || ScdlWords.isNothing(register)
                ? id.filter(Rna.class::isInstance).map(Rna.class::cast)
                : cells.optional(ScdlColumn.RNA_BENEFICIAIRE, Rna.read(register));
        id = id.or(() -> rna);
        boolean noNumber = id.isEmpty() && number.isEmpty() && register.isEmpty();
        if (noNumber
                && (nir
                        || hadPersonsNumber
                        || name.filter(ScdlParties::isPerson).isPresent())) {
            cells.add(Finding.warning(cells.place(ScdlColumn.NOM_BENEFICIAIRE), "SCDL-PERSON-NAME"));
            return ScdlParty.ofPerson();
        }
        return new ScdlParty(name, id, rna, false);
    }

    private static Optional<OrganisationId> id(RecordCells cells, ScdlColumn column, String number) {
        return number.isEmpty() || ScdlWords.isNothing(number)
                ? Optional.empty()
                : cells.optional(column, OrganisationId.read(number));
    }

    /** Whether a number was refused because it can be a person's, even with a wrong key. */
    private static boolean isPersonal(Reading<?> reading) {
        return !reading.isRead()
                && reading.findings().stream().anyMatch(f -> f.code().equals("ID-NIR"));
    }

    /** A name that starts with a form of address. "M" needs its point: without it it can be the letter of a firm. */
    private static boolean isPerson(String name) {
        return PERSON.matcher(name).matches() && !INITIAL.matcher(name).matches();
    }
}
