package org.subsidia.examples;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.subsidia.explain.ExplanationText;
import org.subsidia.io.scdl.ScdlFunding;
import org.subsidia.ledger.FundingPicture;
import org.subsidia.ledger.FundingQuery;

/** Adds up what one structure received in any number of published files, and lets the total explain itself. */
public final class FundingOfOneStructure {
    private FundingOfOneStructure() {}

    /**
     * Adds up.
     *
     * @param args the structure's SIREN or SIRET, then the files
     */
    public static void main(String[] args) {
        FundingQuery query = FundingQuery.standard().of(args[0]);
        FundingPicture picture = ScdlFunding.of(query)
                .read(Arrays.stream(args).skip(1).map(Path::of).toList(), finding -> {})
                .picture();
        System.out.println(picture.grants() + " grants, " + picture.attributed());
        System.out.println(ExplanationText.indented(picture.total(), Locale.FRENCH));
    }
}
