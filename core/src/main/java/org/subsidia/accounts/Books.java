package org.subsidia.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.subsidia.time.FiscalYear;

/**
 * The accounts of one financial year, as far as subsidies and ratios need them: the balances of all accounts, and whole entries
 * where they touch subsidies, services, fees or contributions in kind.
 *
 * @param name what the accounts are called: the files they come from
 * @param first the first day of the year
 * @param closing its last day
 * @param chart the chart of that year
 * @param balances by account, each account once
 * @param entries in an order that does not depend on the file
 * @param receipts operating cash that came in during the year, in cents: transfers, loans and own funds left out
 * @param lines by account, where it stands in the files; what is not known may be left out
 */
public record Books(
        String name,
        LocalDate first,
        LocalDate closing,
        Chart chart,
        List<AccountBalance> balances,
        List<JournalEntry> entries,
        long receipts,
        Map<String, AccountLines> lines) {

    /** Copies and orders. */
    public Books {
        balances = List.copyOf(balances);
        lines = Map.copyOf(lines);
        entries = entries.stream().sorted(JournalEntry.BY_CONTENT).toList();
    }

    /** {@return the year} */
    public FiscalYear year() {
        return FiscalYear.containing(closing, closing.getMonth());
    }

    /** {@return how many months the year has, begun ones counted} */
    public int months() {
        return Math.max(
                1, (closing.getYear() - first.getYear()) * 12 + closing.getMonthValue() - first.getMonthValue() + 1);
    }

    /**
     * The balances of some accounts.
     *
     * @param role which accounts
     * @return the balances, by account
     */
    public List<AccountBalance> of(AccountRole role) {
        return where(balance -> chart.role(balance.account()) == role);
    }

    List<AccountBalance> where(Predicate<AccountBalance> wanted) {
        return balances.stream().filter(wanted).toList();
    }

    /** The lines of some roles, with their entries. */
    List<Posting> postings(Predicate<AccountRole> wanted) {
        List<Posting> postings = new ArrayList<>();
        for (JournalEntry entry : entries) {
            for (JournalLine line : entry.lines()) {
                AccountRole role = chart.role(line.account());
                if (wanted.test(role)) {
                    postings.add(new Posting(entry, line, role));
                }
            }
        }
        return postings;
    }
}
