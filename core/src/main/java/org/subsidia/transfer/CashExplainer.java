package org.subsidia.transfer;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/** Reads the cash at the end of a month back to the balance at the beginning. */
final class CashExplainer {
    private CashExplainer() {}

    /** The cash at the end of the last year. */
    static Explanation explain(Frame frame, int p, Budget budget) {
        Recipient recipient = frame.recipients.get(p);
        Message label = Message.of("XFER-CASH-END", recipient.name(), String.valueOf(frame.scenario.last()));
        CashPath cash = budget.cash();
        return cash.balance().length == 0
                ? unknown(label, recipient, budget)
                : explain(label, recipient, cash, cash.known(), cash.publicMoney(), cash.income(), cash.costs());
    }

    /** The cash at the end of a month, of a budget that has the trail of its months. */
    static Explanation explain(Frame frame, int p, Budget budget, YearMonth month) {
        Recipient recipient = frame.recipients.get(p);
        Message label = Message.of("XFER-CASH-AT", recipient.name(), month.atEndOfMonth());
        CashPath cash = budget.cash();
        CashTrail trail = cash.trail();
        int at = (int) YearMonth.from(cash.start()).until(month, ChronoUnit.MONTHS);
        if (trail == null || at < 0 || at >= cash.balance().length) {
            return unknown(label, recipient, budget);
        }
        int booked = trail.months() - cash.balance().length + at;
        long publicMoney = CashTrail.until(trail.publicMoney(), booked);
        long income = CashTrail.until(trail.income(), booked);
        long costs = CashTrail.until(trail.costs(), booked);
        long known = cash.balance()[at] - cash.opening() - publicMoney - income + costs;
        return explain(label, recipient, cash, known, publicMoney, income, costs);
    }

    private static Explanation unknown(Message label, Recipient recipient, Budget budget) {
        Message missing = budget.missing();
        return Amounts.unknown(label, missing != null ? missing : Message.of("XFER-NO-CASH", recipient.name()));
    }

    private static Explanation explain(
            Message label,
            Recipient recipient,
            CashPath cash,
            long knownCents,
            long publicMoney,
            long income,
            long costs) {
        KnownCash known = cash.basis() == CashBasis.FORECAST ? recipient.knownCash() : null;
        List<Explanation> parts = new ArrayList<>();
        parts.add(Amounts.given(
                        Message.of("XFER-CASH-OPENING", known == null ? cash.start() : known.day()),
                        Cents.money(cash.opening()))
                .withRecords(List.of(recipient.id())));
        if (known != null) {
            parts.add(Amounts.given(Message.of("XFER-CASH-KNOWN", known.day()), Cents.money(knownCents)));
        }
        String beyond = known == null ? "" : "-BEYOND";
        parts.add(Amounts.given(Message.of("XFER-CASH-PUBLIC" + beyond), Cents.money(publicMoney)));
        parts.add(Amounts.given(Message.of("XFER-CASH-INCOME" + beyond), Cents.money(income)));
        parts.add(Amounts.given(Message.of("XFER-CASH-COSTS" + beyond), Cents.money(-costs)));
        return Amounts.sum(label, CurrencyUnit.EUR, parts);
    }
}
