package org.subsidia.io.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
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
 * Reads CFONB 120: lines of 120 characters, 01 the old balance, 04 a movement, 05 more on the movement before, 07 the new balance.
 * The last digit of an amount carries its sign.
 */
final class CfonbReader {
    private static final int WIDTH = 120;
    private static final int AMOUNT_FROM = 90;
    private static final int AMOUNT_TO = 104;
    /** For 0 to 9: positive, negative. */
    private static final String POSITIVE = "{ABCDEFGHI";

    private static final String NEGATIVE = "}JKLMNOPQR";
    /** Years of two digits from here on are of the last century. */
    private static final int CENTURY = 80;

    private final Place file;
    private final List<Finding> findings;
    private final List<BankStatement> statements = new ArrayList<>();
    private @Nullable StatementDraft open;
    private String bank = "";
    private String number = "";
    private boolean inStatement;
    private @Nullable Movement movement;

    CfonbReader(Place file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    List<BankStatement> read(String text) {
        int count = 0;
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
                to++;
            }
            count++;
            String line = text.substring(from, to);
            from = to + (text.startsWith("\r\n", to) ? 2 : 1);
            if (!line.isBlank()) {
                line(file.line(count), line);
            }
        }
        if (inStatement && open != null) {
            findings.add(Finding.error(open.place, "BANK-CFONB-NO-END"));
        }
        close();
        return statements;
    }

    private void line(Place place, String line) {
        if (line.length() > WIDTH && line.substring(WIDTH).isBlank()) {
            record(place, line.substring(0, WIDTH));
        } else if ((line.length() < AMOUNT_TO && !line.startsWith("05")) || line.length() > WIDTH) {
            refuse(Finding.error(place, "BANK-CFONB-LENGTH", line.length(), WIDTH));
        } else {
            record(place, line + " ".repeat(WIDTH - line.length()));
        }
    }

    private void record(Place place, String line) {
        switch (line.substring(0, 2)) {
            case "01" -> begin(place, line);
            case "04" -> movement(place, line);
            case "05" -> more(place, line);
            case "07" -> finish(place, line);
            default -> refuse(Finding.error(place, "BANK-CFONB-RECORD", BankText.quoted(line.substring(0, 2))));
        }
    }

    private void begin(Place place, String line) {
        if (inStatement && open != null) {
            findings.add(Finding.error(open.place, "BANK-CFONB-NO-END"));
        }
        close();
        StatementDraft draft = draft(place, line);
        inStatement = true;
        balance(place, line, draft, BalanceKind.OPENING);
    }

    private void finish(Place place, String line) {
        flush();
        StatementDraft draft = open;
        if (draft == null || !inStatement) {
            findings.add(Finding.error(place, "BANK-CFONB-NO-START"));
            close();
            draft = draft(place, line);
        } else if (isOther(place, line)) {
            close();
            draft = draft(place, line);
        }
        balance(place, line, draft, BalanceKind.CLOSING);
        close();
    }

    private StatementDraft draft(Place place, String line) {
        StatementDraft draft = new StatementDraft(BankFormat.CFONB_120, place, findings);
        draft.account = account(line);
        bank = line.substring(2, 7);
        number = number(line);
        draft.currency(place, line.substring(16, 19).strip());
        open = draft;
        return draft;
    }

    /** Another number is another account; another bank with the same number is a slip of the bank. */
    private boolean isOther(Place place, String line) {
        if (!number(line).equals(number)) {
            findings.add(Finding.error(
                    place, "BANK-CFONB-OTHER-ACCOUNT", account(line).shown()));
            return true;
        }
        if (!line.startsWith(bank, 2)) {
            findings.add(Finding.warning(place, "BANK-CFONB-OTHER-BANK", line.substring(2, 7), bank));
        }
        return false;
    }

    private static String number(String line) {
        return line.substring(11, 16) + line.substring(21, 32);
    }

    private static BankAccount account(String line) {
        return BankAccount.of(line.substring(2, 7), line.substring(11, 16), line.substring(21, 32));
    }

    private void balance(Place place, String line, StatementDraft draft, BalanceKind kind) {
        Optional<LocalDate> day = day(line.substring(34, 40));
        if (day.isEmpty()) {
            findings.add(
                    Finding.warning(place, "BANK-BALANCE-DAY", kind.label(), BankText.quoted(line.substring(34, 40))));
        }
        Reading<Money> money = money(place, line);
        findings.addAll(money.findings());
        money.value().ifPresent(amount -> draft.balance(place, kind, day.orElse(null), amount));
    }

    private void movement(Place place, String line) {
        flush();
        StatementDraft draft = open;
        if (draft != null && isOther(place, line)) {
            close();
            draft = null;
        }
        if (draft == null) {
            findings.add(Finding.warning(place, "BANK-CFONB-OUTSIDE"));
            draft = draft(place, line);
        }
        Reading<Money> money = money(place, line);
        if (!money.isRead()) {
            refuse(money.findings().get(0));
            return;
        }
        Optional<LocalDate> value = day(line.substring(42, 48));
        Optional<LocalDate> booked = day(line.substring(34, 40));
        if (booked.isEmpty() && value.isEmpty()) {
            refuse(Finding.error(place, "BANK-ENTRY-DAY", BankText.quoted(line.substring(34, 40)), money.get()));
            return;
        }
        if (booked.isEmpty()) {
            findings.add(Finding.warning(place, "BANK-VALUE-DAY", value.get(), money.get()));
        }
        movement = new Movement(
                place,
                booked.orElseGet(value::get),
                value.orElse(null),
                money.get(),
                line.substring(48, 79).strip(),
                line.substring(104, WIDTH).strip());
    }

    /** What a line 05 adds: its qualifier says what. */
    private void more(Place place, String line) {
        Movement of = movement;
        String info = line.substring(48, 118).strip();
        if (of == null) {
            findings.add(Finding.warning(place, "BANK-CFONB-DETAIL", BankText.quoted(info)));
        } else if (!info.isEmpty()) {
            of.add(line.substring(45, 48), info);
        }
    }

    private void flush() {
        Movement of = movement;
        StatementDraft draft = open;
        if (of != null && draft != null) {
            draft.entry(of.entry());
        }
        movement = null;
    }

    private void close() {
        flush();
        StatementDraft draft = open;
        if (draft != null && !draft.isEmpty()) {
            statements.add(draft.build());
        }
        open = null;
        inStatement = false;
    }

    private void refuse(Finding why) {
        flush();
        StatementDraft draft = open;
        if (draft == null) {
            findings.add(why);
        } else {
            draft.refuse(why);
        }
    }

    private static Reading<Money> money(Place place, String line) {
        String code = line.substring(16, 19);
        Optional<CurrencyUnit> unit = BankValues.currency(code);
        if (unit.isEmpty()) {
            return Reading.refused(Finding.error(place, "BANK-CURRENCY", BankText.quoted(code)));
        }
        String text = line.substring(AMOUNT_FROM, AMOUNT_TO);
        char last = text.charAt(text.length() - 1);
        boolean negative = NEGATIVE.indexOf(last) >= 0;
        int digit = negative ? NEGATIVE.indexOf(last) : POSITIVE.indexOf(last);
        String digits = text.substring(0, text.length() - 1).replace(' ', '0');
        int decimals = line.charAt(19) - '0';
        boolean isNumber = digits.chars().allMatch(c -> c >= '0' && c <= '9') && decimals >= 0 && decimals <= 4;
        if (digit < 0 || !isNumber) {
            return Reading.refused(Finding.error(place, "BANK-CFONB-AMOUNT", BankText.quoted(text)));
        }
        long units = Long.parseLong(digits) * 10 + digit;
        BigMoney exact = BigMoney.ofScale(unit.get(), negative ? -units : units, decimals);
        return BankValues.amount(place, exact.getAmount().toPlainString(), unit.get());
    }

    private static Optional<LocalDate> day(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text.substring(4));
        return BankValues.day(year + (year >= CENTURY ? 1900 : 2000), text.substring(2, 4), text.substring(0, 2));
    }

    /** A movement and what the lines after it add. */
    private static final class Movement {
        private final Place place;
        private final LocalDate date;
        private final @Nullable LocalDate value;
        private final Money amount;
        private final StringBuilder label;
        private final String reference;
        private final List<String> references = new ArrayList<>();
        private String party = "";

        Movement(Place place, LocalDate date, @Nullable LocalDate value, Money amount, String label, String reference) {
            this.place = place;
            this.date = date;
            this.value = value;
            this.amount = amount;
            this.label = new StringBuilder(label);
            this.reference = reference;
        }

        /** The payer of what comes in and the payee of what goes out are the other side. */
        void add(String qualifier, String info) {
            if (qualifier.equals(amount.isPositive() ? "NPY" : "NBE")) {
                party = info;
            } else if (qualifier.equals("REF") || qualifier.equals("RCN")) {
                references.add(info);
            } else {
                label.append(' ').append(info);
            }
        }

        BankEntry entry() {
            if (!reference.isEmpty()) {
                references.add(0, reference);
            }
            return new BankEntry(
                    place, "", date, value, amount, label.toString(), String.join(" ", references), party, null);
        }
    }
}
