package org.subsidia.cli;

import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;

/** A share or rate from 0 to 1 that an option gives, as people write it: {@code 60 %}, {@code 0.6}, {@code 3,5 %}, {@code 3/5}. */
final class ShareOption {
    private ShareOption() {}

    static Fraction read(String text) {
        try {
            String plain = text.strip().replace(',', '.');
            Fraction share = plain.endsWith("%")
                    ? Fraction.parse(plain.substring(0, plain.length() - 1).strip())
                            .dividedBy(Fraction.of(100))
                    : Fraction.parse(plain);
            if (share.isShare()) {
                return share;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // no number: the sentence below says what is wanted
        }
        throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "AID-BAD-SHARE", text)));
    }
}
