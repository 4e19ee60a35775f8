package org.subsidia.io.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.reconcile.BalanceKind;
import org.subsidia.cashflow.reconcile.BankAccount;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankFormat;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * Reads OFX 1, which is SGML whose values need no end tag, and OFX 2, which is XML, with one scanner that knows tags and text and
 * nothing else: no declarations, no entities but the five of XML.
 */
final class OfxReader {
    /** A movement whose amount is not in the statement’s currency; one of ORIGCURRENCY is. */
    private static final String FOREIGN = "CURRENCY";

    private final Place file;
    private final List<Finding> findings;
    private final List<BankStatement> statements = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    private @Nullable StatementDraft statement;
    private @Nullable Place movement;
    private String aggregate = "";
    private boolean ended;

    OfxReader(Place file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    List<BankStatement> read(String text) {
        int lines = 1;
        int counted = 0;
        int at = text.indexOf('<');
        while (at >= 0) {
            int end = text.indexOf('>', at);
            if (end < 0) {
                break;
            }
            for (; counted < at; counted++) {
                lines += text.charAt(counted) == '\n' ? 1 : 0;
            }
            Place place = file.line(lines);
            int next = text.indexOf('<', end);
            String value =
                    text.substring(end + 1, next < 0 ? text.length() : next).strip();
            if (!tag(place, text.substring(at + 1, end).strip().toUpperCase(Locale.ROOT), value)) {
                return List.of();
            }
            at = next;
        }
        if (!ended) {
            findings.add(Finding.error(file.line(lines), "BANK-TRUNCATED"));
        }
        finishMovement();
        finishStatement();
        return statements;
    }

    /** Whether to go on. */
    private boolean tag(Place place, String name, String value) {
        if (name.startsWith("!")) {
            findings.add(Finding.error(place, "BANK-OFX-DECLARATION"));
            return false;
        }
        if (name.startsWith("/")) {
            close(name.substring(1));
        } else if (!name.startsWith("?")) {
            open(place, name, value);
        }
        return true;
    }

    private void open(Place place, String name, String value) {
        switch (name) {
            case "STMTRS", "CCSTMTRS" -> {
                finishMovement();
                finishStatement();
                statement = new StatementDraft(BankFormat.OFX, place, findings);
            }
            case "INVSTMTRS" -> findings.add(Finding.warning(place, "BANK-OFX-INVESTMENT"));
            case "STMTTRN" -> {
                finishMovement();
                movement = place;
                aggregate = name;
            }
            case "BANKACCTFROM", "CCACCTFROM", "LEDGERBAL", "AVAILBAL" -> {
                finishMovement();
                aggregate = name;
            }
            case "BANKACCTTO", "CCACCTTO", "PAYEE" -> aggregate = name;
            case "CURRENCY" -> fields.put(FOREIGN, name);
            default -> leaf(place, name, value);
        }
    }

    private void leaf(Place place, String name, String value) {
        StatementDraft draft = statement;
        if (draft == null || value.isEmpty()) {
            return;
        }
        String text = plain(value);
        if (name.equals("CURDEF")) {
            draft.currency(place, text);
        } else if (!aggregate.isEmpty()) {
            fields.putIfAbsent(aggregate.equals("PAYEE") && name.equals("NAME") ? "NAME" : key(name), text);
        }
    }

    /** The account of the other side has the same tags as ours. */
    private String key(String name) {
        return aggregate.endsWith("TO") ? "TO-" + name : name;
    }

    private void close(String name) {
        StatementDraft draft = statement;
        switch (name) {
            case "OFX" -> ended = true;
            case "STMTRS", "CCSTMTRS" -> {
                finishMovement();
                finishStatement();
            }
            case "STMTTRN", "BANKTRANLIST" -> finishMovement();
            case "BANKACCTTO", "CCACCTTO", "PAYEE" -> aggregate = movement == null ? "" : "STMTTRN";
            case "BANKACCTFROM", "CCACCTFROM" -> {
                if (draft != null && fields.containsKey("ACCTID")) {
                    draft.account = BankAccount.of(get("BANKID"), get("BRANCHID"), get("ACCTID"));
                }
                reset();
            }
            case "LEDGERBAL" -> balance(BalanceKind.CLOSING);
            case "AVAILBAL" -> balance(BalanceKind.CLOSING_AVAILABLE);
            default -> {
                // the end of something that is not read
            }
        }
    }

    private String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private void reset() {
        fields.clear();
        aggregate = "";
    }

    private void balance(BalanceKind kind) {
        StatementDraft draft = statement;
        if (draft != null) {
            Optional<LocalDate> day = BankValues.plainDay(get("DTASOF"));
            if (day.isEmpty()) {
                findings.add(
                        Finding.warning(draft.place, "BANK-BALANCE-DAY", kind.label(), BankText.quoted(get("DTASOF"))));
            }
            Reading<Money> money = BankValues.amount(draft.place, get("BALAMT"), currency(draft));
            findings.addAll(money.findings());
            money.value().ifPresent(amount -> draft.balance(draft.place, kind, day.orElse(null), amount));
        }
        reset();
    }

    private static CurrencyUnit currency(StatementDraft draft) {
        return draft.currency().orElse(CurrencyUnit.EUR);
    }

    private void finishMovement() {
        Place place = movement;
        StatementDraft draft = statement;
        if (place != null && draft != null) {
            movement(place, draft);
        }
        movement = null;
        reset();
    }

    private void movement(Place place, StatementDraft draft) {
        String foreign = get("CURSYM");
        if (fields.containsKey(FOREIGN) && !foreign.equals(currency(draft).getCode())) {
            draft.refuse(
                    Finding.error(place, "BANK-OFX-FOREIGN", BankText.quoted(get("TRNAMT")), BankText.quoted(foreign)));
            return;
        }
        Reading<Money> money = BankValues.amount(place, get("TRNAMT"), currency(draft));
        if (!money.isRead()) {
            draft.refuse(money.findings().get(0));
            return;
        }
        Optional<LocalDate> day = BankValues.plainDay(get("DTPOSTED"));
        if (day.isEmpty()) {
            draft.refuse(Finding.error(place, "BANK-ENTRY-DAY", BankText.quoted(get("DTPOSTED")), money.get()));
            return;
        }
        String memo = get("MEMO");
        String name = get("NAME");
        draft.entry(new BankEntry(
                place,
                "",
                day.get(),
                BankValues.plainDay(get("DTAVAIL")).orElse(null),
                money.get(),
                memo.isEmpty() ? name : memo,
                get("REFNUM").isEmpty() ? get("CHECKNUM") : get("REFNUM"),
                name,
                get("FITID")));
    }

    private void finishStatement() {
        StatementDraft draft = statement;
        if (draft != null && (!draft.isEmpty() || draft.account != null)) {
            statements.add(draft.build());
        }
        statement = null;
        reset();
    }

    private static String plain(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&");
    }
}
