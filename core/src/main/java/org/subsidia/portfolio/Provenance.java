package org.subsidia.portfolio;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * The line of a file from which a grant was imported.
 *
 * @param file the file’s name
 * @param line the line in it, from 1; 0: not known
 * @param sha256 the SHA-256 of the raw line, 64 hexadecimal digits
 * @param published the amount as published, before any split between beneficiaries
 * @param share this beneficiary’s share of it; null: not given
 * @param attributed the published amount times the share
 */
public record Provenance(
        String file,
        long line,
        @Nullable String sha256,
        @Nullable Money published,
        @Nullable Fraction share,
        @Nullable Money attributed) {

    /** Refuses what is missing. */
    public Provenance {
        Check.notNull(file, "file");
        sha256 = Check.text(sha256);
        Check.share(share, "share");
    }
}
