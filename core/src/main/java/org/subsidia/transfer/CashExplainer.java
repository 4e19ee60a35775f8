package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/** Reads the cash at the end back to the balance at the beginning. */
final class CashExplainer {
    private CashExplainer() {}

    static Explanation explain(Frame frame, int p, Budget budget) {
        Recipient recipient = frame.recipients.get(p);
        Message label = Message.of("XFER-CASH-END", recipient.name(), String.valueOf(frame.scenario.last()));
        Message missing = budget.missing();
        CashPath cash = budget.cash();
        if (missing != null || cash.balance().length == 0) {
            return Amounts.unknown(label, missing != null ? missing : Message.of("XFER-NO-CASH", recipient.name()));
        }
        KnownCash known = cash.basis() == CashBasis.FORECAST ? recipient.knownCash() : null;
        List<Explanation> parts = new ArrayList<>();
        parts.add(Amounts.given(
                        Message.of("XFER-CASH-OPENING", known == null ? cash.start() : known.day()),
                        Cents.money(cash.opening()))
                .withRecords(List.of(recipient.id())));
        if (known != null) {
            parts.add(Amounts.given(Message.of("XFER-CASH-KNOWN", known.day()), Cents.money(cash.known())));
        }
        String beyond = known == null ? "" : "-BEYOND";
        parts.add(Amounts.given(Message.of("XFER-CASH-PUBLIC" + beyond), Cents.money(cash.publicMoney())));
        parts.add(Amounts.given(Message.of("XFER-CASH-INCOME" + beyond), Cents.money(cash.income())));
        parts.add(Amounts.given(Message.of("XFER-CASH-COSTS" + beyond), Cents.money(-cash.costs())));
        return Amounts.sum(label, CurrencyUnit.EUR, parts);
    }
}
