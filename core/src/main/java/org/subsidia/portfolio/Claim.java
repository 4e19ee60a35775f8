package org.subsidia.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A request for payment.
 *
 * @param id its id within the grant
 * @param kind what it asks for
 * @param date when it was or will be filed
 * @param claimed how much is asked for
 * @param certifiedOn when the funder certified it
 * @param certified the expense or amount that the funder certified
 * @param lines the expenses shown
 * @param note free text
 */
public record Claim(
        String id,
        ClaimKind kind,
        @Nullable LocalDate date,
        @Nullable Money claimed,
        @Nullable LocalDate certifiedOn,
        @Nullable Money certified,
        List<ExpenditureLine> lines,
        @Nullable String note) {

    /** Copies the lists; refuses what is missing. */
    public Claim {
        Check.notNull(id, "id");
        Check.notNull(kind, "kind");
        lines = List.copyOf(lines);
        note = Check.text(note);
    }
}
