package org.subsidia.io.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.reconcile.BalanceKind;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/**
 * The balance that a table shows beside its movements: each must be the one before and the movements since. Banks write the oldest
 * movement first or last; that order is taken in which fewer lines contradict.
 */
final class BalanceColumn {

    /** A line; one without an amount could not be read, so that nothing can be added up over it. */
    private record Line(
            Place place,
            @Nullable LocalDate day,
            @Nullable Money amount,
            @Nullable Money balance) {}

    private record Break(Line line, Money expected) {}

    private final List<Line> lines = new ArrayList<>();

    void add(Place place, LocalDate day, Money amount, Optional<Money> balance) {
        lines.add(new Line(place, day, amount, balance.orElse(null)));
    }

    /** A movement that could not be read. */
    void gap() {
        lines.add(new Line(Place.NOWHERE, null, null, null));
    }

    /** Gives the draft the balances before the first and after the last movement, and says which lines contradict. */
    void close(StatementDraft draft) {
        if (lines.stream().allMatch(line -> line.balance() == null)) {
            return;
        }
        List<Line> ordered = new ArrayList<>(lines);
        List<Line> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        List<Break> up = breaks(ordered);
        List<Break> down = breaks(reversed);
        boolean newestFirst = down.size() < up.size() || (down.size() == up.size() && isNewestFirst());
        for (Break one : newestFirst ? down : up) {
            Money shown = one.line().balance();
            if (shown != null) {
                draft.findings.add(Finding.error(
                        one.line().place(), "BANK-CSV-BALANCE", one.expected(), shown, shown.minus(one.expected())));
            }
        }
        ends(newestFirst ? reversed : ordered, draft);
    }

    private boolean isNewestFirst() {
        List<LocalDate> days = lines.stream()
                .flatMap(line -> Optional.ofNullable(line.day()).stream())
                .toList();
        return days.size() > 1 && days.get(0).isAfter(days.get(days.size() - 1));
    }

    private static List<Break> breaks(List<Line> lines) {
        List<Break> breaks = new ArrayList<>();
        Money known = null;
        for (Line line : lines) {
            Money amount = line.amount();
            Money expected = known == null || amount == null || !same(known, amount) ? null : known.plus(amount);
            Money shown = line.balance();
            if (shown != null && expected != null && same(shown, expected) && !shown.isEqual(expected)) {
                breaks.add(new Break(line, expected));
            }
            known = shown != null ? shown : expected;
        }
        return breaks;
    }

    /** Only as far as no movement between the end and the next balance shown is unknown. */
    private static void ends(List<Line> lines, StatementDraft draft) {
        Money before = null;
        for (Line line : lines) {
            Money amount = line.amount();
            if (amount == null || (before != null && !same(before, amount))) {
                break;
            }
            before = before == null ? amount : before.plus(amount);
            Money shown = line.balance();
            if (shown != null && same(shown, before)) {
                draft.balance(line.place(), BalanceKind.OPENING, null, shown.minus(before));
                break;
            }
        }
        Money after = null;
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            Money amount = line.amount();
            Money shown = line.balance();
            if (amount == null || (after != null && !same(after, amount))) {
                break;
            }
            if (shown != null) {
                Money closing = after == null || !same(after, shown) ? shown : shown.plus(after);
                draft.balance(
                        line.place(),
                        BalanceKind.CLOSING,
                        lines.get(lines.size() - 1).day(),
                        closing);
                break;
            }
            after = after == null ? amount : after.plus(amount);
        }
    }

    private static boolean same(Money one, Money other) {
        return one.getCurrencyUnit().equals(other.getCurrencyUnit());
    }
}
