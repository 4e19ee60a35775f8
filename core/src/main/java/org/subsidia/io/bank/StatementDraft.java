package org.subsidia.io.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.reconcile.BalanceKind;
import org.subsidia.cashflow.reconcile.BankAccount;
import org.subsidia.cashflow.reconcile.BankBalance;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankFormat;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/** A statement while it is read. */
final class StatementDraft {
    /** More movements than a statement has. */
    static final int MOST_ENTRIES = 1_000_000;

    final BankFormat format;
    final Place place;
    final List<Finding> findings;
    String number = "";

    @Nullable
    BankAccount account;

    private @Nullable CurrencyUnit currency;
    private final List<BankBalance> balances = new ArrayList<>();
    private final List<BankEntry> entries = new ArrayList<>();
    private int refused;

    StatementDraft(BankFormat format, Place place, List<Finding> findings) {
        this.format = format;
        this.place = place;
        this.findings = findings;
    }

    void currency(Place where, String code) {
        Optional<CurrencyUnit> unit = BankValues.currency(code);
        if (unit.isEmpty()) {
            findings.add(Finding.error(where, "BANK-CURRENCY", code));
        } else if (currency == null) {
            currency = unit.get();
        }
    }

    Optional<CurrencyUnit> currency() {
        return Optional.ofNullable(currency);
    }

    void balance(Place where, BalanceKind kind, @Nullable LocalDate date, Money amount) {
        balances.add(new BankBalance(kind, date, amount));
        boolean booked = kind == BalanceKind.OPENING || kind == BalanceKind.CLOSING;
        CurrencyUnit unit = currency;
        if (booked && unit != null && !unit.equals(amount.getCurrencyUnit())) {
            findings.add(Finding.warning(where, "BANK-BALANCE-CURRENCY", kind.label(), amount, unit.getCode()));
        }
    }

    /** A movement in another currency than the statement’s is refused. */
    void entry(BankEntry entry) {
        CurrencyUnit unit = entry.amount().getCurrencyUnit();
        if (currency == null) {
            currency = unit;
        }
        if (!unit.equals(currency)) {
            refuse(Finding.error(entry.place(), "BANK-ENTRY-CURRENCY", entry.amount(), currency.getCode()));
        } else if (entries.size() == MOST_ENTRIES) {
            refuse(Finding.error(entry.place(), "BANK-TOO-MANY", MOST_ENTRIES));
        } else {
            entries.add(entry);
        }
    }

    void refuse(Finding why) {
        refused++;
        findings.add(why);
    }

    boolean isEmpty() {
        return balances.isEmpty() && entries.isEmpty() && refused == 0;
    }

    BankStatement build() {
        BankAccount of = account;
        if (of == null) {
            of = BankAccount.of("");
            findings.add(Finding.warning(place, "BANK-NO-ACCOUNT"));
        }
        CurrencyUnit unit = currency;
        if (unit == null) {
            unit = balances.isEmpty()
                    ? CurrencyUnit.EUR
                    : balances.get(0).amount().getCurrencyUnit();
            findings.add(Finding.info(place, "BANK-NO-CURRENCY", unit.getCode()));
        }
        if (refused > 0) {
            findings.add(Finding.warning(place, "BANK-REFUSED", refused));
        }
        return new BankStatement(format, place, number, of, unit, balances, entries, refused);
    }
}
