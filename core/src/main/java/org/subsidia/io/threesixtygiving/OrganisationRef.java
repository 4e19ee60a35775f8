package org.subsidia.io.threesixtygiving;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.subsidia.identity.OrganisationId;

/** Identifiers of organisations in 360Giving: the prefix of a list, and a number in it. */
final class OrganisationRef {
    private static final Pattern FRENCH = Pattern.compile("FR-(?:RCS|INSEE|SIRENE?|SIRET|RNA)-([0-9 W]{9,18})");

    private OrganisationRef() {}

    /** Of an organisation without a number one of the publisher's own, as the standard allows. */
    static String write(String publisher, @Nullable String siren, String own) {
        return siren == null ? "360G-" + publisher + ":org-" + own : "FR-RCS-" + siren;
    }

    /** The French number in an identifier; none in those of other countries. */
    static List<OrganisationId> read(String id) {
        Matcher french = FRENCH.matcher(id.strip());
        Optional<OrganisationId> number =
                french.matches() ? OrganisationId.read(french.group(1)).value() : Optional.empty();
        return number.stream().toList();
    }
}
