package org.subsidia.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Grant;

/** G-ELIG: an expense of a claim was paid outside the window of eligible expenses. An expense already rejected is not. */
final class EligibilityWindowGuard extends GrantGuard {
    /** Written into the record, whose words are French. */
    private static final Message REASON = Message.of("CHECK-ELIG-REASON");

    EligibilityWindowGuard() {
        super("ELIG");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        DateWindow window = grant.eligibility();
        if (window == null || !window.ordered()) {
            return;
        }
        for (int c = 0; c < grant.claims().size(); c++) {
            Claim claim = grant.claims().get(c);
            for (int l = 0; l < claim.lines().size(); l++) {
                ExpenditureLine line = claim.lines().get(l);
                LocalDate paid = line.paid();
                Money eligible = line.eligible();
                boolean rejected = eligible != null && eligible.isZero();
                if (paid != null && !rejected && !window.contains(paid)) {
                    found.add(outside(grant, window, c, l, line, paid));
                }
            }
        }
    }

    private Checked outside(
            Grant grant, DateWindow window, int claim, int number, ExpenditureLine line, LocalDate paid) {
        String field = "claims[" + grant.claims().get(claim).id() + "].lines[" + (number + 1) + "].paid";
        Message reason = Message.of("CHECK-ELIG-OUTSIDE", line.category(), line.amount(), paid, window(window));
        Money eligible = line.eligible() == null ? line.amount() : line.eligible();
        return Verdict.error(this, Verdict.place(grant, field), reason)
                .because(
                        Amounts.given(Message.of("CHECK-ELIG-AMOUNT"), eligible),
                        Explanation.leaf(Message.of("CHECK-DATE-PAID"), new Value.Day(paid)),
                        Explanation.leaf(Message.of("CHECK-ELIG-WINDOW"), new Value.Statement(window(window))))
                .from(grant)
                .checked()
                .with(new QuickFix(
                        Message.of("CHECK-ELIG-REJECT", line.category(), line.amount()),
                        Edit.put(rejected(grant, claim, number))));
    }

    static Message window(DateWindow window) {
        LocalDate first = window.first();
        LocalDate last = window.last();
        if (first != null && last != null) {
            return Message.of("CHECK-WINDOW-BETWEEN", first, last);
        } else if (first != null) {
            return Message.of("CHECK-WINDOW-FROM", first);
        }
        return last == null ? Message.of("CHECK-WINDOW-OPEN") : Message.of("CHECK-WINDOW-TO", last);
    }

    /** The grant with the expense taken out of what is eligible. */
    private static Grant rejected(Grant grant, int claim, int number) {
        List<Claim> claims = new ArrayList<>(grant.claims());
        Claim old = claims.get(claim);
        List<ExpenditureLine> lines = new ArrayList<>(old.lines());
        ExpenditureLine line = lines.get(number);
        lines.set(
                number,
                new ExpenditureLine(
                        line.category(),
                        line.paid(),
                        line.amount(),
                        Money.zero(line.amount().getCurrencyUnit()),
                        line.rejection() == null ? REASON.in(Locale.FRENCH) : line.rejection(),
                        line.document()));
        claims.set(
                claim,
                new Claim(
                        old.id(),
                        old.kind(),
                        old.date(),
                        old.claimed(),
                        old.certifiedOn(),
                        old.certified(),
                        lines,
                        old.note()));
        return grant.toBuilder().claims(claims).build();
    }
}
