package org.subsidia.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.Receipt;

/**
 * G-DATE: dates of a grant are out of order. Errors where the order follows from the acts themselves (a request, its decision,
 * its notification); warnings where practice allows exceptions.
 */
final class DateOrderGuard extends GrantGuard {
    private record Pair(
            String early,
            @Nullable LocalDate before,
            String late,
            @Nullable LocalDate after,
            Severity severity,
            String field) {}

    DateOrderGuard() {
        super("DATE");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        for (Pair pair : pairs(grant)) {
            if (pair.before() != null && pair.after() != null && pair.after().isBefore(pair.before())) {
                found.add(reversed(grant, pair, pair.before(), pair.after()));
            }
        }
        List<Receipt> coming = grant.receipts().stream()
                .filter(receipt -> receipt.date().isAfter(context.today()))
                .toList();
        if (!coming.isEmpty()) {
            Receipt first = coming.get(0);
            found.add(Verdict.info(
                            this,
                            Verdict.place(grant, "receipts[" + first.id() + "].date"),
                            Message.of("CHECK-DATE-FUTURE", first.id(), first.date(), context.today(), coming.size()))
                    .because(Explanation.leaf(Message.of("CHECK-DATE-RECEIPT"), new Value.Day(first.date())))
                    .from(grant)
                    .checked());
        }
    }

    private Checked reversed(Grant grant, Pair pair, LocalDate before, LocalDate after) {
        Message early = Message.of("CHECK-DATE-" + pair.early());
        Message late = Message.of("CHECK-DATE-" + pair.late());
        return Verdict.of(
                        this,
                        pair.severity(),
                        Verdict.place(grant, pair.field()),
                        Message.of("CHECK-DATE-REVERSED", late, after, early, before))
                .because(Explanation.leaf(early, new Value.Day(before)), Explanation.leaf(late, new Value.Day(after)))
                .from(grant)
                .checked();
    }

    private static List<Pair> pairs(Grant grant) {
        GrantDates dates = grant.dates();
        Severity error = Severity.ERROR;
        Severity warning = Severity.WARNING;
        List<Pair> pairs = new ArrayList<>(List.of(
                new Pair("REQUEST", dates.request(), "DECISION", dates.decision(), error, "dates.decision"),
                new Pair(
                        "DECISION",
                        dates.decision(),
                        "NOTIFICATION",
                        dates.notification(),
                        error,
                        "dates.notification"),
                new Pair("DECISION", dates.decision(), "CONVENTION", dates.convention(), warning, "dates.convention"),
                new Pair("START", dates.start(), "END", dates.end(), error, "dates.end"),
                new Pair("END", dates.end(), "LASTCLAIM", dates.lastClaim(), warning, "dates.lastClaim"),
                new Pair("END", dates.end(), "REPORT", dates.report(), warning, "dates.report")));
        if (dates.decision() == null) {
            pairs.add(new Pair(
                    "REQUEST", dates.request(), "NOTIFICATION", dates.notification(), error, "dates.notification"));
        }
        window(pairs, grant.eligibility(), "eligibility");
        window(pairs, grant.paymentWindow(), "paymentWindow");
        window(pairs, grant.depreciation(), "depreciation");
        for (Claim claim : grant.claims()) {
            String field = "claims[" + claim.id() + "].certifiedOn";
            pairs.add(new Pair("CLAIM", claim.date(), "CERTIFIED", claim.certifiedOn(), error, field));
        }
        return pairs;
    }

    private static void window(List<Pair> pairs, @Nullable DateWindow window, String field) {
        if (window != null) {
            pairs.add(new Pair("FIRST", window.first(), "LAST", window.last(), Severity.ERROR, field));
        }
    }
}
