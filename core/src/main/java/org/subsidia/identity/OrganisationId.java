package org.subsidia.identity;

import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** What French public files name an organisation by: a SIRET, a SIREN or, for an association, an RNA number. */
public sealed interface OrganisationId permits Siren, Siret, Rna {

    /** {@return the number as it should be written} */
    String value();

    /** {@return the SIREN, if the number holds one} */
    Optional<Siren> legalUnit();

    /**
     * A number as people write it. Nine digits are a SIREN, more a SIRET, what starts with W an RNA number. Fourteen digits
     * that end in five zeros are, with a warning, the SIREN that they start with, if its key fits.
     *
     * @param text any text
     * @return the number and the repairs, or why there is none
     */
    static Reading<OrganisationId> read(String text) {
        if (Siret.isValid(text)) {
            return Reading.of(new Siret(text));
        }
        Written written = Written.number(text);
        String number = written.text();
        if (number.startsWith("W")) {
            return Rna.read(written).map(rna -> rna);
        }
        if (number.length() <= 9 && Digits.all(number)) {
            return Siren.read(written).map(siren -> siren);
        }
        Optional<Siren> padded = written.unreadable().isPresent() ? Optional.empty() : Siret.sirenOfPadded(number);
        if (padded.isPresent() && !Siret.isValid(number)) {
            Siren siren = padded.get();
            return written.<OrganisationId>repaired(siren, siren.value())
                    .with(List.of(Finding.warning(Place.NOWHERE, "ID-REPAIR-NO-NIC", written.shown(), siren.value())));
        }
        return Siret.read(written).map(siret -> siret);
    }
}
